"""What must hold of the local technology priorities: for selected clusters, each once, and in an order."""

from collections.abc import Iterator

from wp3reports.diagnostics import Diagnostic, Note, error, warning
from wp3reports.milestones.m1_selection.rules.decided import decided_for
from wp3reports.milestones.m2_swot.rules.analyses import selected_instead
from wp3reports.milestones.m4_concepts.model import PracticesReport, TechnologyPriority
from wp3reports.model import Dossier, entries, meant, repeated, weighed

_ENOUGH = 3  # priorities from which on a city could rank


def priority_unselected_cluster(dossier: Dossier) -> Iterator[Diagnostic]:
    """A technology has priority for a cluster that was selected in milestone 1.

    Why: the concept for technology priorities is about the selected clusters; any other is not part of it. Nothing is
    said while there is no decision on the metropolis.

    What to do: use the id of the decision in inputs/m1_selection/coordinator.yaml.
    """
    for priority in entries(dossier.of(PracticesReport), "priorities", TechnologyPriority):
        selection = decided_for(dossier, priority.author)
        cluster = priority.record.cluster
        if selection and cluster not in selection.selection.selected:
            yield error(
                "m4-priority-unselected-cluster",
                priority.at("cluster"),
                f"{dossier.name(priority.author)} gives priority to {priority.record.technology.label} "
                f'for "{cluster}", which was not selected in milestone 1',
                label="not in the selection",
                notes=[selected_instead(dossier, selection, cluster)],
                instead=meant(cluster, selection.selection.selected),
            )


def priority_twice(dossier: Dossier) -> Iterator[Diagnostic]:
    """A metropolis weighs a technology once for each cluster.

    Why: two weights contradict each other, and two reasons for one weight belong together.

    What to do: decide on one weight and put both reasons there.
    """
    for delivery in dossier.of(PracticesReport):
        priorities = delivery.submission.priorities
        for index, first in repeated((each.technology, each.cluster) for each in priorities):
            again = priorities[index]
            yield error(
                "m4-priority-twice",
                delivery.at("priorities", index, "technology"),
                f'{dossier.name(delivery.author)} weighs {again.technology.label} twice for "{again.cluster}"',
                label="again",
                notes=[Note(delivery.at("priorities", first, "technology"), "first weighed here")],
            )


def cluster_without_priority(dossier: Dossier) -> Iterator[Diagnostic]:
    """Every selected cluster has at least one technology priority.

    Why: what no technology is named for drops out of the concept for technology priorities. There may be none in
    truth, so this is a warning; for observers it is a remark.

    What to do: add an entry for the cluster under `priorities`. If no technology matters to it, say so in the summary.
    """
    for delivery in dossier.of(PracticesReport):
        selection = decided_for(dossier, delivery.author)
        named = {priority.cluster for priority in delivery.submission.priorities}
        for cluster in dict.fromkeys(selection.selection.selected) if selection else ():
            if selection and cluster not in named:
                finding = warning(
                    "m4-cluster-without-priority",
                    delivery.source.key_at("priorities"),
                    f'{dossier.name(delivery.author)} names no technology for "{cluster}"',
                    label=f'nothing for "{cluster}"',
                    notes=[Note(selection.selected(cluster), "selected here")],
                )
                yield weighed(finding, dossier.partner(delivery.author))


def priorities_all_alike(dossier: Dossier) -> Iterator[Diagnostic]:
    """The priorities of a metropolis differ in weight, if there are three or more.

    Why: a list that ranks nothing is no list of priorities, and the comparison of the cities shows nothing of it. For
    observers this is a remark.

    What to do: decide what matters most and what least, and give `high`, `medium` and `low` accordingly.
    """
    for delivery in dossier.of(PracticesReport):
        weights = [priority.weight for priority in delivery.submission.priorities]
        if len(weights) >= _ENOUGH and len(set(weights)) == 1:
            finding = warning(
                "m4-priorities-all-alike",
                delivery.source.key_at("priorities"),
                f"all {len(weights)} priorities of {dossier.name(delivery.author)} are {weights[0].label}",
                label="nothing is ranked",
                notes=[Note(delivery.at("priorities", 0, "weight"), "like all others")],
            )
            yield weighed(finding, dossier.partner(delivery.author))
