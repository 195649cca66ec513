"""The numbered list of sources of a report: each source once, whichever hand-ins name it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from wp3reports.model.dossier import Delivery
from wp3reports.model.project import Reference


@dataclass(frozen=True)
class Bibliography:
    """References in the order of their numbers, from 1, and which number a hand-in's own source id has."""

    references: tuple[Reference, ...]
    numbers: dict[tuple[str, str], int]  # (path of the hand-in, id in it) -> number

    def number(self, delivery: Delivery[Any], source: str) -> int | None:
        """The number of a source that this hand-in calls `source`; None when its list lacks it."""
        return self.numbers.get((delivery.source.path, source))


def bibliography(deliveries: Iterable[Delivery[Any]]) -> Bibliography:
    """The sources of all these hand-ins, numbered in their order.

    Two entries are one source when they have the same address or, without one, the same author and title.
    """
    numbers: dict[tuple[str, str], int] = {}
    known: dict[tuple[str, ...], int] = {}
    references: list[Reference] = []
    for delivery in deliveries:
        for reference in delivery.submission.sources:
            key = (reference.url,) if reference.url else (reference.author, reference.title)
            if key not in known:
                references.append(reference)
                known[key] = len(references)
            numbers[delivery.source.path, reference.id] = known[key]
    return Bibliography(tuple(references), numbers)
