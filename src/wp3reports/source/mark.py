"""Where libyaml saw something: line and column from 0, counted in characters of our own text."""

from typing import NamedTuple, Protocol

import yaml


class Place(NamedTuple):
    """A line and a column, both from 0."""

    line: int
    column: int


_START = Place(0, 0)


class _Mark(Protocol):
    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


def place(mark: _Mark | None) -> Place:
    """The place of a mark; without one the start of the file."""
    return Place(mark.line, mark.column) if mark else _START


def begin(event: yaml.Event) -> Place:
    """Where an event begins: at its anchor or tag if it has one."""
    mark = event.start_mark
    return Place(mark.line, mark.column) if mark else _START


def end(event: yaml.Event) -> Place:
    """Where an event ends, exclusive."""
    mark = event.end_mark
    return Place(mark.line, mark.column) if mark else _START
