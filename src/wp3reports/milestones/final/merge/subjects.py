"""What a place in a hand-in is about: which metropolises, clusters and transnational fields.

The index needs no marks of its own in the templates: whatever they print says already where it comes from.
"""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from wp3reports.milestones.m1_selection.model import Cluster, Selection
from wp3reports.milestones.m2_swot.model import Tool, TransnationalField
from wp3reports.milestones.m4_concepts.model import Concept, JointPriority
from wp3reports.milestones.m5_programmes.model import JointProposal, Programme
from wp3reports.model import COORDINATOR, Delivery, Record


class Subject(NamedTuple):
    """A metropolis; with `cluster` a cluster of it; with neither a transnational field."""

    metropolis: str = ""
    cluster: str = ""
    field: str = ""


def subjects(delivery: Delivery[Any], steps: Sequence[str]) -> frozenset[Subject]:
    """What the value at this path is about; a path that leads nowhere counts as far as it leads.

    Where it is about a cluster of a metropolis, it is not about the metropolis at large.
    """
    author = "" if delivery.author == COORDINATOR else delivery.author
    found = {Subject(author)} if author else set()
    value: Any = delivery.submission
    for step in steps:
        value = _at(value, step)
        if isinstance(value, Record):
            found.update(_of(value, author))
    return frozenset(found - {Subject(each.metropolis) for each in found if each.cluster})


def _at(value: Any, step: str) -> Any:
    if isinstance(value, tuple):
        return value[int(step)] if step.isdecimal() and int(step) < len(value) else None
    return getattr(value, step, None)


def _of(record: Record, author: str) -> Iterator[Subject]:
    """What a record is about by itself."""
    match record:
        case Cluster():
            yield Subject(author, record.id)
        case Tool():
            yield from (Subject(author, each) for each in record.clusters)
        case Selection():
            yield Subject(record.metropolis)
            yield from (Subject(record.metropolis, each) for each in record.selected)
        case TransnationalField() | Concept():
            if isinstance(record, TransnationalField):
                yield Subject(field=record.id)
            yield from (Subject(each.metropolis, each.cluster) for each in record.members)
        case JointProposal():
            yield from (Subject(each.metropolis, each.cluster) for each in record.partners)
        case Programme():
            yield from (Subject(each) for each in record.partners)
        case JointPriority():
            yield from (Subject(each) for each in record.metropolises)
        case _:
            yield from _named(record, author)


def _named(record: Record, author: str) -> Iterator[Subject]:
    """What any other record names with a key of its own."""
    metropolis, cluster = getattr(record, "metropolis", author), getattr(record, "cluster", "")
    if metropolis:
        yield Subject(metropolis, cluster)
