"""What must hold of the models and tools that foster the selected clusters."""

from collections.abc import Iterator

from wp3reports.diagnostics import Diagnostic, Note, error, warning
from wp3reports.milestones.m1_selection.rules.decided import decided_for
from wp3reports.milestones.m2_swot.model import SwotReport
from wp3reports.milestones.m2_swot.rules.analyses import selected_instead
from wp3reports.model import Dossier, meant, repeated, weighed


def tool_twice(dossier: Dossier) -> Iterator[Diagnostic]:
    """Each model or tool of a metropolis has an id of its own.

    Why: milestone 3 takes up tools by their id; with two of one id nobody can tell which is meant.

    What to do: give one of the two another id, or bring them together if they are one tool.
    """
    for delivery in dossier.of(SwotReport):
        tools = delivery.submission.tools
        for index, first in repeated(tool.id for tool in tools):
            yield error(
                "m2-tool-twice",
                delivery.at("tools", index, "id"),
                f'{dossier.name(delivery.author)} describes two tools with the id "{tools[index].id}"',
                label="the same id again",
                notes=[Note(delivery.at("tools", first, "id"), "first used here")],
            )


def tool_unselected_cluster(dossier: Dossier) -> Iterator[Diagnostic]:
    """Models and tools foster clusters that were selected in milestone 1.

    Why: milestone 2 asks for the tools of the selected clusters; a tool of another one cannot be compared. Nothing is
    said while there is no decision on the metropolis.

    What to do: use the ids of the decision in inputs/m1_selection/coordinator.yaml.
    """
    for delivery in dossier.of(SwotReport):
        selection = decided_for(dossier, delivery.author)
        for index, tool in enumerate(delivery.submission.tools):
            for position, cluster in enumerate(tool.clusters):
                if selection and cluster not in selection.selection.selected:
                    yield error(
                        "m2-tool-unselected-cluster",
                        delivery.at("tools", index, "clusters", position),
                        f'the tool "{tool.id}" of {dossier.name(delivery.author)} fosters "{cluster}", '
                        "which was not selected in milestone 1",
                        label="not in the selection",
                        notes=[selected_instead(dossier, selection, cluster)],
                        instead=meant(cluster, selection.selection.selected),
                    )


def tool_without_cluster(dossier: Dossier) -> Iterator[Diagnostic]:
    """A model or tool fosters at least one cluster.

    Why: the inventory orders tools by what they foster; a tool for nothing in particular cannot be taken up by others.

    What to do: list under `clusters` the selected clusters that it fosters, or leave the tool out.
    """
    for delivery in dossier.of(SwotReport):
        for index, tool in enumerate(delivery.submission.tools):
            if not tool.clusters:
                finding = warning(
                    "m2-tool-without-cluster",
                    delivery.source.key_at("tools", index, "clusters"),
                    f'the tool "{tool.id}" of {dossier.name(delivery.author)} fosters no cluster',
                    label="no cluster is listed",
                )
                yield weighed(finding, dossier.partner(delivery.author))


def cluster_without_tool(dossier: Dossier) -> Iterator[Diagnostic]:
    """Every selected cluster is fostered by at least one model or tool.

    Why: the thematic groups of milestone 3 compare tools; a cluster without any has nothing to compare. There may be
    none in truth, so this is a warning; for observers it is a remark.

    What to do: describe a tool that fosters it, or add the cluster to `clusters` of one that does. If there is none,
    say so in the summary.
    """
    for delivery in dossier.of(SwotReport):
        selection = decided_for(dossier, delivery.author)
        fostered = {cluster for tool in delivery.submission.tools for cluster in tool.clusters}
        for cluster in dict.fromkeys(selection.selection.selected) if selection else ():
            if selection and cluster not in fostered:
                finding = warning(
                    "m2-cluster-without-tool",
                    delivery.source.key_at("tools"),
                    f'no tool of {dossier.name(delivery.author)} fosters "{cluster}"',
                    label=f'nothing for "{cluster}"',
                    notes=[Note(selection.selected(cluster), "selected here")],
                )
                yield weighed(finding, dossier.partner(delivery.author))
