"""Findings as values: where, what, why, what to do. Every reporter prints from this one record.

Nothing here prints, reads or raises; what a partner did wrong is always a `Diagnostic`, never an exception.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple, TypedDict, Unpack


class Severity(IntEnum):
    """How much a finding weighs; only an error stops a release. The order is the order of importance."""

    ERROR = 0
    WARNING = 1
    INFO = 2

    @property
    def word(self) -> str:
        """The lower-case word that is printed."""
        return self.name.lower()


class Span(NamedTuple):
    """A place in one file: lines and columns count characters from 1 as an editor does; the end is exclusive."""

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 0
    end_column: int = 0

    def __str__(self) -> str:
        """`file:line:column`, which editors and terminals can follow."""
        return f"{self.path}:{self.line}:{self.column}"


class Note(NamedTuple):
    """A second place that belongs to a finding, such as the other end of a conflict between milestones."""

    span: Span
    text: str


class Guess(NamedTuple):
    """A known word that was probably meant by a typed one, and whether nothing else can have been meant."""

    word: str
    typed: str
    is_sure: bool


class Edit(NamedTuple):
    """A text that takes the place of what a span marks: `typed`, or anything where that is empty."""

    span: Span
    text: str
    typed: str = ""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding.

    `code` is a kebab-case name that is never reused; `message` says what is wrong in one line without its place;
    `label` stands under the marked text; `notes` are the other places; `help` says what to do; `fix` does it where only
    one thing can be meant.
    """

    severity: Severity
    code: str
    message: str
    span: Span
    label: str = ""
    notes: tuple[Note, ...] = ()
    help: str = ""
    fix: tuple[Edit, ...] = ()


class Details(TypedDict, total=False):
    """What a finding may say beyond code, place and message.

    `near` is what was probably meant in place of the marked word: it becomes the label and, if it is sure, the fix.
    `instead` is the same where a note already shows it: it becomes the fix only.
    """

    label: str
    notes: Iterable[Note]
    help: str
    near: Guess | None
    instead: Guess | None
    fix: tuple[Edit, ...]


def error(code: str, span: Span, message: str, **details: Unpack[Details]) -> Diagnostic:
    """A finding that stops a release."""
    return _finding(Severity.ERROR, code, span, message, details)


def warning(code: str, span: Span, message: str, **details: Unpack[Details]) -> Diagnostic:
    """A finding to look at; nothing is stopped by it."""
    return _finding(Severity.WARNING, code, span, message, details)


def info(code: str, span: Span, message: str, **details: Unpack[Details]) -> Diagnostic:
    """A remark."""
    return _finding(Severity.INFO, code, span, message, details)


def _finding(severity: Severity, code: str, span: Span, message: str, details: Details) -> Diagnostic:
    label, notes, fix = details.get("label", ""), tuple(details.get("notes", ())), details.get("fix", ())
    near = details.get("near")
    if near:
        label = f'did you mean "{near.word}"?'
    guess = near or details.get("instead")
    if guess and guess.is_sure and not fix:
        fix = (Edit(span, guess.word, guess.typed),)
    return Diagnostic(severity, code, message, span, label, notes, details.get("help", ""), fix)


def ordered(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sorted by place, then weight and name, each finding once."""
    return tuple(sorted(dict.fromkeys(findings), key=lambda d: (d.span, d.severity, d.code, d.message)))
