"""What must hold of the meetings that the co-ordinator reports: those of the plan, each once, with a day or a reason.

The plan is never taken for what happened: a meeting without an actual day was planned, and no more is known.
"""

from collections.abc import Iterator

from wp3reports.diagnostics import Diagnostic, Note, Span, error, warning
from wp3reports.model import (
    PROJECT_FILE,
    Convened,
    Dossier,
    Entry,
    Event,
    Meeting,
    Period,
    Rule,
    entries,
    is_within,
    meant,
    repeated,
)


def meeting_unknown_event(dossier: Dossier) -> Iterator[Diagnostic]:
    """A meeting that is reported is an event of the plan.

    Why: its place, its planned month and its actual day stand there, once for all milestones.

    What to do: use the id of the event in inputs/project.yaml, or add the event there.
    """
    known = [event.id for event in dossier.project.events]
    for each in entries(dossier.of(Convened), "meetings", Meeting):
        if each.record.event not in known:
            yield error(
                "meeting-unknown-event",
                each.at("event"),
                f'"{each.record.event}" is no event of the plan',
                label="not planned",
                near=meant(each.record.event, known),
                notes=[Note(dossier.frame[PROJECT_FILE].key_at("events"), "the events of the plan")],
            )


def meeting_other_milestone(dossier: Dossier) -> Iterator[Diagnostic]:
    """A meeting is reported in the milestone to which the plan assigns it.

    Why: it would stand in two reports, or in the wrong one. An event with a text under `deviation` says why it is
    otherwise, and may be reported where it belongs by then.

    What to do: report it in the milestone that the plan names, or explain the change under `deviation` of the event.
    """
    for each, event in reported(dossier):
        if event.milestone != each.delivery.milestone and not event.deviation:
            yield error(
                "meeting-other-milestone",
                each.at("event"),
                f'"{event.title}" is an event of {event.milestone}, not of {each.delivery.milestone}',
                label="of another milestone",
                notes=[Note(place(dossier, event, "milestone"), "the plan")],
            )


def meeting_twice(dossier: Dossier) -> Iterator[Diagnostic]:
    """A meeting is reported once.

    Why: two reports of one meeting may contradict each other.

    What to do: bring the two together, or correct the event of one.
    """
    for delivery in dossier.of(Convened):
        meetings = delivery.submission.meetings
        for index, first in repeated(meeting.event for meeting in meetings):
            yield error(
                "meeting-twice",
                delivery.at("meetings", index, "event"),
                f'the meeting "{meetings[index].event}" is reported twice',
                label="again",
                notes=[Note(delivery.at("meetings", first, "event"), "first reported here")],
            )


def meeting_missing(dossier: Dossier) -> Iterator[Diagnostic]:
    """Each meeting that the plan names for a milestone is reported by the co-ordinator.

    Why: the report shows for each of them what was on the agenda and what follows, whether or not it took place. Events
    without a planned month came up later and may go unreported.

    What to do: add an entry under `meetings` with the id of the event; without a record, give the agenda only.
    """
    for delivery in dossier.of(Convened):
        there = {meeting.event for meeting in delivery.submission.meetings}
        for event in dossier.project.events:
            if event.milestone == delivery.milestone and event.planned and event.id not in there:
                yield warning(
                    "meeting-missing",
                    delivery.source.key_at("meetings"),
                    f'the meeting "{event.title}" is not reported',
                    label=f'nothing on "{event.id}"',
                    notes=[Note(place(dossier, event, "planned"), "planned here")],
                )


def meeting_without_date(dossier: Dossier) -> Iterator[Diagnostic]:
    """When a milestone is over, each of its meetings has an actual day, or a text that says why it has none.

    Why: a reader must be able to tell a meeting that was held from one that was only planned.

    What to do: enter the day under `actual` of the event in inputs/project.yaml. If there is no record of the meeting,
    say so under `deviation`.
    """
    for each, event in reported(dossier):
        period = dossier.project.period(each.delivery.milestone)
        if period and _is_over(dossier, period) and not event.actual and not event.deviation:
            yield error(
                "meeting-without-date",
                each.at("event"),
                f'nothing is on record about the day of "{event.title}"',
                label="held, moved or dropped?",
                notes=[Note(place(dossier, event, "id"), "no actual day and no deviation here")],
            )


def event_outside_milestone(dossier: Dossier) -> Iterator[Diagnostic]:
    """An event lies within the months of its milestone, as planned and as it took place.

    Why: most often a year is mistyped or the wrong milestone is named; if it is so, readers want to know why.

    What to do: correct the month, the day or the milestone, or explain it under `deviation` of the event.
    """
    for event in dossier.project.events:
        period = dossier.project.period(event.milestone)
        days = {"planned": event.planned, "actual": event.actual}
        for key, day in days.items():
            if period and day and not is_within(period, day) and not event.deviation:
                start = dossier.frame[PROJECT_FILE].at("milestones", dossier.project.milestones.index(period), "start")
                yield warning(
                    "event-outside-milestone",
                    place(dossier, event, key),
                    f'"{event.title}" lies outside the months of {event.milestone}',
                    label=f"{key} outside {_months(period)}",
                    notes=[Note(start, "the milestone")],
                )


def reported(dossier: Dossier) -> Iterator[tuple[Entry[Meeting], Event]]:
    """Each meeting that is reported, and the event of the plan that it is."""
    for each in entries(dossier.of(Convened), "meetings", Meeting):
        event = dossier.project.event(each.record.event)
        if event:
            yield each, event


def place(dossier: Dossier, event: Event, key: str) -> Span:
    """The place of a value of an event in the plan."""
    return dossier.frame[PROJECT_FILE].at("events", dossier.project.events.index(event), key)


def _is_over(dossier: Dossier, period: Period) -> bool:
    """Whether the last day of a milestone lies before the day of issue."""
    return dossier.issued > period.end and not is_within(period, dossier.issued)


def _months(period: Period) -> str:
    return f"{period.start:%Y-%m} to {period.end:%Y-%m}"


RULES: tuple[Rule, ...] = (
    meeting_unknown_event,
    meeting_other_milestone,
    meeting_twice,
    meeting_missing,
    meeting_without_date,
    event_outside_milestone,
)
