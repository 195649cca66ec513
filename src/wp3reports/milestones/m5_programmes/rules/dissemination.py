"""What must hold of the log of dissemination, the co-ordinator's and the cities' own."""

from collections.abc import Iterator

from wp3reports.diagnostics import Diagnostic, Note, error, warning
from wp3reports.milestones.m5_programmes.model import ActivitiesReport, JointProgrammes
from wp3reports.model import PROJECT_FILE, Dossier, meant, repeated


def dissemination_unknown_event(dossier: Dossier) -> Iterator[Diagnostic]:
    """The log of dissemination lists events of the plan.

    Why: place, planned month and actual day are printed from the plan; of another event nothing is known.

    What to do: use an id under `events` in inputs/project.yaml, or add the event there.
    """
    known = [event.id for event in dossier.project.events]
    for delivery in dossier.of(JointProgrammes):
        for index, each in enumerate(delivery.submission.dissemination):
            if each.event not in known:
                yield error(
                    "m5-dissemination-unknown-event",
                    delivery.at("dissemination", index, "event"),
                    f'the log of dissemination lists "{each.event}", which is no event of the plan',
                    label="not known",
                    near=meant(each.event, known),
                    notes=[Note(dossier.frame[PROJECT_FILE].key_at("events"), "the events of the plan")],
                )


def dissemination_twice(dossier: Dossier) -> Iterator[Diagnostic]:
    """The log of dissemination lists an event once.

    Why: it has one line for each event, with all who were addressed.

    What to do: bring the two entries together.
    """
    for delivery in dossier.of(JointProgrammes):
        log = delivery.submission.dissemination
        for index, first in repeated(each.event for each in log):
            yield error(
                "m5-dissemination-twice",
                delivery.at("dissemination", index, "event"),
                f'the log of dissemination lists "{log[index].event}" twice',
                label="again",
                notes=[Note(delivery.at("dissemination", first, "event"), "first listed here")],
            )


def dissemination_unrecorded(dossier: Dossier) -> Iterator[Diagnostic]:
    """An event of the log that was planned for a month gone by has an actual date or a word on the deviation.

    Why: the plan is never taken for what happened; without either a reader cannot tell whether it took place.

    What to do: write `actual` or `deviation` with the event in inputs/project.yaml; "no record is known" will do.
    """
    for delivery in dossier.of(JointProgrammes):
        for index, each in enumerate(delivery.submission.dissemination):
            event = dossier.project.event(each.event)
            if event is None or event.planned is None or event.actual or event.deviation:
                continue
            if event.planned < dossier.issued.replace(day=1):
                place = dossier.frame[PROJECT_FILE].at("events", dossier.project.events.index(event), "planned")
                yield warning(
                    "m5-dissemination-unrecorded",
                    delivery.at("dissemination", index, "event"),
                    f'nothing says whether the event "{each.event}" took place',
                    label="held or not?",
                    notes=[Note(place, "planned for a month gone by")],
                )


def local_dissemination_dated_ahead(dossier: Dossier) -> Iterator[Diagnostic]:
    """What a metropolis says it did to make results known lies before the day on which the report is issued.

    Why: what is still to come is planned, not actual; most often a digit is wrong.

    What to do: write the month under `planned`, or correct the day.
    """
    for delivery in dossier.of(ActivitiesReport):
        for index, each in enumerate(delivery.submission.dissemination):
            if each.actual and each.actual > dossier.issued:
                yield warning(
                    "m5-local-dissemination-dated-ahead",
                    delivery.at("dissemination", index, "actual"),
                    f"{each.actual} lies after {dossier.issued}, the day of issue",
                    label="not yet",
                )
