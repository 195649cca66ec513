"""One hand-in that is expected, and where it stands."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Self

from wp3reports.diagnostics import Diagnostic, Severity
from wp3reports.model import COORDINATOR, Guidance, Period, hand_in_path


class State(StrEnum):
    """Where a hand-in stands; each state has a word, a sign that is never printed without it, and a meaning."""

    sign: str
    meaning: str

    def __new__(cls, value: str, sign: str, meaning: str) -> Self:
        """A state from its word, its sign and what it means."""
        member = str.__new__(cls, value)
        member._value_, member.sign, member.meaning = value, sign, meaning
        return member

    ACCEPTED = "accepted", "✓", "the co-ordinator has accepted it"
    SUBMITTED = "submitted", "•", "handed in and not yet accepted"
    RETURNED = "returned", "←", "the co-ordinator has returned it for revision"
    DRAFT = "draft", "~", "its author still works on it"
    INVALID = "invalid", "!", "the file is there and cannot be used"
    MISSING = "missing", "✗", "there is no file"
    WAIVED = "waived", "–", "the co-ordinator does without it"


_UNSETTLED = frozenset({State.MISSING, State.INVALID, State.DRAFT, State.RETURNED})


@dataclass(frozen=True)
class Cell:
    """One hand-in that is expected: `author` is a partner's id or the co-ordinator's."""

    author: str
    period: Period
    state: State
    days: int  # from the day of issue until it is due; negative when that day is past
    has_begun: bool  # whether the months of the milestone have
    is_joint: bool = False  # nobody but the co-ordinator hands in for this milestone
    findings: tuple[Diagnostic, ...] = ()  # at places in the hand-in, the waived ones as remarks
    words: int | None = None  # None of a hand-in that is not there or cannot be used
    dated: date | None = None  # the same
    late: int = 0  # days between the last day on which it would have been in time and its date

    @property
    def path(self) -> str:
        """Where it is, or should be."""
        return hand_in_path(self.period.milestone, self.author)

    @property
    def name(self) -> str:
        """What is owed: `milestone 2`, or `the final report`, which is known by its title."""
        title = self.period.title
        return f"the {title[:1].lower()}{title[1:]}" if self.is_joint else f"milestone {self.period.number}"

    @property
    def guidance(self) -> Guidance | None:
        """How long it should be; the plan says so of local hand-ins."""
        return None if self.author == COORDINATOR else self.period.words

    @property
    def is_owed(self) -> bool:
        """Whether somebody has something to do before it counts as handed in."""
        return self.errors > 0 or (self.has_begun and self.state in _UNSETTLED)

    @property
    def is_overdue(self) -> bool:
        """Whether it is owed and the day is past."""
        return self.is_owed and self.days < 0

    @property
    def errors(self) -> int:
        """How many findings would stop a release."""
        return self._count(Severity.ERROR)

    @property
    def warnings(self) -> int:
        """How many findings are to be looked at."""
        return self._count(Severity.WARNING)

    @property
    def infos(self) -> int:
        """How many are remarks."""
        return self._count(Severity.INFO)

    def _count(self, severity: Severity) -> int:
        return sum(finding.severity is severity for finding in self.findings)
