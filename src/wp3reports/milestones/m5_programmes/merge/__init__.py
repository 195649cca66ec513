"""Merge of milestone 5: programmes with their evidence, proposals by concept, who works with whom, dissemination."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from wp3reports.milestones.m5_programmes.merge.initiated import Initiated, initiated
from wp3reports.milestones.m5_programmes.merge.network import Pair, Shared, Standing, closest, together
from wp3reports.milestones.m5_programmes.merge.proposed import OnConcept, Proposed, by_concept, proposed_in
from wp3reports.milestones.m5_programmes.model import (
    ActivitiesReport,
    Commitment,
    Disseminated,
    JointProgrammes,
    JointProposal,
    LocalDissemination,
    joint_proposals,
)
from wp3reports.model import Delivery, Dossier, Entry, Event, MilestoneReport, Period, entries, grouped


class Committed(NamedTuple):
    """A commitment with the proposal that it is for, where that is known."""

    entry: Entry[Commitment]
    proposal: Entry[JointProposal] | None


class Logged(NamedTuple):
    """An event of the log of dissemination, as the plan has it."""

    entry: Entry[Disseminated]
    event: Event | None


@dataclass(frozen=True)
class ProgrammesMerge(MilestoneReport):
    """The merged milestone 5."""

    common: Delivery[JointProgrammes] | None
    programmes: tuple[Initiated, ...]
    proposals: tuple[Proposed, ...]
    by_concept: tuple[OnConcept, ...]
    together: Mapping[tuple[str, str], Shared]
    closest: tuple[Pair, ...]  # those with more than one programme in common
    scale: tuple[Standing, ...]  # the ways in which a metropolis stands by a proposal
    commitments: tuple[Committed, ...]
    log: tuple[Logged, ...]
    local_log: tuple[Entry[LocalDissemination], ...]

    @property
    def links(self) -> tuple[tuple[str, str, int], ...]:
        """The closest pairs with the number of programmes that they have in common."""
        return tuple((pair.one, pair.two, len(pair.programmes)) for pair in self.closest)

    @cached_property
    def together_with(self) -> Mapping[str, tuple[tuple[str, Shared], ...]]:
        """With whom else each metropolis has something in common, by ids."""
        found = grouped(((one, (two, each)) for (one, two), each in self.together.items()), lambda pair: [pair[0]])
        return {one: tuple(held for _, held in pairs if held[0] != one) for one, pairs in found.items()}

    @cached_property
    def proposals_of(self) -> Mapping[str, tuple[Proposed, ...]]:
        """The proposals of each metropolis, by its id."""
        return grouped(self.proposals, lambda each: [each.entry.author])

    @cached_property
    def commitments_of(self) -> Mapping[str, tuple[Committed, ...]]:
        """The commitments of each metropolis, by its id."""
        return grouped(self.commitments, lambda each: [each.entry.author])

    @cached_property
    def local_log_of(self) -> Mapping[str, tuple[Entry[LocalDissemination], ...]]:
        """The dissemination in each metropolis, by its id."""
        return grouped(self.local_log, lambda each: [each.author])

    def count(self, standing: str) -> int:
        """How often a metropolis stands by a proposal in this way, by the word for it."""
        return sum(each == standing for proposal in self.proposals for each in proposal.standings.values())


def merge(dossier: Dossier, period: Period) -> ProgrammesMerge:
    """What the metropolises propose and commit to, and the programmes that the co-ordinator makes of it."""
    common, deliveries = dossier.one(JointProgrammes), dossier.of(ActivitiesReport)
    shared = (common,) if common else ()
    proposed, known, shared_by = proposed_in(dossier), joint_proposals(dossier), together(dossier)
    return ProgrammesMerge(
        period=period,
        project=dossier.project,
        partners=dossier.partners,
        deliveries=deliveries,
        coordinator=common,
        outstanding=dossier.outstanding(period),
        issued=dossier.issued,
        common=common,
        programmes=initiated(dossier, proposed),
        proposals=tuple(proposed.values()),
        by_concept=by_concept(dossier, proposed.values()),
        together=shared_by,
        closest=closest(shared_by),
        scale=tuple(Standing),
        commitments=tuple(
            Committed(each, known.get((each.record.metropolis, each.record.proposal)))
            for each in entries(deliveries, "commitments", Commitment)
        ),
        log=tuple(
            Logged(each, dossier.project.event(each.record.event))
            for each in entries(shared, "dissemination", Disseminated)
        ),
        local_log=tuple(entries(deliveries, "dissemination", LocalDissemination)),
    )
