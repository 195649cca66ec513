"""What must hold of transnational concepts: one for each theme at least, with members from several metropolises."""

from collections.abc import Iterator

from wp3reports.diagnostics import Diagnostic, Note, error
from wp3reports.milestones.m1_selection.rules.decided import decided_for
from wp3reports.milestones.m2_swot.rules.analyses import selected_instead
from wp3reports.milestones.m4_concepts.model import Concept, TransnationalConcepts
from wp3reports.milestones.m4_concepts.rules.handed_in import unknown_metropolis
from wp3reports.model import PROJECT_FILE, Dossier, Entry, entries, meant, repeated

_LISTS = ("members", "proposals", "tools", "practices")


def concepts(dossier: Dossier) -> Iterator[Entry[Concept]]:
    """Every transnational concept, those of the same id too."""
    return entries(dossier.of(TransnationalConcepts), "concepts", Concept)


def concept_twice(dossier: Dossier) -> Iterator[Diagnostic]:
    """Each transnational concept has an id of its own.

    Why: the proposals of milestone 5 name the concept that they carry out by its id.

    What to do: give one of the two another id, or bring them together.
    """
    found = tuple(concepts(dossier))
    for index, first in repeated(concept.record.id for concept in found):
        yield error(
            "m4-concept-twice",
            found[index].at("id"),
            f'there are two concepts with the id "{found[index].record.id}"',
            label="the same id again",
            notes=[Note(found[first].at("id"), "first used here")],
        )


def concept_unknown_metropolis(dossier: Dossier) -> Iterator[Diagnostic]:
    """A concept names metropolises of this project, by their ids: as members, and with what it rests on.

    Why: an unknown name has no cluster, proposal, tool or practice that the report could show.

    What to do: use the id that the city has in inputs/partners.yaml.
    """
    for concept in concepts(dossier):
        for key in _LISTS:
            for index, each in enumerate(getattr(concept.record, key)):
                place = concept.at(key, index, "metropolis")
                if finding := unknown_metropolis("m4-concept-unknown-metropolis", dossier, place, each.metropolis):
                    yield finding


def concept_unselected_cluster(dossier: Dossier) -> Iterator[Diagnostic]:
    """The members of a concept are clusters that were selected for the metropolis named with them.

    Why: all that is known of a cluster, from its SWOT to its priorities, is known of the selected ones. Nothing is
    said while there is no decision on the metropolis.

    What to do: use the ids of the decision in inputs/m1_selection/coordinator.yaml.
    """
    for concept in concepts(dossier):
        for index, member in enumerate(concept.record.members):
            selection = decided_for(dossier, member.metropolis)
            if selection and member.cluster not in selection.selection.selected:
                yield error(
                    "m4-concept-unselected-cluster",
                    concept.at("members", index, "cluster"),
                    f'the concept "{concept.record.id}" joins "{member.cluster}", '
                    f"which was not selected for {dossier.name(member.metropolis)}",
                    label="not in the selection",
                    notes=[selected_instead(dossier, selection, member.cluster)],
                    instead=meant(member.cluster, selection.selection.selected),
                )


def concept_one_member(dossier: Dossier) -> Iterator[Diagnostic]:
    """The members of a concept come from at least two metropolises.

    Why: a concept that one city could carry out alone is not transnational; it belongs among its own proposals.

    What to do: add clusters of other cities under `members`, or leave the concept out.
    """
    for concept in concepts(dossier):
        if len({member.metropolis for member in concept.record.members}) <= 1:
            yield error(
                "m4-concept-one-member",
                concept.key_at("members"),
                f'the concept "{concept.record.id}" has members from fewer than two metropolises',
                label="with whom?",
            )


def theme_without_concept(dossier: Dossier) -> Iterator[Diagnostic]:
    """Every thematic group has at least one transnational concept.

    Why: the concepts are what the groups meet for, and milestone 5 proposes activities for each of them.

    What to do: add a concept with this `theme`.
    """
    delivery = dossier.one(TransnationalConcepts)
    if delivery is None:
        return
    covered = {concept.theme for concept in delivery.submission.concepts}
    for index, group in enumerate(dossier.project.thematic_groups):
        if group.id not in covered:
            yield error(
                "m4-theme-without-concept",
                delivery.source.key_at("concepts"),
                f'there is no concept for the theme "{group.id}"',
                label=f'none for "{group.id}"',
                notes=[Note(dossier.frame[PROJECT_FILE].at("thematic_groups", index, "id"), "the thematic group")],
            )
