"""What must hold of a joint programme by itself: its id, its partners, its next steps."""

from collections.abc import Iterator

from wp3reports.diagnostics import Diagnostic, Note, error, warning
from wp3reports.milestones.m4_concepts.rules.handed_in import unknown_metropolis
from wp3reports.milestones.m5_programmes.model import JointProgrammes
from wp3reports.milestones.m5_programmes.rules.walked import programmes
from wp3reports.model import Dossier, repeated


def programme_twice(dossier: Dossier) -> Iterator[Diagnostic]:
    """Each joint programme has an id of its own.

    Why: the final report refers to programmes by their id.

    What to do: give one of the two another id, or bring them together.
    """
    for delivery in dossier.of(JointProgrammes):
        initiated = delivery.submission.programmes
        for index, first in repeated(programme.id for programme in initiated):
            yield error(
                "m5-programme-twice",
                delivery.at("programmes", index, "id"),
                f'there are two programmes with the id "{initiated[index].id}"',
                label="the same id again",
                notes=[Note(delivery.at("programmes", first, "id"), "first used here")],
            )


def programme_one_partner(dossier: Dossier) -> Iterator[Diagnostic]:
    """At least two metropolises take part in a joint programme.

    Why: with fewer it is not a joint one.

    What to do: list under `partners` all metropolises that take part.
    """
    for programme in programmes(dossier):
        if len({*programme.record.partners}) <= 1:
            yield error(
                "m5-programme-one-partner",
                programme.key_at("partners"),
                f'fewer than two metropolises take part in the programme "{programme.record.id}"',
                label="who else?",
            )


def programme_unknown_partner(dossier: Dossier) -> Iterator[Diagnostic]:
    """The partners of a joint programme are metropolises of this project.

    Why: the report shows who works with whom; another one is not in its tables.

    What to do: use the ids of inputs/partners.yaml.
    """
    for programme in programmes(dossier):
        for index, metropolis in enumerate(programme.record.partners):
            place = programme.at("partners", index)
            finding = unknown_metropolis("m5-programme-unknown-partner", dossier, place, metropolis)
            if finding:
                yield finding


def programme_lead_no_partner(dossier: Dossier) -> Iterator[Diagnostic]:
    """The metropolis that leads a joint programme is among its partners.

    Why: the lead answers for the next steps, so it has to take part.

    What to do: add the lead to `partners`, or name another one.
    """
    for programme in programmes(dossier):
        if programme.record.lead not in programme.record.partners:
            yield error(
                "m5-programme-lead-no-partner",
                programme.at("lead"),
                f'"{programme.record.lead}" leads the programme "{programme.record.id}" but is not among its partners',
                label="not a partner",
                notes=[Note(programme.key_at("partners"), "the partners")],
            )


def programme_without_step(dossier: Dossier) -> Iterator[Diagnostic]:
    """A joint programme says what is to be done next.

    Why: milestone 5 initiates programmes; one without a next step was described rather than initiated. It may be
    deferred, so this is a warning.

    What to do: write under `next_steps` what is to be done, by whom and until when.
    """
    for programme in programmes(dossier):
        if not programme.record.next_steps:
            yield warning(
                "m5-programme-without-step",
                programme.key_at("next_steps"),
                f'the programme "{programme.record.id}" has no next step',
                label="none is listed",
            )
