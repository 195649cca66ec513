"""The matrix: for each metropolis and milestone where the hand-in stands, with the co-ordinator's own row at the end.

The expected set comes from the plan and the partners, never from what happens to be there.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from wp3reports.diagnostics import Diagnostic
from wp3reports.milestones import MILESTONES
from wp3reports.model import (
    COORDINATOR,
    NOT_THERE,
    Delivery,
    Dossier,
    Milestone,
    Period,
    hand_in_path,
    last_day,
)
from wp3reports.standing.cell import Cell, State
from wp3reports.standing.extent import words

ABSENT = frozenset({NOT_THERE, "coordinator-missing"})  # the findings that say no more than that a hand-in is not there
_NAME = "WP co-ordinator"


@dataclass(frozen=True)
class Row:
    """The hand-ins of one author, in the order of the milestones; some milestones want none of a partner."""

    author: str
    name: str
    cells: tuple[Cell, ...]

    def cell(self, period: Period) -> Cell | None:
        """The hand-in for one milestone, if one is expected."""
        return next((cell for cell in self.cells if cell.period == period), None)


@dataclass(frozen=True)
class Matrix:
    """All hand-ins that are expected: rows by partner and the co-ordinator's, columns by milestone."""

    issued: date
    periods: tuple[Period, ...]
    rows: tuple[Row, ...]

    @property
    def overdue(self) -> int:
        """How many hand-ins are."""
        return sum(cell.is_overdue for row in self.rows for cell in row.cells)

    @property
    def shared(self) -> tuple[Period, ...]:
        """The milestones for which partners hand in."""
        return tuple(each for each in self.periods if not all(cell.is_joint for cell in self.column(each).values()))

    def column(self, period: Period) -> Mapping[str, Cell]:
        """The hand-ins for one milestone by the names of their authors."""
        return {row.name: cell for row in self.rows if (cell := row.cell(period)) is not None}

    def only(self, milestones: Collection[str]) -> "Matrix":
        """The columns of these milestones."""
        return replace(
            self,
            periods=tuple(period for period in self.periods if period.milestone in milestones),
            rows=tuple(
                replace(row, cells=tuple(cell for cell in row.cells if cell.period.milestone in milestones))
                for row in self.rows
            ),
        )


def survey(dossier: Dossier, findings: Iterable[Diagnostic]) -> Matrix:
    """Where all hand-ins stand by these findings, in which waivers are settled."""
    planned = {
        milestone: period for milestone in MILESTONES if (period := dossier.project.period(milestone.name)) is not None
    }
    found: dict[str, tuple[Diagnostic, ...]] = {}
    for finding in findings:
        found[finding.span.path] = (*found.get(finding.span.path, ()), finding)
    authors = {**{partner.id: partner.metropolis for partner in dossier.partners}, COORDINATOR: _NAME}
    rows = (Row(author, name, tuple(_cells(dossier, author, planned, found))) for author, name in authors.items())
    return Matrix(dossier.issued, tuple(planned.values()), tuple(rows))


def _cells(
    dossier: Dossier, author: str, planned: Mapping[Milestone, Period], found: Mapping[str, tuple[Diagnostic, ...]]
) -> Iterator[Cell]:
    deliveries = {each.milestone: each for each in dossier.deliveries if each.author == author}
    for milestone, period in planned.items():
        if milestone.local is None and author != COORDINATOR:
            continue
        here = found.get(hand_in_path(milestone.name, author), ())
        delivery = deliveries.get(milestone.name)
        cell = Cell(
            author=author,
            period=period,
            state=State[delivery.submission.status.name] if delivery else State.MISSING,
            days=(period.due - dossier.issued).days,
            has_begun=period.start <= dossier.issued,
            is_joint=milestone.local is None,
            findings=here,
        )
        yield _delivered(cell, delivery) if delivery else _undelivered(cell, dossier)


def _delivered(cell: Cell, delivery: Delivery[Any]) -> Cell:
    submission = delivery.submission
    late = (submission.date - last_day(cell.period, cell.author)).days
    return replace(cell, words=words(submission), dated=submission.date, late=max(0, late))


def _undelivered(cell: Cell, dossier: Dossier) -> Cell:
    """A cell without a valid hand-in: what is found of it tells whether there is a file."""
    rejected = dossier.rejected.get(cell.path)
    absent = "coordinator-missing" if cell.author == COORDINATOR else NOT_THERE
    if dossier.waiver(cell.path, rejected.code if rejected else absent):
        return replace(cell, state=State.WAIVED)
    is_there = rejected is not None or any(finding.code not in ABSENT for finding in cell.findings)
    return replace(cell, state=State.INVALID if is_there else State.MISSING)
