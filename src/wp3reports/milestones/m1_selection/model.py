"""Milestone 1: clusters, consequences elsewhere, proposal and decision."""

from collections.abc import Mapping
from typing import Annotated

from wp3reports.model import (
    Dossier,
    Field,
    Graded,
    HandIn,
    Id,
    Ids,
    Labelled,
    Markdown,
    Metropolis,
    OtherMetropolis,
    Quantity,
    Rank,
    Record,
    Text,
    asks,
    indexed,
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

    name: Annotated[Text, asks("The organisation", "University of Latvia")]
    kind: Annotated[ActorKind, asks("The part of the triple helix that it belongs to")]
    role: Annotated[Text, asks("What it contributes to the cluster", "trains staff")] = ""


class Consequence(Record):
    """What would follow if the cluster were introduced in another metropolis."""

    metropolis: OtherMetropolis
    effect: Annotated[Effect, asks("What the introduction of the cluster would do there")]
    reasoning: Annotated[Text, asks("Why, for this city in particular", "Its firms lack engineers.")]


class Cluster(Record):
    """An existing pre-phase cluster. A cluster that several metropolises share has the same id in each of them."""

    id: Annotated[Id, asks("A short name for all milestones; a shared cluster has the same in each city", "ict")]
    name: Annotated[Text, asks("Its name as it is printed", "Information technology")]
    field: Annotated[Field, asks("The field of activity")]
    grade: Graded
    shared_with: Annotated[tuple[Id, ...], asks("The other cities that share it", ["malmo"], ids=Ids.OTHERS)] = ()
    description: Annotated[
        Markdown, asks("What it is, who belongs to it, what joins them", "Firms co-operate since 2001.")
    ]
    actors: Annotated[tuple[Actor, ...], asks("The organisations that make up the cluster")]
    key_figures: Annotated[tuple[Quantity, ...], asks("Numbers that show its size")] = ()
    consequences: Annotated[
        tuple[Consequence, ...], asks("What would follow in each other city, were it introduced there")
    ] = ()


class Choice(Record):
    """A proposed cluster, its rank and why."""

    cluster: Annotated[Id, asks("The cluster, by its id above", "ict", here="clusters")]
    rank: Annotated[Rank, asks("1 for the first choice, then 2 and 3")]
    reason: Annotated[Text, asks("Why it is proposed, at this rank", "Its firms already work together.")]


class Proposal(Record):
    """The clusters that a metropolis proposes, as a judgement."""

    grade: Graded
    choices: Annotated[tuple[Choice, ...], asks("The proposed clusters in their order; three are wanted")]


class ClusterReport(HandIn):
    """`inputs/m1_selection/<partner>.yaml`."""

    clusters: Annotated[tuple[Cluster, ...], asks("The clusters that exist in the metropolis before the project")]
    proposal: Annotated[Proposal, asks("Which of them the metropolis proposes")]


class Selection(Record):
    """The clusters decided for one metropolis."""

    metropolis: Metropolis
    selected: Annotated[tuple[Id, ...], asks("The clusters decided for it, by their ids", ["ict"], ids=Ids.DESCRIBED)]
    reason: Annotated[Text, asks("Why these", "The first two proposals of the city.")] = ""


class Decision(Record):
    """What the project management meeting decided."""

    event: Annotated[Id, asks("The meeting that decided, by its id", "management-meeting", ids=Ids.MEETINGS)]
    grade: Graded
    minutes: Annotated[Text, asks("Where the minutes are, or that there are none", "Annex 2")] = ""
    reasons: Annotated[Markdown, asks("On what grounds it was decided", "Each field is in two cities.")]
    selections: Annotated[tuple[Selection, ...], asks("What was decided for each metropolis")]


class SelectionDecision(HandIn):
    """`inputs/m1_selection/coordinator.yaml`."""

    overview: Annotated[Markdown, asks("What the hand-ins show together", "Ten cities propose life sciences.")]
    decision: Annotated[Decision, asks("What the project management meeting decided")]


@indexed
def clusters_of(dossier: Dossier) -> Mapping[tuple[str, str], Cluster]:
    """Every cluster that was described, by partner and id."""
    return {
        (delivery.author, cluster.id): cluster
        for delivery in dossier.of(ClusterReport)
        for cluster in delivery.submission.clusters
    }


@indexed
def selection_of(dossier: Dossier) -> Mapping[str, tuple[str, ...]]:
    """The ids of the clusters decided for each metropolis; empty while there is no decision."""
    decided = dossier.one(SelectionDecision)
    return {each.metropolis: each.selected for each in decided.submission.decision.selections} if decided else {}
