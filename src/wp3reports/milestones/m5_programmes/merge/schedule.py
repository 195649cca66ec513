"""When the activities of a proposal take place: bars over whole years, by months or, if these are many, by quarters."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from wp3reports.milestones.m5_programmes.model import Activity

_WIDEST = 36  # slots that can still be told apart on a page
_UNITS = {1: "month", 3: "quarter"}
_YEAR = 12


class Run(NamedTuple):
    """Neighbouring slots of one year in which an activity is under way, or is not."""

    slots: int
    is_on: bool
    opens_year: bool


class Schedule(NamedTuple):
    """The years from the first activity to the last, the slots in each, and the runs of every activity."""

    unit: str
    years: tuple[int, ...]
    slots: int
    rows: tuple[tuple[Run, ...], ...]


def schedule(activities: Sequence[Activity]) -> Schedule | None:
    """The activities as bars, in their order; None without activities or where they take too long to be drawn."""
    if not activities:
        return None
    days = [day for each in activities for day in (each.start, each.end)]
    years = range(min(days).year, max(days).year + 1)
    step = next((step for step in _UNITS if len(years) * _YEAR // step <= _WIDEST), None)
    if step is None:
        return None
    slots = _YEAR // step
    rows = (_runs(each, years, step) for each in activities)
    return Schedule(_UNITS[step], tuple(years), slots, tuple(rows))


def _runs(activity: Activity, years: range, step: int) -> tuple[Run, ...]:
    """The row of one activity; one that ends before it starts is never under way."""
    first, last = (_slot(day, years, step) for day in (activity.start, activity.end))
    return tuple(
        run
        for year in range(len(years))
        for run in _year(range(year * _YEAR // step, (year + 1) * _YEAR // step), first, last)
    )


def _year(slots: range, first: int, last: int) -> tuple[Run, ...]:
    runs = [(is_on, len([*run])) for is_on, run in groupby(first <= slot <= last for slot in slots)]
    return tuple(Run(length, is_on, index == 0) for index, (is_on, length) in enumerate(runs))


def _slot(day: date, years: range, step: int) -> int:
    return ((day.year - years.start) * _YEAR + day.month - 1) // step
