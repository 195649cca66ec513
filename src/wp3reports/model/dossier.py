"""All deliveries of a project, who owes what, and the frame of a merged report."""

import calendar
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Generic, TypeVar

from wp3reports.diagnostics import Diagnostic, Span
from wp3reports.model.hand_in import HandIn
from wp3reports.model.partners import Partner
from wp3reports.model.project import Period, Project
from wp3reports.model.waiver import Waiver
from wp3reports.model.walk import Path, leaves
from wp3reports.source import Source

T = TypeVar("T", bound=HandIn)
S = TypeVar("S", bound=HandIn)

COORDINATOR = "coordinator"  # the author id of the WP co-ordinator; no partner may have it
NOT_THERE = "hand-in-missing"  # the finding that a waiver names to do without a hand-in
PROJECT_FILE = "inputs/project.yaml"
PARTNERS_FILE = "inputs/partners.yaml"


def hand_in_path(milestone: str, author: str) -> str:
    """Where the hand-in of an author lies; the path is the key."""
    return f"inputs/{milestone}/{author}.yaml"


def last_day(period: Period, author: str) -> date:
    """The day until which a hand-in is in time; the co-ordinator writes when the others have handed in."""
    if author != COORDINATOR:
        return period.due
    end = period.end.replace(day=calendar.monthrange(period.end.year, period.end.month)[1])
    return max(period.due, end)


@dataclass(frozen=True)
class Delivery(Generic[T]):
    """A valid hand-in: what it says, who handed it in for which milestone, and its source."""

    milestone: str
    author: str
    submission: T
    source: Source
    digest: str  # SHA-256 of the file

    @cached_property
    def leaves(self) -> tuple[tuple[Path, Any], ...]:
        """Every value of the hand-in with its path; walked once, for many rules ask."""
        return tuple(leaves(self.submission))

    def at(self, *path: str | int) -> Span:
        """The place of a value in the hand-in's file."""
        return self.source.at(*path)

    def pointer(self, *path: str | int) -> str:
        """The same place as text that does not change when lines above it do: `file#/clusters/0/name`."""
        return f"{self.source.path}#{''.join(f'/{step}' for step in path)}"


@dataclass(frozen=True)
class Outstanding:
    """An expected hand-in that is missing or invalid: `finding` is the first reason in that case.

    `waiver` is the one that lets a release do without it.
    """

    partner: Partner
    period: Period
    finding: Diagnostic | None = None
    waiver: Waiver | None = None
    is_overdue: bool = True

    @property
    def path(self) -> str:
        """Where it is expected."""
        return hand_in_path(self.period.milestone, self.partner.id)


@dataclass(frozen=True)
class Dossier:
    """Everything that was handed in, typed; only valid deliveries are in it.

    `rejected` has the first error of each hand-in that is there but cannot be used, by its path. `issued` is the clock.
    """

    project: Project
    partners: tuple[Partner, ...]
    frame: Mapping[str, Source]  # the sources of the project files, by path
    deliveries: tuple[Delivery[Any], ...]
    issued: date
    rejected: Mapping[str, Diagnostic] = field(default_factory=dict)
    waivers: tuple[Waiver, ...] = ()
    known: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)  # see `indexed`

    def of(self, kind: type[S]) -> tuple[Delivery[S], ...]:
        """The deliveries of one kind, in the order of the partners."""
        if kind not in self.known:
            self.known[kind] = tuple(each for each in self.deliveries if isinstance(each.submission, kind))
        found: tuple[Delivery[S], ...] = self.known[kind]
        return found

    def one(self, kind: type[S], author: str = COORDINATOR) -> Delivery[S] | None:
        """The delivery of one kind by one author."""
        key = kind, "by author"
        if key not in self.known:
            self.known[key] = {each.author: each for each in reversed(self.of(kind))}
        found: Delivery[S] | None = self.known[key].get(author)
        return found

    def partner(self, partner: str) -> Partner | None:
        """The partner with that id."""
        return self._partners.get(partner)

    @cached_property
    def _partners(self) -> Mapping[str, Partner]:
        return {each.id: each for each in reversed(self.partners)}  # the first one of an id that two have

    def name(self, partner: str) -> str:
        """The metropolis of that id; the id itself when nobody has it."""
        known = self.partner(partner)
        return known.metropolis if known else partner

    def outstanding(self, period: Period) -> tuple[Outstanding, ...]:
        """The partners whose hand-in for this milestone is missing or cannot be used."""
        there = {each.author for each in self.deliveries if each.milestone == period.milestone}
        return tuple(
            self._owed(partner, period, hand_in_path(period.milestone, partner.id))
            for partner in self.partners
            if partner.id not in there
        )

    def _owed(self, partner: Partner, period: Period, path: str) -> Outstanding:
        finding = self.rejected.get(path)
        waiver = self.waiver(path, finding.code if finding else NOT_THERE)
        return Outstanding(partner, period, finding, waiver, is_overdue=self.issued > period.due)

    def waiver(self, path: str, finding: str) -> Waiver | None:
        """The waiver that lets a release do without this hand-in, as long as it holds."""
        holding = (each for each in self.waivers if each.holds(self.issued))
        return next((each for each in holding if (each.path, each.finding) == (path, finding)), None)

    def source(self, path: str) -> Source | None:
        """The source of a file that could be read."""
        found = (each.source for each in self.deliveries if each.source.path == path)
        return next(found, None) or self.frame.get(path)


Rule = Callable[[Dossier], Iterator[Diagnostic]]


@dataclass(frozen=True)
class MilestoneReport:
    """What every merged report has; each milestone adds what it merges."""

    period: Period
    project: Project
    partners: tuple[Partner, ...]
    deliveries: tuple[Delivery[Any], ...]  # of the local partners, in their order
    coordinator: Delivery[Any] | None
    outstanding: tuple[Outstanding, ...]
    issued: date

    @property
    def contributions(self) -> tuple[Delivery[Any], ...]:
        """The hand-ins that the report was made from, the co-ordinator's first."""
        return (*((self.coordinator,) if self.coordinator else ()), *self.deliveries)

    @cached_property
    def handed_in(self) -> Mapping[str, Delivery[Any]]:
        """The hand-in of each metropolis, by its id; in the final report its last one."""
        return {each.author: each for each in self.deliveries}

    def name(self, partner: str) -> str:
        """The metropolis of that id; the id itself when nobody has it."""
        return self._known[partner][1].metropolis if partner in self._known else partner

    def place(self, partner: Partner) -> int:
        """Where a metropolis stands among all of them, from 0."""
        return self._known[partner.id][0]

    @cached_property
    def _known(self) -> Mapping[str, tuple[int, Partner]]:
        return {each.id: (place, each) for place, each in reversed([*enumerate(self.partners)])}


@dataclass(frozen=True)
class Milestone:
    """What the program knows of one milestone: the two kinds of hand-in and its rules.

    `name` is the same in all trees. `local` is absent where only the co-ordinator hands in.
    """

    name: str
    local: type[HandIn] | None
    coordinator: type[HandIn]
    rules: tuple[Rule, ...]
