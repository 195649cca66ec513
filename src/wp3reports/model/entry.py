"""One record out of a list of a hand-in, with its place: what milestones refer to across hand-ins."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from wp3reports.diagnostics import Span
from wp3reports.model.dossier import Delivery
from wp3reports.model.fields import Record
from wp3reports.model.walk import Path

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Entry(Generic[R]):
    """A record, the hand-in that holds it, and the path to it."""

    delivery: Delivery[Any]
    path: Path
    record: R

    @property
    def author(self) -> str:
        """Id of the metropolis that handed it in, or `coordinator`."""
        return self.delivery.author

    def at(self, *path: str | int) -> Span:
        """The place of a value in the record."""
        return self.delivery.at(*self.path, *path)

    def key_at(self, *path: str | int) -> Span:
        """The place of a key in the record."""
        return self.delivery.source.key_at(*self.path, *path)

    def pointer(self, *path: str | int) -> str:
        """The place as text for `data-src`."""
        return self.delivery.pointer(*self.path, *path)


def entries(deliveries: Iterable[Delivery[Any]], key: str, kind: type[R]) -> Iterator[Entry[R]]:
    """The records of that kind in the list `key` of each hand-in, in their order."""
    for delivery in deliveries:
        for index, record in enumerate(getattr(delivery.submission, key)):
            if not isinstance(record, kind):
                raise TypeError(f"{key} holds {type(record).__name__}, not {kind.__name__}")
            yield Entry(delivery, (key, index), record)
