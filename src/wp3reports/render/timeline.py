"""The plan and what came of it on one axis of months: where bars, points and labels of the time line stand."""

import textwrap
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from wp3reports.model import Event, Period, Project

_LABELS = 214.0  # the room of labels at the left
_ROW = 22.0
_LINE = 9.5  # between the two lines of a label
_LETTERS = 50  # of a label's line
_HEAD = 20.0  # above the first row, for the years


class Tick(NamedTuple):
    """The first day of a year on the axis."""

    x: float
    label: str


class Row(NamedTuple):
    """What all rows have: the lines of the label, the heights of their bases, and the height of the row's middle."""

    label: tuple[tuple[str, float], ...]
    y: float


class Bar(NamedTuple):
    """A milestone: the months of its plan, and the day on which hand-ins are due."""

    row: Row
    period: Period
    start: float
    end: float
    due: float


class Point(NamedTuple):
    """An event: where it was planned (the middle of the month) and where it took place; None where not known."""

    row: Row
    event: Event
    planned: float | None
    actual: float | None


class Timeline(NamedTuple):
    """All of it, in the units of the picture from its top left corner."""

    width: float
    height: float
    ticks: tuple[Tick, ...]
    bars: tuple[Bar, ...]
    points: tuple[Point, ...]


def timeline(project: Project, width: float) -> Timeline:
    """The milestones above, the events below in the order of their days; from the first year to the end of the last."""
    events = sorted(project.events, key=lambda event: (event.actual or event.planned or project.end, event.id))
    years = _years(project, events)
    first, last = date(years[0], 1, 1), date(years[-1] + 1, 1, 1)

    def place(day: date) -> float:
        return round(_LABELS + (width - _LABELS) * (day - first).days / (last - first).days, 1)

    bars = tuple(
        Bar(
            _row(f"{period.number} {period.title}", index),
            period,
            place(period.start),
            place(_month_after(period.end)),
            place(period.due),
        )
        for index, period in enumerate(project.milestones)
    )
    points = tuple(
        Point(
            _row(f"{event.place}: {event.title}" if event.place else event.title, index),
            event,
            place(event.planned.replace(day=15)) if event.planned else None,
            place(event.actual) if event.actual else None,
        )
        for index, event in enumerate(events, len(bars))
    )
    ticks = tuple(Tick(place(date(year, 1, 1)), str(year)) for year in years)
    return Timeline(width, _HEAD + _ROW * (len(bars) + len(points)), ticks, bars, points)


def _years(project: Project, events: Sequence[Event]) -> range:
    """Every year that the plan or an event touches."""
    days = [
        *(project.start, project.end),
        *(day for period in project.milestones for day in (period.start, period.end, period.due)),
        *(day for event in events for day in (event.planned, event.actual) if day),
    ]
    return range(min(days).year, max(days).year + 1)


def _month_after(month: date) -> date:
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)


def _row(label: str, index: int) -> Row:
    """A row with its label on one line or two."""
    y = _HEAD + _ROW * (index + 0.5)
    lines = textwrap.wrap(label, _LETTERS, max_lines=2, placeholder=" …")
    first = y + 3 - (len(lines) - 1) * _LINE / 2
    return Row(tuple((line, round(first + number * _LINE, 1)) for number, line in enumerate(lines)), y)
