"""What must hold of the recommendations as a whole: that there are any, each once, and each for a reason."""

from collections.abc import Iterator

from wp3reports.diagnostics import Diagnostic, Note, error, warning
from wp3reports.milestones.final.model import FinalText
from wp3reports.milestones.m5_programmes.model import JointProgrammes
from wp3reports.model import PROJECT_FILE, Dossier, repeated


def recommendation_missing(dossier: Dossier) -> Iterator[Diagnostic]:
    """The final report recommends something.

    Why: five milestones were worked for what should be done next; a report that draws no recommendation from them
    leaves that to its readers. Nothing is said before the day on which the final report is due, nor while there are
    no joint programmes yet that a recommendation could rest on.

    What to do: write under `recommendations` what should be done, by whom, and on what it rests.
    """
    text, last = dossier.one(FinalText), dossier.one(JointProgrammes)
    if text is None or last is None or text.submission.recommendations:
        return
    period = dossier.project.period(text.milestone)
    if period is None or dossier.issued <= period.due:
        return
    due = dossier.frame[PROJECT_FILE].at("milestones", dossier.project.milestones.index(period), "due")
    yield warning(
        "final-recommendation-missing",
        text.source.key_at("recommendations"),
        "the final report makes no recommendation",
        label="none is listed",
        notes=[
            Note(due, f"the report was due on {period.due}"),
            Note(last.source.key_at("programmes"), "what a recommendation could rest on"),
        ],
    )


def recommendation_twice(dossier: Dossier) -> Iterator[Diagnostic]:
    """Each recommendation has an id of its own.

    Why: links lead to a recommendation by its id; of two with the same one the second cannot be reached.

    What to do: give one of the two another id, or bring them together.
    """
    for delivery in dossier.of(FinalText):
        listed = delivery.submission.recommendations
        for index, first in repeated(each.id for each in listed):
            yield error(
                "final-recommendation-twice",
                delivery.at("recommendations", index, "id"),
                f'two recommendations have the id "{listed[index].id}"',
                label="the same id again",
                notes=[Note(delivery.at("recommendations", first, "id"), "first used here")],
            )


def recommendation_rests_on_nothing(dossier: Dossier) -> Iterator[Diagnostic]:
    """A recommendation rests on something that was handed in: a proposal, a practice, a concept or a programme.

    Why: what nobody proposed, tried or planned is an opinion of the author; the readers of the report are asked to
    act on what eleven metropolises found.

    What to do: name under `rests_on` at least one proposal of milestone 3, best practice or concept of milestone 4,
    or programme of milestone 5; or move the thought to `conclusions` or `outlook`.
    """
    for delivery in dossier.of(FinalText):
        for index, each in enumerate(delivery.submission.recommendations):
            basis = each.rests_on
            if not (basis.proposals or basis.practices or basis.concepts or basis.programmes):
                yield error(
                    "final-recommendation-rests-on-nothing",
                    delivery.source.key_at("recommendations", index, "rests_on"),
                    f'the recommendation "{each.name}" rests on nothing',
                    label="nothing is named",
                )
