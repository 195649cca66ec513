"""What must hold of the clusters that were selected for one metropolis."""

from collections.abc import Iterator

from wp3reports.diagnostics import Diagnostic, Note, error, warning
from wp3reports.milestones.m1_selection.model import ClusterReport
from wp3reports.milestones.m1_selection.rules.decided import WANTED, decided
from wp3reports.model import Dossier, meant, repeated, weighed


def decision_unknown_cluster(dossier: Dossier) -> Iterator[Diagnostic]:
    """Only clusters that the metropolis has described are selected for it.

    Why: the description is what milestones 2 to 5 build on. Nothing is said while the city has not handed in.

    What to do: correct the id, or have the city describe the cluster.
    """
    for each in decided(dossier):
        delivery = dossier.one(ClusterReport, each.selection.metropolis)
        if delivery is None:
            continue
        described = [cluster.id for cluster in delivery.submission.clusters]
        for position, cluster in enumerate(each.selection.selected):
            if cluster not in described:
                name = dossier.name(delivery.author)
                yield error(
                    "m1-decision-unknown-cluster",
                    each.at("selected", position),
                    f'"{cluster}" is selected for {name}, which has not described it',
                    label="not described",
                    near=meant(cluster, described),
                    notes=[Note(delivery.source.key_at("clusters"), f"the clusters of {name}")],
                )


def decision_differs(dossier: Dossier) -> Iterator[Diagnostic]:
    """Where other clusters are selected than the metropolis proposed, the decision says why.

    Why: the city goes on to work with a choice that is not its own and its readers will ask for the reason.

    What to do: give a `reason` for this city, or select what it proposed.
    """
    for each in decided(dossier):
        selection = each.selection
        delivery = dossier.one(ClusterReport, selection.metropolis)
        if delivery is None or selection.reason:
            continue
        proposed = [choice.cluster for choice in delivery.submission.proposal.choices]
        if set(proposed) != set(selection.selected):
            yield error(
                "m1-decision-differs",
                each.key_at("selected"),
                f"the selection for {dossier.name(selection.metropolis)} differs from its proposal "
                f"and no reason is given{_difference(proposed, selection.selected)}",
                label="decided",
                notes=[Note(delivery.source.key_at("proposal", "choices"), "proposed")],
            )


def selection_count(dossier: Dossier) -> Iterator[Diagnostic]:
    """Three clusters are selected for each metropolis.

    Why: the work package compares three clusters of each region.

    What to do: select exactly three.

    Where the city describes fewer than three this is a warning; for observers it is one step milder. Nothing is
    said while the city has not handed in.
    """
    for each in decided(dossier):
        metropolis, selected = each.selection.metropolis, len(set(each.selection.selected))
        delivery = dossier.one(ClusterReport, metropolis)
        if delivery is None or selected == WANTED:
            continue
        described = len({cluster.id for cluster in delivery.submission.clusters})
        finding = (error if described >= WANTED else warning)(
            "m1-selection-count",
            each.key_at("selected"),
            f"{selected} of {described} described clusters are selected for {dossier.name(metropolis)}; "
            f"{WANTED} are wanted",
            label=f"{selected} selected",
            notes=[Note(delivery.source.key_at("clusters"), f"{described} described")],
        )
        yield weighed(finding, dossier.partner(metropolis))


def selection_cluster_twice(dossier: Dossier) -> Iterator[Diagnostic]:
    """Each cluster is selected once for a metropolis.

    Why: a cluster named twice takes the place of another one.

    What to do: remove it, or name the cluster that was meant.
    """
    for each in decided(dossier):
        selected = each.selection.selected
        for position, first in repeated(selected):
            yield error(
                "m1-selection-cluster-twice",
                each.at("selected", position),
                f'"{selected[position]}" is selected twice for {dossier.name(each.selection.metropolis)}',
                label="again",
                notes=[Note(each.at("selected", first), "first here")],
            )


def _difference(proposed: list[str], selected: tuple[str, ...]) -> str:
    """What came and what went, as the end of a sentence."""
    added = [f'"{cluster}"' for cluster in dict.fromkeys(selected) if cluster not in proposed]
    dropped = [f'"{cluster}"' for cluster in dict.fromkeys(proposed) if cluster not in selected]
    parts = [
        *([f"{', '.join(added)} selected without having been proposed"] if added else []),
        *([f"{', '.join(dropped)} proposed but not selected"] if dropped else []),
    ]
    return f": {'; '.join(parts)}" if parts else ""
