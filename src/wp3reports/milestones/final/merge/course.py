"""How the milestones went: hand-ins against the plan, and what their authors say went otherwise."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from wp3reports.model import COORDINATOR, Delivery, Dossier, MilestoneReport, Period


@dataclass(frozen=True)
class Course:
    """A milestone as planned and as it went; `closed` is the day of the co-ordinator's hand-in."""

    period: Period
    expected: int
    in_time: int
    late: int
    outstanding: int
    closed: date | None


@dataclass(frozen=True)
class Deviating:
    """A hand-in that says what went otherwise, by whom it is and for which milestone."""

    period: Period
    author: str  # as it is printed
    delivery: Delivery[Any]


def courses(reports: Sequence[MilestoneReport]) -> tuple[Course, ...]:
    """One for each milestone."""
    return tuple(
        Course(
            period=report.period,
            expected=len(report.partners),
            in_time=sum(each.submission.date <= report.period.due for each in report.deliveries),
            late=sum(each.submission.date > report.period.due for each in report.deliveries),
            outstanding=len(report.outstanding),
            closed=report.coordinator.submission.date if report.coordinator else None,
        )
        for report in reports
    )


def deviating(
    dossier: Dossier, reports: Sequence[MilestoneReport], text: Delivery[Any] | None, period: Period
) -> tuple[Deviating, ...]:
    """All hand-ins that tell of deviations, by milestone: the metropolises in their order, then the co-ordinator."""
    told = [
        (report.period, each) for report in reports for each in (*report.deliveries, report.coordinator) if each
    ] + ([(period, text)] if text else [])
    return tuple(
        Deviating(when, "WP co-ordinator" if each.author == COORDINATOR else dossier.name(each.author), each)
        for when, each in told
        if each.submission.deviations
    )
