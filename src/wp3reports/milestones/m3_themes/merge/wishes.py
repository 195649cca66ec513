"""Who seeks whom, and where two metropolises seek each other in the same transnational field."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from wp3reports.milestones.m2_swot.model import TransnationalField
from wp3reports.milestones.m3_themes.merge.proposals import FieldProposals, Proposed
from wp3reports.model import Partner


@dataclass(frozen=True)
class Match:
    """Proposals of `one` that seek `other`, and those of `other` in the same field that seek `one` in turn."""

    field: TransnationalField | None
    one: Partner
    other: Partner
    proposals: tuple[Proposed, ...]
    returned: tuple[Proposed, ...] = ()

    @property
    def is_mutual(self) -> bool:
        """Whether each seeks the other."""
        return bool(self.returned)


@dataclass(frozen=True)
class Sought:
    """Why one metropolis seeks another: its proposals, and whether the other seeks it in one of their fields."""

    proposals: tuple[Proposed, ...]
    is_mutual: bool

    @property
    def clusters(self) -> tuple[str, ...]:
        """The names of the clusters for which it is sought, each once."""
        return tuple(dict.fromkeys(each.of.cluster for each in self.proposals))


def matches(partners: Sequence[Partner], fields: Iterable[FieldProposals]) -> tuple[Match, ...]:
    """All wishes by field, in each of them the mutual ones first; what is in no field cannot meet in one."""
    found: list[Match] = []
    for each in fields:
        found += sorted(_within(partners, each), key=lambda match: not match.is_mutual)
    return tuple(found)


def sought(found: Iterable[Match]) -> Mapping[tuple[str, str], Sought]:
    """The wishes of all fields brought together, by who seeks and who is sought."""
    proposals: defaultdict[tuple[str, str], list[Proposed]] = defaultdict(list)
    mutual: set[tuple[str, str]] = set()
    for match in found:
        there, back = (match.one.id, match.other.id), (match.other.id, match.one.id)
        proposals[there] += match.proposals
        if match.is_mutual:
            proposals[back] += match.returned
            mutual |= {there, back}
    return {pair: Sought(tuple(made), pair in mutual) for pair, made in proposals.items()}


def _within(partners: Sequence[Partner], field: FieldProposals) -> Iterator[Match]:
    seeking, order = _seeking(field), {each.id: place for place, each in enumerate(partners)}
    known = (sorted(order[each] for each in pair) for pair in seeking if order.keys() >= {*pair})
    for one, other in ((partners[first], partners[last]) for first, last in sorted({tuple(each) for each in known})):
        there = seeking.get((one.id, other.id), ())
        back = seeking.get((other.id, one.id), ())
        if there and back and field.field:
            yield Match(field.field, one, other, there, back)
            continue
        if there:
            yield Match(field.field, one, other, there)
        if back:
            yield Match(field.field, other, one, back)


def _seeking(field: FieldProposals) -> Mapping[tuple[str, str], tuple[Proposed, ...]]:
    """The proposals of a field by who seeks and who is sought."""
    found: defaultdict[tuple[str, str], tuple[Proposed, ...]] = defaultdict(tuple)
    for each in field.proposals:
        for other in each.sought:
            found[each.of.partner.id, other] += (each,)
    return found
