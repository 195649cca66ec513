"""What must hold of best practices: a tool of milestone 2, used for a selected cluster, told for each theme."""

from collections.abc import Iterator

from wp3reports.diagnostics import Diagnostic, Note, error, warning
from wp3reports.milestones.m1_selection.rules.decided import decided_for
from wp3reports.milestones.m2_swot.model import tools_of
from wp3reports.milestones.m2_swot.rules.analyses import selected_instead
from wp3reports.milestones.m4_concepts.model import BestPractice, PracticesReport
from wp3reports.milestones.m4_concepts.rules.handed_in import TOOLS
from wp3reports.model import PROJECT_FILE, Dossier, Entry, entries, meant, repeated, weighed


def practice_twice(dossier: Dossier) -> Iterator[Diagnostic]:
    """Each best practice of a metropolis has an id of its own.

    Why: concepts and recommendations take up a practice by its id; with two of one id nobody can tell which is meant.

    What to do: give one of the two another id, or bring them together if they are one practice.
    """
    for delivery in dossier.of(PracticesReport):
        practices = delivery.submission.practices
        for index, first in repeated(practice.id for practice in practices):
            yield error(
                "m4-practice-twice",
                delivery.at("practices", index, "id"),
                f'{dossier.name(delivery.author)} describes two practices with the id "{practices[index].id}"',
                label="the same id again",
                notes=[Note(delivery.at("practices", first, "id"), "first used here")],
            )


def practice_unselected_cluster(dossier: Dossier) -> Iterator[Diagnostic]:
    """A best practice is about a cluster that was selected in milestone 1.

    Why: concepts join selected clusters; a practice of another one cannot be carried over. Nothing is said while
    there is no decision on the metropolis.

    What to do: use the id of the decision in inputs/m1_selection/coordinator.yaml.
    """
    for practice in _practices(dossier):
        selection = decided_for(dossier, practice.author)
        cluster = practice.record.cluster
        if selection and cluster not in selection.selection.selected:
            yield error(
                "m4-practice-unselected-cluster",
                practice.at("cluster"),
                f'the practice "{practice.record.id}" of {dossier.name(practice.author)} is about "{cluster}", '
                "which was not selected in milestone 1",
                label="not in the selection",
                notes=[selected_instead(dossier, selection, cluster)],
                instead=meant(cluster, selection.selection.selected),
            )


def practice_unknown_tool(dossier: Dossier) -> Iterator[Diagnostic]:
    """A best practice uses a model or tool that the same metropolis handed in at milestone 2.

    Why: who runs a tool, since when and whether it can be transferred stands there; without it the practice hangs in
    the air. Nothing is said while the city has not handed in milestone 2.

    What to do: use the id of the tool in inputs/m2_swot/<partner>.yaml, or add the tool there.
    """
    for practice in _practices(dossier):
        tool = practice.record.tool
        if absent := TOOLS.absent(dossier, practice.author, tool):
            yield error(
                "m4-practice-unknown-tool",
                practice.at("tool"),
                f'the practice "{practice.record.id}" uses "{tool}", '
                f"a tool that {dossier.name(practice.author)} never handed in",
                **absent,
            )


def practice_other_cluster(dossier: Dossier) -> Iterator[Diagnostic]:
    """The tool of a best practice fosters the cluster that the practice is about.

    Why: milestone 2 says which clusters a tool fosters; a practice with another cluster contradicts it. Nothing is
    said while the tool is not known.

    What to do: correct the cluster or the tool, or add the cluster to the tool in inputs/m2_swot/<partner>.yaml.
    """
    tools = tools_of(dossier)
    for practice in _practices(dossier):
        tool = tools.get((practice.author, practice.record.tool))
        if tool and practice.record.cluster not in tool.record.clusters:
            yield warning(
                "m4-practice-other-cluster",
                practice.at("cluster"),
                f'the practice "{practice.record.id}" of {dossier.name(practice.author)} is about '
                f'"{practice.record.cluster}", which its tool "{tool.record.id}" does not foster',
                label="another cluster",
                notes=[Note(tool.key_at("clusters"), "the tool fosters these")],
            )


def theme_without_practice(dossier: Dossier) -> Iterator[Diagnostic]:
    """Every metropolis hands in a best practice for each thematic group.

    Why: the groups work out their concepts from what the cities have done; a city without a practice has nothing to
    show there. For observers this is a remark.

    What to do: describe a practice with this `theme`. If there is none, say so in the summary.
    """
    frame = dossier.frame[PROJECT_FILE]
    for delivery in dossier.of(PracticesReport):
        covered = {practice.theme for practice in delivery.submission.practices}
        for index, group in enumerate(dossier.project.thematic_groups):
            if group.id not in covered:
                finding = warning(
                    "m4-theme-without-practice",
                    delivery.source.key_at("practices"),
                    f'{dossier.name(delivery.author)} hands in no practice for the theme "{group.id}"',
                    label=f'none for "{group.id}"',
                    notes=[Note(frame.at("thematic_groups", index, "id"), "the thematic group")],
                )
                yield weighed(finding, dossier.partner(delivery.author))


def _practices(dossier: Dossier) -> Iterator[Entry[BestPractice]]:
    return entries(dossier.of(PracticesReport), "practices", BestPractice)
