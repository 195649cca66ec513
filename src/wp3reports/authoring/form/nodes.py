"""A hand-in as a form: what is asked, what stands there, what to choose from, and what was found at each place.

Values, and nothing about how they look. A `path` is the way to the value in the file.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from wp3reports.authoring.changes import Path
from wp3reports.diagnostics import Diagnostic


class Kind(StrEnum):
    """How a value is written."""

    PROSE = "prose"  # CommonMark, of several paragraphs
    TEXT = "text"  # a sentence or two
    WORD = "word"  # of a certain form, such as an id or a number
    DAY = "day"
    CHOICE = "choice"  # one of a few
    CHOICES = "choices"  # any of a few
    WORDS = "words"  # a list of free texts


@dataclass(frozen=True, slots=True)
class Choice:
    """A word of a file, and what people call it."""

    word: str
    name: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What every node says of itself; `is_needed` is whether it has to be there."""

    path: Path
    label: str
    help: str
    is_needed: bool
    findings: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Field(Asked):
    """One value; a list of words is a tuple, what is not there is empty."""

    kind: Kind
    value: str | tuple[str, ...]
    example: str
    choices: tuple[Choice, ...] = ()

    @property
    def is_missing(self) -> bool:
        """Whether it has to be written still."""
        return self.is_needed and not self.value


@dataclass(frozen=True, slots=True)
class Group(Asked):
    """Values that belong together; `is_there` is False where it may be left out and is. An entry has a title."""

    nodes: tuple["Node", ...]
    is_there: bool = True
    title: str = ""


@dataclass(frozen=True, slots=True)
class Entries(Asked):
    """A list of groups; `singular` is what one of them is called."""

    entries: tuple[Group, ...]
    singular: str


Node = Field | Group | Entries


@dataclass(frozen=True, slots=True)
class Form:
    """A whole hand-in; `digest` is the SHA-256 of the file that it shows, `findings` are those of no single place."""

    path: str
    digest: str
    nodes: tuple[Node, ...]
    findings: tuple[Diagnostic, ...]

    def fields(self) -> Iterator[Field]:
        """All values of what is there, in their order."""
        yield from _fields(self.nodes)


def _fields(nodes: tuple[Node, ...]) -> Iterator[Field]:
    for node in nodes:
        match node:
            case Field():
                yield node
            case Group() if node.is_there:
                yield from _fields(node.nodes)
            case Entries():
                yield from _fields(node.entries)
