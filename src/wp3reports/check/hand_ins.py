"""What must hold of every hand-in as a whole: that it is there, in time, and settled."""

from collections.abc import Iterator

from wp3reports.diagnostics import Diagnostic, Note, Span, error, info, warning
from wp3reports.milestones import MILESTONES
from wp3reports.model import (
    COORDINATOR,
    NOT_THERE,
    PARTNERS_FILE,
    PROJECT_FILE,
    Delivery,
    Dossier,
    HandIn,
    Period,
    Rule,
    Status,
    hand_in_path,
    last_day,
    weighed,
)


def hand_in_missing(dossier: Dossier) -> Iterator[Diagnostic]:
    """Every metropolis hands in for every milestone by the day that the plan names.

    Why: a draft of the report shows an empty box in its place, a release is refused. Before that day this is a
    remark, after it an error, for observers too. A file that is there but cannot be read has its own findings.

    What to do: put the hand-in under the name that is given, `inputs/<milestone>/<partner>.yaml`. If the reports are to
    be issued without it, the co-ordinator writes a waiver into `inputs/waivers.yaml`.
    """
    for milestone in MILESTONES:
        period = dossier.project.period(milestone.name)
        if period is None or milestone.local is None:
            continue
        for each in dossier.outstanding(period):
            if each.finding is None:
                who = dossier.frame[PARTNERS_FILE].at("partners", dossier.partners.index(each.partner), "id")
                message = f"{each.partner.metropolis} has not handed in {each.path}"
                yield _absent(NOT_THERE, dossier, period, each.path, message, Note(who, "is expected to"))


def coordinator_missing(dossier: Dossier) -> Iterator[Diagnostic]:
    """The WP co-ordinator hands in the common part of every milestone by the day that the plan names.

    Why: without it the report has no overview, no decision and no common definition, and the rules that compare the
    hand-ins with the decision stay silent. Before that day this is a remark, after it an error.

    What to do: write `inputs/<milestone>/coordinator.yaml`.
    """
    there = {(each.milestone, each.author) for each in dossier.deliveries}
    for milestone in MILESTONES:
        period, path = dossier.project.period(milestone.name), hand_in_path(milestone.name, COORDINATOR)
        if period and (milestone.name, COORDINATOR) not in there and path not in dossier.rejected:
            yield _absent("coordinator-missing", dossier, period, path, f"the WP co-ordinator has not handed in {path}")


def hand_in_late(dossier: Dossier) -> Iterator[Diagnostic]:
    """A hand-in is dated on or before the day on which it is due; the co-ordinator's, within the milestone's months.

    Why: the co-ordinator merges what is there on that day. For observers this is a remark.

    What to do: nothing, if it is so: the report prints the date as it is. Give the reason under `deviations`.
    """
    for delivery in dossier.of(HandIn):
        period = dossier.project.period(delivery.milestone)
        if period and delivery.submission.date > (last := last_day(period, delivery.author)):
            finding = warning(
                "hand-in-late",
                delivery.at("date"),
                f"{_whose(dossier, delivery)} hand-in is dated {delivery.submission.date}, after {last}",
                label=f"due on {last}",
                notes=[Note(_planned(dossier, period, "due"), "the plan")],
            )
            yield weighed(finding, dossier.partner(delivery.author))


def hand_in_unsettled(dossier: Dossier) -> Iterator[Diagnostic]:
    """A hand-in is submitted or accepted when the report is made: no longer a draft, nor returned for revision.

    Why: what a partner still works on should not be printed as its word. For observers this is a remark.

    What to do: set `status` to submitted when the text is done; the co-ordinator sets it to accepted.
    """
    for delivery in dossier.of(HandIn):
        if delivery.submission.status in {Status.DRAFT, Status.RETURNED}:
            finding = warning(
                "hand-in-unsettled",
                delivery.at("status"),
                f"{_whose(dossier, delivery)} hand-in is {_standing(delivery.submission.status)}",
                label="not settled",
            )
            yield weighed(finding, dossier.partner(delivery.author))


def hand_in_dated_ahead(dossier: Dossier) -> Iterator[Diagnostic]:
    """No date in a hand-in or its history lies after the day on which the report is issued.

    Why: a reader would find a report that quotes the future; most often a digit is wrong.

    What to do: correct the date, or issue the report at a later day.
    """
    for delivery in dossier.of(HandIn):
        dates = {("date",): delivery.submission.date} | {
            ("history", index, "date"): version.date for index, version in enumerate(delivery.submission.history)
        }
        for path, day in dates.items():
            if day > dossier.issued:
                yield warning(
                    "hand-in-dated-ahead",
                    delivery.at(*path),
                    f"{day} lies after {dossier.issued}, the day of issue",
                    label="not yet",
                )


def _absent(code: str, dossier: Dossier, period: Period, path: str, message: str, *notes: Note) -> Diagnostic:
    """A hand-in is not there: a remark until it is due. Its place is the file that should be."""
    kind, word = (error, "was") if dossier.issued > period.due else (info, "is")
    due = Note(_planned(dossier, period, "due"), f"{word} due on {period.due}")
    return kind(code, Span(path), message, label="not there", notes=[*notes, due])


def _planned(dossier: Dossier, period: Period, key: str) -> Span:
    """The place of a value in the plan of a milestone."""
    return dossier.frame[PROJECT_FILE].at("milestones", dossier.project.milestones.index(period), key)


def _whose(dossier: Dossier, delivery: Delivery[HandIn]) -> str:
    return "the WP co-ordinator's" if delivery.author == COORDINATOR else f"{dossier.name(delivery.author)}'s"


def _standing(status: Status) -> str:
    return "still a draft" if status is Status.DRAFT else status.label


RULES: tuple[Rule, ...] = (
    hand_in_missing,
    coordinator_missing,
    hand_in_late,
    hand_in_unsettled,
    hand_in_dated_ahead,
)
