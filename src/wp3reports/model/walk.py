"""A record walked to its leaves: for rules that ask about all values of a hand-in, whatever its milestone."""

from collections.abc import Iterable, Iterator
from typing import Any

from wp3reports.model.fields import Record

Path = tuple[str | int, ...]


def leaves(record: Record) -> Iterator[tuple[Path, Any]]:
    """Every value that is neither a record nor a list, with its path, in the order of the schema.

    A key that may be left out and was yields its default.
    """
    return iter(_leaves(vars(record).items(), (), []))


def _leaves(
    values: Iterable[tuple[str | int, Any]], path: Path, found: list[tuple[Path, Any]]
) -> list[tuple[Path, Any]]:
    """The list with what is found added to it: one for the whole record, because generators in generators are slow."""
    for step, value in values:
        here = (*path, step)
        if isinstance(value, tuple):
            _leaves(enumerate(value), here, found)
        elif not isinstance(value, str) and isinstance(value, Record):  # most are text, and a model asks for long
            _leaves(vars(value).items(), here, found)
        else:
            found.append((here, value))
    return found
