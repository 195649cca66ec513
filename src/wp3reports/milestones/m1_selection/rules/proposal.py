"""What must hold of the clusters that a metropolis proposes."""

from collections.abc import Iterator

from wp3reports.diagnostics import Diagnostic, Note, error, warning
from wp3reports.milestones.m1_selection.model import ClusterReport
from wp3reports.milestones.m1_selection.rules.decided import WANTED
from wp3reports.model import Dossier, meant, repeated, weighed


def proposal_count(dossier: Dossier) -> Iterator[Diagnostic]:
    """A metropolis proposes three clusters.

    Why: the work package compares three clusters of each region; milestone 2 rests on that number.

    What to do: propose exactly three of the clusters that you describe.

    Where fewer than three are described this is a warning, for no source may support a third: say so in the
    summary. For observers it is one step milder.
    """
    for delivery in dossier.of(ClusterReport):
        described = len({cluster.id for cluster in delivery.submission.clusters})
        proposed = len({choice.cluster for choice in delivery.submission.proposal.choices})
        if proposed == WANTED:
            continue
        finding = (error if described >= WANTED else warning)(
            "m1-proposal-count",
            delivery.source.key_at("proposal", "choices"),
            f"{dossier.name(delivery.author)} proposes {proposed} of {described} described clusters; "
            f"{WANTED} are wanted",
            label=f"{proposed} proposed",
            notes=[Note(delivery.source.key_at("clusters"), f"{described} described")],
        )
        yield weighed(finding, dossier.partner(delivery.author))


def proposal_ranks(dossier: Dossier) -> Iterator[Diagnostic]:
    """The proposed clusters are ranked 1, 2, 3: each rank once, none left out.

    Why: where the meeting cannot take all of a city's clusters it goes by rank; two first choices leave it guessing.

    What to do: number the choices from 1 without gaps or ties.
    """
    for delivery in dossier.of(ClusterReport):
        choices = delivery.submission.proposal.choices
        first = dict(repeated(choice.rank for choice in choices))
        for index, choice in enumerate(choices):
            place = delivery.at("proposal", "choices", index, "rank")
            if index in first:
                yield error(
                    "m1-proposal-ranks",
                    place,
                    f"{dossier.name(delivery.author)} gives rank {choice.rank} twice",
                    label="again",
                    notes=[Note(delivery.at("proposal", "choices", first[index], "rank"), "first given here")],
                )
            elif int(choice.rank) > len(choices):
                yield error(
                    "m1-proposal-ranks",
                    place,
                    f"{dossier.name(delivery.author)} gives rank {choice.rank} among {len(choices)} proposed clusters",
                    label=f"wanted: 1 to {len(choices)}, each once",
                )


def proposal_unknown_cluster(dossier: Dossier) -> Iterator[Diagnostic]:
    """A metropolis proposes clusters that it describes in the same hand-in.

    Why: a cluster that nobody described cannot be weighed against the others, nor decided on.

    What to do: describe the cluster under `clusters`, or correct the id.
    """
    for delivery in dossier.of(ClusterReport):
        described = [cluster.id for cluster in delivery.submission.clusters]
        for index, choice in enumerate(delivery.submission.proposal.choices):
            if choice.cluster not in described:
                yield error(
                    "m1-proposal-unknown-cluster",
                    delivery.at("proposal", "choices", index, "cluster"),
                    f'{dossier.name(delivery.author)} proposes "{choice.cluster}", which it does not describe',
                    label="not described",
                    near=meant(choice.cluster, described),
                    notes=[Note(delivery.source.key_at("clusters"), "the clusters that are described")],
                )


def proposal_cluster_twice(dossier: Dossier) -> Iterator[Diagnostic]:
    """A metropolis proposes each cluster once.

    Why: a cluster proposed at two ranks takes the place of another one.

    What to do: keep the choice with the right rank; propose another cluster in place of the other.
    """
    for delivery in dossier.of(ClusterReport):
        choices = delivery.submission.proposal.choices
        for index, first in repeated(choice.cluster for choice in choices):
            yield error(
                "m1-proposal-cluster-twice",
                delivery.at("proposal", "choices", index, "cluster"),
                f'{dossier.name(delivery.author)} proposes "{choices[index].cluster}" twice',
                label="again",
                notes=[Note(delivery.at("proposal", "choices", first, "cluster"), "first proposed here")],
            )
