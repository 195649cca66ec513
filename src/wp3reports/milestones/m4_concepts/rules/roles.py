"""What must hold of the roles of the metropolises, and of how the common concept considers them."""

from collections.abc import Iterator

from wp3reports.diagnostics import Diagnostic, Note, error
from wp3reports.milestones.m4_concepts.model import PracticesReport, TransnationalConcepts, considered_of
from wp3reports.milestones.m4_concepts.rules.handed_in import unknown_metropolis
from wp3reports.model import Dossier, repeated, weighed

_TEXTS = {"national": "the national innovation system", "urban": "the urban system"}


def role_missing(dossier: Dossier) -> Iterator[Diagnostic]:
    """Every metropolis describes its role in the national innovation system and in the urban system.

    Why: the concept for technology priorities has to consider both, by the plan of the work package. For an observer
    this is a warning.

    What to do: write `national` and `urban` under `role`; give key figures where a source has them.
    """
    for delivery in dossier.of(PracticesReport):
        role = delivery.submission.role
        missing = [system for key, system in _TEXTS.items() if not (role and getattr(role, key))]
        if missing:
            finding = error(
                "m4-role-missing",
                delivery.source.key_at("role"),
                f"{dossier.name(delivery.author)} does not describe its role in {' and in '.join(missing)}",
                label="not described",
            )
            yield weighed(finding, dossier.partner(delivery.author))


def role_not_considered(dossier: Dossier) -> Iterator[Diagnostic]:
    """The concept for technology priorities says how it considered the role of every metropolis that handed one in.

    Why: the plan of the work package asks for it; a city whose role is left out will not find itself in the concept.
    For the role of an observer this is a warning.

    What to do: add the city under `considered` and say what its role means for the priorities.
    """
    common = dossier.one(TransnationalConcepts)
    if common is None:
        return
    considered = {each.record.metropolis for each in considered_of(dossier)}
    for delivery in dossier.of(PracticesReport):
        if delivery.submission.role and delivery.author not in considered:
            finding = error(
                "m4-role-not-considered",
                common.source.key_at("technologies", "considered"),
                f"the role of {dossier.name(delivery.author)} is not considered",
                label=f'no entry for "{delivery.author}"',
                notes=[Note(delivery.source.key_at("role"), "the role")],
            )
            yield weighed(finding, dossier.partner(delivery.author))


def role_not_handed_in(dossier: Dossier) -> Iterator[Diagnostic]:
    """Only roles that a metropolis has described are considered.

    Why: what a city is in its country is for the city to say. Nothing is said while it has not handed in.

    What to do: have the city describe its role, or leave it out under `considered`.
    """
    for considered in considered_of(dossier):
        delivery = dossier.one(PracticesReport, considered.record.metropolis)
        if delivery and delivery.submission.role is None:
            yield error(
                "m4-role-not-handed-in",
                considered.at("metropolis"),
                f"the role of {dossier.name(delivery.author)} is considered, but the city has not described it",
                label="which role?",
                notes=[Note(delivery.at(), "has no `role`")],
            )


def considered_unknown_metropolis(dossier: Dossier) -> Iterator[Diagnostic]:
    """The roles that are considered are those of metropolises of this project, named by their ids.

    Why: under an unknown name the consideration is lost, and the city that was meant goes without one.

    What to do: use the id that the city has in inputs/partners.yaml.
    """
    for considered in considered_of(dossier):
        place, metropolis = considered.at("metropolis"), considered.record.metropolis
        if finding := unknown_metropolis("m4-considered-unknown-metropolis", dossier, place, metropolis):
            yield finding


def considered_twice(dossier: Dossier) -> Iterator[Diagnostic]:
    """The role of each metropolis is considered once.

    Why: the report has one row for each city; of two texts nobody can tell which holds.

    What to do: bring the two texts together.
    """
    considered = tuple(considered_of(dossier))
    for index, first in repeated(each.record.metropolis for each in considered):
        yield error(
            "m4-considered-twice",
            considered[index].at("metropolis"),
            f"the role of {dossier.name(considered[index].record.metropolis)} is considered twice",
            label="again",
            notes=[Note(considered[first].at("metropolis"), "first considered here")],
        )
