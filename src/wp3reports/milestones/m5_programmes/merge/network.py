"""Who works with whom, and who stands by which proposal: counted from proposals, commitments and programmes."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from itertools import combinations, product
from typing import NamedTuple

from wp3reports.milestones.m5_programmes.model import (
    ActivitiesReport,
    JointProposal,
    Programme,
    joint_proposals,
    programmes_of,
)
from wp3reports.model import Dossier, Entry, Labelled

Key = tuple[str, str]  # of a proposal: the metropolis that handed it in, and its id


class Shared(NamedTuple):
    """The joint programmes that two metropolises have in common, and the number of proposals."""

    programmes: tuple[Entry[Programme], ...]
    proposals: int


class Pair(NamedTuple):
    """Two metropolises and their joint programmes."""

    one: str
    two: str
    programmes: tuple[Entry[Programme], ...]


class Standing(Labelled):
    """How a metropolis stands by a proposal."""

    AUTHOR = "author", "handed it in"
    COMMITTED = "committed", "listed and committed"
    LISTED = "listed", "listed, no commitment"
    UNLISTED = "unlisted", "committed, not listed"


def together(dossier: Dossier) -> Mapping[tuple[str, str], Shared]:
    """What any two metropolises have in common; of one with itself, all that it takes part in."""
    programmes: defaultdict[tuple[str, str], tuple[Entry[Programme], ...]] = defaultdict(tuple)
    for programme in programmes_of(dossier).values():
        for pair in product({*programme.record.partners}, {*programme.record.partners}):
            programmes[pair] += (programme,)
    proposals = Counter(
        pair for each in joint_proposals(dossier).values() for pair in product(each.record.cities, each.record.cities)
    )
    known = [partner.id for partner in dossier.partners]
    return {pair: Shared(programmes[pair], proposals[pair]) for pair in product(known, known)}


def closest(shared: Mapping[tuple[str, str], Shared]) -> tuple[Pair, ...]:
    """The pairs with more than one programme in common, each once, those with most of them first."""
    known = [one for one, two in shared if one == two]
    pairs = (Pair(one, two, shared[one, two].programmes) for one, two in combinations(known, 2))
    return tuple(sorted((pair for pair in pairs if len(pair.programmes) > 1), key=lambda pair: -len(pair.programmes)))


def standings(dossier: Dossier) -> Mapping[Key, Mapping[str, Standing]]:
    """How each metropolis that has to do with a proposal stands by it."""
    committed = {
        (delivery.author, each.metropolis, each.proposal)
        for delivery in dossier.of(ActivitiesReport)
        for each in delivery.submission.commitments
    }
    return {
        key: {
            partner.id: standing
            for partner in dossier.partners
            if (standing := _standing(proposal, partner.id, has_committed=(partner.id, *key) in committed))
        }
        for key, proposal in joint_proposals(dossier).items()
    }


def _standing(proposal: Entry[JointProposal], metropolis: str, *, has_committed: bool) -> Standing | None:
    if metropolis == proposal.author:
        return Standing.AUTHOR
    if metropolis in proposal.record.cities:
        return Standing.COMMITTED if has_committed else Standing.LISTED
    return Standing.UNLISTED if has_committed else None
