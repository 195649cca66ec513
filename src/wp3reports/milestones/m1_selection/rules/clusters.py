"""What must hold of the clusters that a metropolis describes, and of those that it shares with others."""

from collections.abc import Iterator

from wp3reports.diagnostics import Diagnostic, Note, error
from wp3reports.milestones.m1_selection.model import Cluster, ClusterReport
from wp3reports.model import Delivery, Dossier, did_you_mean, meant, repeated


def cluster_twice(dossier: Dossier) -> Iterator[Diagnostic]:
    """Each cluster of a metropolis has an id of its own.

    Why: proposal, decision and the SWOT of milestone 2 name a cluster by its id; with two of one id nobody can tell
    which is meant.

    What to do: give one of the two another id, or bring both descriptions together if they are one cluster.
    """
    for delivery in dossier.of(ClusterReport):
        for index, first in repeated(cluster.id for cluster in delivery.submission.clusters):
            cluster = delivery.submission.clusters[index]
            yield error(
                "m1-cluster-twice",
                delivery.at("clusters", index, "id"),
                f'{dossier.name(delivery.author)} describes two clusters with the id "{cluster.id}"',
                label="the same id again",
                notes=[Note(delivery.at("clusters", first, "id"), "first used here")],
            )


def shared_unknown_metropolis(dossier: Dossier) -> Iterator[Diagnostic]:
    """A cluster is shared with metropolises of this project only, named by their ids.

    Why: a shared cluster is counted once and checked against the description of the other city, which must be found.

    What to do: use the id that the city has in inputs/partners.yaml. A region outside the project is named in the
    description.
    """
    known = [partner.id for partner in dossier.partners]
    for delivery, index, cluster in described(dossier):
        for position, other in enumerate(cluster.shared_with):
            if other not in known:
                yield error(
                    "m1-shared-unknown-metropolis",
                    delivery.at("clusters", index, "shared_with", position),
                    f'"{cluster.id}" is shared with "{other}", which is no metropolis of this project',
                    label="not known",
                    near=meant(other, known),
                    help=f"the metropolises are {', '.join(known)}",
                )


def shared_with_itself(dossier: Dossier) -> Iterator[Diagnostic]:
    """`shared_with` names the other metropolises of a cluster, not the one that describes it.

    Why: the list is read as "also in"; a city in its own list makes its cluster look shared when it is not.

    What to do: remove the own id from the list.
    """
    for delivery, index, cluster in described(dossier):
        for position, other in enumerate(cluster.shared_with):
            if other == delivery.author:
                yield error(
                    "m1-shared-with-itself",
                    delivery.at("clusters", index, "shared_with", position),
                    f'{dossier.name(other)} shares "{cluster.id}" with itself',
                    label="this city's own id",
                )


def shared_not_mirrored(dossier: Dossier) -> Iterator[Diagnostic]:
    """A cluster that one city calls shared is described by the other city too, under the same id, and shared back.

    Why: two cities that see one cluster differently would print two contradicting pictures of it. Nothing is said
    while the other city has not handed in.

    What to do: agree on the id; then both cities describe their side of the cluster and name each other in
    `shared_with`.
    """
    for delivery, index, cluster in described(dossier):
        for position, partner in enumerate(cluster.shared_with):
            other = dossier.one(ClusterReport, partner)
            if other is None or _mirrored(other, cluster.id, delivery.author):
                continue
            yield error(
                "m1-shared-not-mirrored",
                delivery.at("clusters", index, "shared_with", position),
                f'{dossier.name(delivery.author)} shares "{cluster.id}" with {dossier.name(partner)}, '
                f"which {_failing(other, cluster.id)}",
                label="not shared back",
                notes=[_other_end(dossier, other, cluster.id)],
            )


def described(dossier: Dossier) -> Iterator[tuple[Delivery[ClusterReport], int, Cluster]]:
    """Every cluster that was described, with its hand-in and its number there."""
    for delivery in dossier.of(ClusterReport):
        for index, cluster in enumerate(delivery.submission.clusters):
            yield delivery, index, cluster


def _mirrored(other: Delivery[ClusterReport], cluster: str, author: str) -> bool:
    return any(each.id == cluster and author in each.shared_with for each in other.submission.clusters)


def _failing(other: Delivery[ClusterReport], cluster: str) -> str:
    is_described = any(each.id == cluster for each in other.submission.clusters)
    return "describes it as its own" if is_described else "describes no cluster of that id"


def _other_end(dossier: Dossier, other: Delivery[ClusterReport], cluster: str) -> Note:
    """Where the other city would have to mirror the cluster."""
    ids = [each.id for each in other.submission.clusters]
    if cluster in ids:
        return Note(other.at("clusters", ids.index(cluster), "id"), f"{dossier.name(other.author)} does not share it")
    question = did_you_mean(cluster, ids)
    return Note(other.source.key_at("clusters"), question or f"the clusters of {dossier.name(other.author)}")
