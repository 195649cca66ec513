"""What must hold of a proposal for joint activities by itself: its id, its concept, its activities."""

from collections.abc import Iterator

from wp3reports.diagnostics import Diagnostic, Note, error
from wp3reports.milestones.m4_concepts.model import TransnationalConcepts, concepts_of
from wp3reports.milestones.m5_programmes.model import ActivitiesReport
from wp3reports.milestones.m5_programmes.rules.walked import called, proposals
from wp3reports.model import Dossier, meant, repeated, weighed


def proposal_twice(dossier: Dossier) -> Iterator[Diagnostic]:
    """Each proposal of a metropolis has an id of its own.

    Why: commitments and joint programmes take up proposals by metropolis and id; with two of one id nobody can tell
    which is meant.

    What to do: give one of the two another id, or bring them together if they are one proposal.
    """
    for delivery in dossier.of(ActivitiesReport):
        handed_in = delivery.submission.proposals
        for index, first in repeated(proposal.id for proposal in handed_in):
            yield error(
                "m5-proposal-twice",
                delivery.at("proposals", index, "id"),
                f'{dossier.name(delivery.author)} makes two proposals with the id "{handed_in[index].id}"',
                label="the same id again",
                notes=[Note(delivery.at("proposals", first, "id"), "first used here")],
            )


def proposal_without_concept(dossier: Dossier) -> Iterator[Diagnostic]:
    """A proposal rests on a transnational concept of milestone 4.

    Why: through the concept it is tied to the tools, strengths and weaknesses that the cities found before; without
    one it is an idea that nothing supports. For an observer this is a warning. Nothing is said while there are no
    concepts.

    What to do: write under `concept` the id of the concept in inputs/m4_concepts/coordinator.yaml.
    """
    concepts = dossier.one(TransnationalConcepts)
    for proposal in proposals(dossier) if concepts else ():
        if concepts and not proposal.record.concept:
            finding = error(
                "m5-proposal-without-concept",
                proposal.at("id"),
                f"{called(dossier, proposal)} rests on no concept",
                label="on which concept?",
                notes=[Note(concepts.source.key_at("concepts"), "the concepts of milestone 4")],
            )
            yield weighed(finding, dossier.partner(proposal.author))


def proposal_unknown_concept(dossier: Dossier) -> Iterator[Diagnostic]:
    """The concept that a proposal rests on is one of milestone 4.

    Why: proposals are printed by concept, and the evidence of a programme is followed through it. Nothing is said
    while there are no concepts.

    What to do: use the id of a concept in inputs/m4_concepts/coordinator.yaml.
    """
    concepts, known = dossier.one(TransnationalConcepts), concepts_of(dossier)
    for proposal in proposals(dossier) if concepts else ():
        concept = proposal.record.concept
        if concepts and concept and concept not in known:
            yield error(
                "m5-proposal-unknown-concept",
                proposal.at("concept"),
                f'{called(dossier, proposal)} rests on "{concept}", which is no concept of milestone 4',
                label="not known",
                near=meant(concept, known),
                notes=[Note(concepts.source.key_at("concepts"), "the concepts of milestone 4")],
            )


def proposal_without_activity(dossier: Dossier) -> Iterator[Diagnostic]:
    """A proposal has at least one activity.

    Why: milestone 5 asks for what is to be done, from month to month; without it nobody can commit to anything. For
    an observer this is a warning.

    What to do: list under `activities` the first steps with the months in which they start and end.
    """
    for proposal in proposals(dossier):
        if not proposal.record.activities:
            finding = error(
                "m5-proposal-without-activity",
                proposal.key_at("activities"),
                f"{called(dossier, proposal)} has no activities",
                label="none is listed",
            )
            yield weighed(finding, dossier.partner(proposal.author))


def proposal_activity_backwards(dossier: Dossier) -> Iterator[Diagnostic]:
    """An activity ends in the month in which it starts or in a later one.

    Why: the time table cannot draw it; most often the two months are exchanged or a year is wrong.

    What to do: correct `start` or `end`.
    """
    for proposal in proposals(dossier):
        for index, activity in enumerate(proposal.record.activities):
            if activity.end < activity.start:
                yield error(
                    "m5-proposal-activity-backwards",
                    proposal.at("activities", index, "end"),
                    f"an activity of {called(dossier, proposal)} ends before it starts",
                    label="before its start",
                    notes=[Note(proposal.at("activities", index, "start"), "starts here")],
                )
