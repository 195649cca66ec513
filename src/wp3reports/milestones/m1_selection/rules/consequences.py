"""What must hold of the consequences that a cluster would have if it were introduced in another metropolis."""

from collections.abc import Iterator

from wp3reports.diagnostics import Diagnostic, Note, error, warning
from wp3reports.milestones.m1_selection.model import Cluster
from wp3reports.milestones.m1_selection.rules.clusters import described
from wp3reports.model import Dossier, meant, repeated, weighed


def consequence_unknown_metropolis(dossier: Dossier) -> Iterator[Diagnostic]:
    """Consequences are described for metropolises of this project, named by their ids.

    Why: the matrix of consequences has one row and one column for each metropolis; an unknown name has no place in it.

    What to do: use the id that the city has in inputs/partners.yaml.
    """
    known = [partner.id for partner in dossier.partners]
    for delivery, index, cluster in described(dossier):
        for position, consequence in enumerate(cluster.consequences):
            if consequence.metropolis not in known:
                yield error(
                    "m1-consequence-unknown-metropolis",
                    delivery.at("clusters", index, "consequences", position, "metropolis"),
                    f'"{consequence.metropolis}" is no metropolis of this project',
                    label="not known",
                    near=meant(consequence.metropolis, known),
                    help=f"the metropolises are {', '.join(known)}",
                )


def consequence_for_itself(dossier: Dossier) -> Iterator[Diagnostic]:
    """A metropolis describes what its cluster would do elsewhere, not at home.

    Why: the question of milestone 1 is what follows if a cluster is introduced in *another* region; what it does at
    home belongs in its description.

    What to do: move the reasoning into `description`, or correct the id if another city was meant.
    """
    for delivery, index, cluster in described(dossier):
        for position, consequence in enumerate(cluster.consequences):
            if consequence.metropolis == delivery.author:
                yield error(
                    "m1-consequence-for-itself",
                    delivery.at("clusters", index, "consequences", position, "metropolis"),
                    f'{dossier.name(delivery.author)} describes a consequence of "{cluster.id}" for itself',
                    label="this city's own id",
                )


def consequence_twice(dossier: Dossier) -> Iterator[Diagnostic]:
    """A cluster has one consequence for each other metropolis.

    Why: two effects on one city contradict each other in the matrix, which has one field for both.

    What to do: decide on one effect and put all the reasoning there.
    """
    for delivery, index, cluster in described(dossier):
        for position, first in repeated(consequence.metropolis for consequence in cluster.consequences):
            metropolis = cluster.consequences[position].metropolis
            yield error(
                "m1-consequence-twice",
                delivery.at("clusters", index, "consequences", position, "metropolis"),
                f'the consequence of "{cluster.id}" for {dossier.name(metropolis)} is described twice',
                label="again",
                notes=[Note(delivery.at("clusters", index, "consequences", first, "metropolis"), "first here")],
            )


def consequence_missing(dossier: Dossier) -> Iterator[Diagnostic]:
    """Every proposed cluster is weighed for every other metropolis; one shared with a city is there already.

    Why: the partners decide on the clusters together; without the consequences for the others a proposal only says
    what a city wants for itself.

    What to do: add an entry with `metropolis`, `effect` and `reasoning` for each city named. "none" is an effect too.

    Without any consequence this is an error, with some of them a warning; for observers it is one step milder.
    """
    for delivery, index, cluster in described(dossier):
        choices = [choice.cluster for choice in delivery.submission.proposal.choices]
        missing = _unweighed(dossier, delivery.author, cluster)
        if cluster.id not in choices or not missing:
            continue
        author = dossier.name(delivery.author)
        kind, which = (warning, ", ".join(missing)) if cluster.consequences else (error, "any other metropolis")
        finding = kind(
            "m1-consequence-missing",
            delivery.at("clusters", index, "id"),
            f'{author} proposes "{cluster.id}" without its consequences for {which}',
            label="not weighed everywhere" if cluster.consequences else "not weighed anywhere",
            notes=[Note(delivery.at("proposal", "choices", choices.index(cluster.id), "cluster"), "proposed here")],
        )
        yield weighed(finding, dossier.partner(delivery.author))


def _unweighed(dossier: Dossier, author: str, cluster: Cluster) -> list[str]:
    """The names of the metropolises that a cluster's consequences should cover and do not."""
    covered = {author, *cluster.shared_with, *(consequence.metropolis for consequence in cluster.consequences)}
    return [partner.metropolis for partner in dossier.partners if partner.id not in covered]
