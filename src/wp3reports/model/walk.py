"""A record walked to its leaves: for rules that ask about all values of a hand-in, whatever its milestone."""

from collections.abc import Iterator
from typing import Any

from wp3reports.model.fields import Record

Path = tuple[str | int, ...]


def leaves(record: Record) -> Iterator[tuple[Path, Any]]:
    """Every value that is neither a record nor a list, with its path, in the order of the schema.

    A key that may be left out and was yields its default.
    """
    yield from _leaves(record, ())


def _leaves(value: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    match value:
        case Record():
            for name, held in value:
                yield from _leaves(held, (*path, name))
        case tuple():
            for index, held in enumerate(value):
                yield from _leaves(held, (*path, index))
        case _:
            yield path, value
