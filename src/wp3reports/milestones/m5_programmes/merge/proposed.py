"""The proposals of milestone 5, each with its concept, its time table, and who stands by it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from wp3reports.milestones.m1_selection.model import clusters_of
from wp3reports.milestones.m4_concepts.model import Concept, concepts_of
from wp3reports.milestones.m5_programmes.merge.network import Key, Standing, standings
from wp3reports.milestones.m5_programmes.merge.schedule import Schedule, schedule
from wp3reports.milestones.m5_programmes.model import JointProposal, Programme, joint_proposals, programmes_with
from wp3reports.model import Dossier, Entry


class Brought(NamedTuple):
    """What a metropolis brings to a proposal, by names, and how it stands by it."""

    metropolis: str
    cluster: str
    brings: str
    standing: Standing | None
    pointer: str


@dataclass(frozen=True)
class Proposed:
    """A proposal with the concept that it rests on, the programmes that take it up, and who stands by it."""

    entry: Entry[JointProposal]
    concept: Entry[Concept] | None
    brought: tuple[Brought, ...]
    schedule: Schedule | None
    standings: Mapping[str, Standing]
    programmes: tuple[Entry[Programme], ...]


class OnConcept(NamedTuple):
    """The proposals that rest on one concept, or, without one, on none that is known."""

    concept: Entry[Concept] | None
    proposals: tuple[Proposed, ...]


def proposed_in(dossier: Dossier) -> Mapping[Key, Proposed]:
    """Every proposal by metropolis and id, in the order of the hand-ins."""
    concepts, standing = concepts_of(dossier), standings(dossier)
    return {
        key: Proposed(
            entry,
            concepts.get(entry.record.concept),
            _brought(dossier, entry, standing[key]),
            schedule(entry.record.activities),
            standing[key],
            programmes_with(dossier, [key]),
        )
        for key, entry in joint_proposals(dossier).items()
    }


def by_concept(dossier: Dossier, proposed: Iterable[Proposed]) -> tuple[OnConcept, ...]:
    """The proposals in the order of the concepts, without those on which nothing rests."""
    found: dict[str, list[Proposed]] = {each: [] for each in (*concepts_of(dossier), "")}
    for each in proposed:
        found[each.concept.record.id if each.concept else ""].append(each)
    return tuple(OnConcept(concepts_of(dossier).get(concept), tuple(held)) for concept, held in found.items() if held)


def _brought(dossier: Dossier, entry: Entry[JointProposal], standing: Mapping[str, Standing]) -> tuple[Brought, ...]:
    clusters = clusters_of(dossier)
    return tuple(
        Brought(
            dossier.name(part.metropolis),
            known.name if (known := clusters.get((part.metropolis, part.cluster))) else part.cluster,
            part.brings,
            standing.get(part.metropolis),
            entry.pointer("partners", index),
        )
        for index, part in enumerate(entry.record.partners)
    )
