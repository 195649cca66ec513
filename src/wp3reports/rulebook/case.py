"""A case of the rule book: what is handed in, and the findings that must come. How it is written is for `markdown`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

ISSUED = date(2008, 1, 31)


class Announced(NamedTuple):
    """A finding that a case promises."""

    path: str
    line: int
    severity: str
    code: str
    message: str  # a part of it; empty when only the code matters

    def __str__(self) -> str:
        """All but the message, which may be a part of the whole."""
        return f"{self.path}:{self.line} {self.severity} [{self.code}]"


class Promise(NamedTuple):
    """What is announced at the end of a line."""

    severity: str
    code: str
    message: str


class Line(NamedTuple):
    """A line of a file without the announcements that stood behind it; single bytes stand as half surrogates."""

    text: str
    announced: tuple[Promise, ...] = ()


Lines = Mapping[str, tuple[Line, ...]]


@dataclass(frozen=True)
class Case:
    """A heading of the rule book with its files as they are after all changes.

    `start` are the files before the changes, in which nothing is wrong; `right` names the case that shows how it is
    right where the start does not. On the disk lies what `disk` says in place of a file; what the case is about shows
    when `target` is built, and `meanwhile` something may happen that no file says.
    """

    document: str
    title: str
    lines: Lines
    start: Lines = field(default_factory=dict)
    gone: Mapping[str, Line] = field(default_factory=dict)  # files taken away, and what is announced of them
    disk: Mapping[str, Line] = field(default_factory=dict)  # what lies there, in words
    binary: Mapping[str, bytes] = field(default_factory=dict)  # pictures, and what is announced of none
    issued: date = ISSUED
    right: str = ""
    target: str = ""
    meanwhile: str = ""

    @property
    def files(self) -> dict[str, bytes]:
        """What the program reads."""
        return {path: content(lines) for path, lines in self.lines.items()} | dict(self.binary)

    @property
    def odd(self) -> Mapping[str, Line]:
        """What is said of the places at which there is no file."""
        return {**self.gone, **self.disk}

    @property
    def announced(self) -> list[Announced]:
        """What it must find, sorted."""
        return sorted(
            Announced(path, number, *promise)
            for path, lines in (*self.lines.items(), *((path, (line,)) for path, line in self.odd.items()))
            for number, line in enumerate(lines, start=1)
            for promise in line.announced
        )


def content(lines: tuple[Line, ...]) -> bytes:
    """The bytes of a file."""
    return "".join(f"{line.text}\n" for line in lines).encode("utf-8", "surrogateescape")
