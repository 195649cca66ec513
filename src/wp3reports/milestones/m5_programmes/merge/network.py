"""Who works with whom, and who stands by which proposal: counted from proposals, commitments and programmes."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from itertools import product
from typing import NamedTuple

from wp3reports.milestones.m5_programmes.model import (
    ActivitiesReport,
    JointProposal,
    Programme,
    joint_proposals,
    programmes_of,
)
from wp3reports.model import Dossier, Entry, Labelled, grouped

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
    """What two metropolises have in common, if anything; of one with itself, all that it takes part in."""
    programmes: defaultdict[tuple[str, str], tuple[Entry[Programme], ...]] = defaultdict(tuple)
    for programme in programmes_of(dossier).values():
        for pair in product({*programme.record.partners}, {*programme.record.partners}):
            programmes[pair] += (programme,)
    proposals = Counter(
        pair for each in joint_proposals(dossier).values() for pair in product(each.record.cities, each.record.cities)
    )
    order = {partner.id: place for place, partner in enumerate(dossier.partners)}
    known = (pair for pair in programmes.keys() | proposals.keys() if order.keys() >= {*pair})
    found = sorted(known, key=lambda pair: (order[pair[0]], order[pair[1]]))
    return {pair: Shared(programmes.get(pair, ()), proposals[pair]) for pair in found}


def closest(shared: Mapping[tuple[str, str], Shared]) -> tuple[Pair, ...]:
    """The pairs with more than one programme in common, each once, those with most of them first."""
    met: dict[frozenset[str], Pair] = {}  # the first of two comes first
    for (one, two), each in shared.items():
        if one != two and len(each.programmes) > 1:
            met.setdefault(frozenset((one, two)), Pair(one, two, each.programmes))
    return tuple(sorted(met.values(), key=lambda pair: -len(pair.programmes)))


def standings(dossier: Dossier) -> Mapping[Key, Mapping[str, Standing]]:
    """How each metropolis that has to do with a proposal stands by it."""
    committed = {
        (delivery.author, each.metropolis, each.proposal)
        for delivery in dossier.of(ActivitiesReport)
        for each in delivery.submission.commitments
    }
    by = grouped(committed, lambda each: [each[1:]])
    order = {partner.id: place for place, partner in enumerate(dossier.partners)}

    def concerned(key: Key, proposal: Entry[JointProposal]) -> list[str]:
        named = {proposal.author, *proposal.record.cities, *(author for author, *_ in by.get(key, ()))}
        return sorted(named & order.keys(), key=order.__getitem__)

    return {
        key: {
            each: standing
            for each in concerned(key, proposal)
            if (standing := _standing(proposal, each, has_committed=(each, *key) in committed))
        }
        for key, proposal in joint_proposals(dossier).items()
    }


def _standing(proposal: Entry[JointProposal], metropolis: str, *, has_committed: bool) -> Standing | None:
    if metropolis == proposal.author:
        return Standing.AUTHOR
    if metropolis in proposal.record.cities:
        return Standing.COMMITTED if has_committed else Standing.LISTED
    return Standing.UNLISTED if has_committed else None
