"""Each metropolis over all milestones: what it brings, what it seeks, who seeks it, and in what it takes part."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from wp3reports.milestones.final.merge.chains import Chain
from wp3reports.milestones.m3_themes.model import ThemeProposal, Wish, theme_proposals
from wp3reports.milestones.m4_concepts.model import (
    BestPractice,
    PracticesReport,
    TechnologyPriority,
    Weight,
    practices_of,
)
from wp3reports.milestones.m5_programmes.model import (
    ActivitiesReport,
    Commitment,
    JointProposal,
    Programme,
    joint_proposals,
    programmes_of,
)
from wp3reports.model import Dossier, Entry, Partner, Quantity, entries, grouped


@dataclass(frozen=True)
class Sought:
    """A wish of a proposal: whose proposal, which metropolis it seeks, and why."""

    proposal: Entry[ThemeProposal]
    wish: Wish
    seeker: str  # as it is printed
    wanted: str


@dataclass(frozen=True)
class Undertaken:
    """A commitment, by whom, and the proposal that it is for; None when that was not handed in."""

    entry: Entry[Commitment]
    by: str
    proposal: Entry[JointProposal] | None


@dataclass(frozen=True)
class Profile:
    """A metropolis over all milestones; what is empty was not handed in."""

    partner: Partner
    chains: tuple[Chain, ...]
    practices: tuple[Entry[BestPractice], ...]
    priorities: tuple[Entry[TechnologyPriority], ...]  # of high weight
    seeks: tuple[Sought, ...]
    sought: tuple[Sought, ...]  # by others
    undertakes: tuple[Undertaken, ...]
    promised: tuple[Undertaken, ...]  # by others, for its proposals
    programmes: tuple[Entry[Programme], ...]

    @property
    def figures(self) -> tuple[tuple[Entry[Any], str, tuple[Quantity, ...]], ...]:
        """Its clusters and best practices that have figures: each with the key that holds them, and the figures."""
        held: list[tuple[Entry[Any], str, tuple[Quantity, ...]]] = [
            (each.described, "key_figures", each.described.record.key_figures) for each in self.chains if each.described
        ]
        held += [(each, "results", each.record.results) for each in self.practices]
        return tuple(each for each in held if each[-1])


def profiles(dossier: Dossier, linked: Sequence[Chain]) -> tuple[Profile, ...]:
    """All metropolises, in their order."""
    wishes, commitments = _wishes(dossier), _commitments(dossier)
    high = [
        each
        for each in entries(dossier.of(PracticesReport), "priorities", TechnologyPriority)
        if each.record.weight is Weight.HIGH
    ]
    own = grouped(linked, lambda each: [each.partner.id])
    practices = grouped(practices_of(dossier).values(), lambda each: [each.author])
    priorities = grouped(high, lambda each: [each.author])
    seeks = grouped(wishes, lambda each: [each.proposal.author])
    sought = grouped(wishes, lambda each: [each.wish.metropolis])
    undertakes = grouped(commitments, lambda each: [each.entry.author])
    promised = grouped(commitments, lambda each: [each.entry.record.metropolis])
    programmes = grouped(programmes_of(dossier).values(), lambda each: [each.record.lead, *each.record.partners])
    return tuple(
        Profile(
            partner=partner,
            chains=own.get(partner.id, ()),
            practices=practices.get(partner.id, ()),
            priorities=priorities.get(partner.id, ()),
            seeks=seeks.get(partner.id, ()),
            sought=sought.get(partner.id, ()),
            undertakes=undertakes.get(partner.id, ()),
            promised=promised.get(partner.id, ()),
            programmes=programmes.get(partner.id, ()),
        )
        for partner in dossier.partners
    )


def _wishes(dossier: Dossier) -> tuple[Sought, ...]:
    return tuple(
        Sought(proposal, wish, dossier.name(proposal.author), dossier.name(wish.metropolis))
        for proposal in theme_proposals(dossier).values()
        for wish in proposal.record.seeks
    )


def _commitments(dossier: Dossier) -> tuple[Undertaken, ...]:
    """All commitments; `metropolis` in one is whose proposal it is for."""
    known = joint_proposals(dossier)
    return tuple(
        Undertaken(each, dossier.name(each.author), known.get((each.record.metropolis, each.record.proposal)))
        for each in entries(dossier.of(ActivitiesReport), "commitments", Commitment)
    )
