"""A record walked to its leaves: for rules that ask about all values of a hand-in, whatever its milestone."""

from collections.abc import Iterator
from typing import Any

from wp3reports.model.fields import Record

Path = tuple[str | int, ...]


def leaves(record: Record) -> Iterator[tuple[Path, Any]]:
    """Every value that is neither a record nor a list, with its path, in the order of the schema.

    A key that may be left out and was yields its default.
    """
    return iter(_leaves(record, (), []))


def _leaves(value: Any, path: Path, found: list[tuple[Path, Any]]) -> list[tuple[Path, Any]]:
    """The list with what is found added to it: one for the whole record, because generators in generators are slow."""
    if isinstance(value, Record):
        for name, held in vars(value).items():
            _leaves(held, (*path, name), found)
    elif isinstance(value, tuple):
        for index, held in enumerate(value):
            _leaves(held, (*path, index), found)
    else:
        found.append((path, value))
    return found
