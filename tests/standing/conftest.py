"""Hand-ins at any stage, made without a project."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from wp3reports.diagnostics import Diagnostic, Severity, Span
from wp3reports.model import Guidance, Period
from wp3reports.standing import Cell, Row, State


def _period(number: int, *, is_joint: bool = False) -> Period:
    return Period(
        milestone=f"m{number}",
        number=str(number),
        title="Final report" if is_joint else f"Title {number}",
        start=date(2005, 1, 1),
        end=date(2005, 6, 1),
        due=date(2005, 6, 15),
        deliverable=f"D{number}",
        words=Guidance(least=600, most=1500),
    )


def _cell(number: int = 2, state: State = State.SUBMITTED, days: int = 6, *found: Diagnostic, **more: Any) -> Cell:
    is_there = state not in {State.MISSING, State.INVALID, State.WAIVED}
    about = {"author": "vilnius", "has_begun": True, "findings": found}
    about |= {"dated": date(2005, 6, 10) if is_there else None, "words": 1210 if is_there else None}
    period = _period(number, is_joint=bool(more.get("is_joint")))
    return Cell(period=period, state=state, days=days, **{**about, **more})


def _finding(message: str, code: str = "m2-quadrant-empty", severity: Severity = Severity.ERROR) -> Diagnostic:
    return Diagnostic(severity, code, message, Span("inputs/m2/vilnius.yaml"))


@pytest.fixture
def cell() -> Callable[..., Cell]:
    """A hand-in of Vilnius: number of the milestone, state, days until it is due, findings."""
    return _cell


@pytest.fixture
def finding() -> Callable[..., Diagnostic]:
    return _finding


@pytest.fixture
def vilnius() -> Callable[..., Row]:
    return lambda *cells: Row("vilnius", "Vilnius", cells)
