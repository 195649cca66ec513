"""What must hold of the technologies that several metropolises would take up together."""

from collections.abc import Iterator

from wp3reports.diagnostics import Diagnostic, Note, error, warning
from wp3reports.milestones.m4_concepts.model import PracticesReport, joint_of
from wp3reports.milestones.m4_concepts.rules.handed_in import unknown_metropolis
from wp3reports.model import Dossier


def joint_unknown_metropolis(dossier: Dossier) -> Iterator[Diagnostic]:
    """A joint priority names metropolises of this project, by their ids.

    Why: the report compares it with what the cities gave priority to; an unknown one has given none.

    What to do: use the id that the city has in inputs/partners.yaml.
    """
    for joint in joint_of(dossier):
        for index, metropolis in enumerate(joint.record.metropolises):
            place = joint.at("metropolises", index)
            if finding := unknown_metropolis("m4-joint-unknown-metropolis", dossier, place, metropolis):
                yield finding


def joint_without_priority(dossier: Dossier) -> Iterator[Diagnostic]:
    """A metropolis shares in a technology to which it gives priority itself.

    Why: what a city does not name at home it will hardly pay for abroad. Nothing is said while it has not handed in.

    What to do: have the city add the technology under `priorities`, or leave the city out.
    """
    for joint in joint_of(dossier):
        for index, metropolis in enumerate(joint.record.metropolises):
            delivery = dossier.one(PracticesReport, metropolis)
            technology = joint.record.technology
            if delivery and technology not in {each.technology for each in delivery.submission.priorities}:
                yield warning(
                    "m4-joint-without-priority",
                    joint.at("metropolises", index),
                    f"{dossier.name(metropolis)} would share in {technology.label}, but gives it no priority",
                    label="no priority there",
                    notes=[Note(delivery.source.key_at("priorities"), f"the priorities of {dossier.name(metropolis)}")],
                )


def joint_one_metropolis(dossier: Dossier) -> Iterator[Diagnostic]:
    """A joint priority names at least two metropolises.

    Why: what one city takes up alone is a local priority and stands in its own hand-in.

    What to do: name the cities that would take it up together, or remove the entry.
    """
    for joint in joint_of(dossier):
        if len(set(joint.record.metropolises)) <= 1:
            yield error(
                "m4-joint-one-metropolis",
                joint.key_at("metropolises"),
                f"{joint.record.technology.label} is a joint priority of fewer than two metropolises",
                label="who joins?",
            )
