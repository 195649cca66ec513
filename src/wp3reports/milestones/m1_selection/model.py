"""Milestone 1: clusters, consequences elsewhere, proposal and decision."""

from collections.abc import Mapping

from wp3reports.model import (
    Dossier,
    Field,
    Grade,
    HandIn,
    Id,
    Labelled,
    Markdown,
    Quantity,
    Rank,
    Record,
    Text,
)


class ActorKind(Labelled):
    """Part of the triple helix that an actor belongs to; the last two are our addition."""

    INDUSTRY = "industry", "Industry"
    UNIVERSITY_RESEARCH = "university_research", "University and research"
    GOVERNMENT = "government", "Government"
    INTERMEDIARY = "intermediary", "Intermediary"
    FINANCE = "finance", "Finance"


class Effect(Labelled):
    """What the introduction of a cluster would do in another metropolis."""

    REINFORCE = "reinforce", "reinforces a cluster that is there"
    COMPLEMENT = "complement", "complements other strengths"
    SEED = "seed", "could seed a new cluster"
    COMPETE = "compete", "competes for the same resources"
    NONE = "none", "no effect expected"


class Actor(Record):
    """An organisation of a cluster and what it contributes."""

    name: Text
    kind: ActorKind
    role: Text = ""


class Consequence(Record):
    """What would follow if the cluster were introduced in another metropolis."""

    metropolis: Id
    effect: Effect
    reasoning: Text


class Cluster(Record):
    """An existing pre-phase cluster. A cluster that several metropolises share has the same id in each of them."""

    id: Id
    name: Text
    field: Field
    grade: Grade
    shared_with: tuple[Id, ...] = ()
    description: Markdown
    actors: tuple[Actor, ...]
    key_figures: tuple[Quantity, ...] = ()
    consequences: tuple[Consequence, ...] = ()


class Choice(Record):
    """A proposed cluster, its rank and why."""

    cluster: Id
    rank: Rank
    reason: Text


class Proposal(Record):
    """The clusters that a metropolis proposes, as a judgement."""

    grade: Grade
    choices: tuple[Choice, ...]


class ClusterReport(HandIn):
    """`inputs/m1_selection/<partner>.yaml`."""

    clusters: tuple[Cluster, ...]
    proposal: Proposal


class Selection(Record):
    """The clusters decided for one metropolis."""

    metropolis: Id
    selected: tuple[Id, ...]
    reason: Text = ""


class Decision(Record):
    """What the project management meeting decided."""

    event: Id
    grade: Grade
    minutes: Text = ""
    reasons: Markdown
    selections: tuple[Selection, ...]


class SelectionDecision(HandIn):
    """`inputs/m1_selection/coordinator.yaml`."""

    overview: Markdown
    decision: Decision


def clusters_of(dossier: Dossier) -> Mapping[tuple[str, str], Cluster]:
    """Every cluster that was described, by partner and id."""
    return {
        (delivery.author, cluster.id): cluster
        for delivery in dossier.of(ClusterReport)
        for cluster in delivery.submission.clusters
    }


def selection_of(dossier: Dossier) -> Mapping[str, tuple[str, ...]]:
    """The ids of the clusters decided for each metropolis; empty while there is no decision."""
    decided = dossier.one(SelectionDecision)
    return {each.metropolis: each.selected for each in decided.submission.decision.selections} if decided else {}
