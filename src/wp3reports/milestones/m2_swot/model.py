"""Milestone 2: SWOT and maturity of the selected clusters, models and tools, common definition."""

from collections.abc import Mapping
from typing import Annotated, NamedTuple

from pydantic import ConfigDict

from wp3reports.model import (
    AnyCluster,
    Dossier,
    Entry,
    Evidence,
    Graded,
    HandIn,
    Id,
    Ids,
    Labelled,
    Markdown,
    Metropolis,
    OwnCluster,
    Record,
    Text,
    Years,
    asks,
    entries,
    indexed,
)


class Stage(Labelled):
    """Status of maturity, in order; the names are those ascribed to the Cluster Policies Whitebook of 2004."""

    AGGLOMERATION = "agglomeration", "agglomeration"
    EMERGING = "emerging", "emerging"
    DEVELOPING = "developing", "developing"
    MATURE = "mature", "mature"
    TRANSFORMATION = "transformation", "transformation"


class Quadrant(Labelled):
    """The four lists of a SWOT analysis, by the key that holds them."""

    STRENGTHS = "strengths", "Strengths"
    WEAKNESSES = "weaknesses", "Weaknesses"
    OPPORTUNITIES = "opportunities", "Opportunities"
    THREATS = "threats", "Threats"


class ToolType(Labelled):
    """Kinds of model or tool that foster a cluster."""

    SCIENCE_PARK = "science_park", "science park"
    INCUBATOR = "incubator", "incubator"
    CLUSTER_ORGANISATION = "cluster_organisation", "cluster organisation"
    NETWORK = "network", "network"
    FUNDING_SCHEME = "funding_scheme", "funding scheme"
    PROCUREMENT = "procurement", "procurement"
    LAND_USE_PLAN = "land_use_plan", "land-use plan"
    TRAINING = "training", "training"
    MARKETING = "marketing", "marketing"
    OTHER = "other", "other"


class Maturity(Record):
    """The stage that a cluster has reached, judged in writing."""

    stage: Annotated[Stage, asks("The stage that it has reached")]
    grade: Graded
    justification: Annotated[Markdown, asks("Why it is this stage and no other", "It has a common body.")] = Markdown(
        ""
    )


class Statement(Record):
    """One line of a SWOT analysis; the quadrant is a judgement, the source is its evidence."""

    statement: Annotated[Text, asks("One point, in a sentence", "Firms pay for their co-operation themselves.")]
    id: Annotated[Id, asks("A short name, where a proposal of milestone 3 is to answer it", "no-university")] = ""
    source: Evidence = ""


class SwotAnalysis(Record):
    """Strengths, weaknesses, opportunities and threats of one selected cluster."""

    model_config = ConfigDict(title="SWOT analysis")

    cluster: OwnCluster
    maturity: Annotated[Maturity, asks("Its status of maturity")]
    grade: Graded
    strengths: Annotated[tuple[Statement, ...], asks("What helps it, from inside")] = ()
    weaknesses: Annotated[tuple[Statement, ...], asks("What harms it, from inside")] = ()
    opportunities: Annotated[tuple[Statement, ...], asks("What helps it, from outside")] = ()
    threats: Annotated[tuple[Statement, ...], asks("What harms it, from outside")] = ()
    conclusion: Annotated[Markdown, asks("What follows for the development of the cluster", "A university is to join.")]

    def lines(self, quadrant: Quadrant) -> tuple[Statement, ...]:
        """The statements of one quadrant."""
        statements: tuple[Statement, ...] = getattr(self, quadrant.value)
        return statements


class Tool(Record):
    """A model or tool that fosters clusters, described and analysed."""

    id: Annotated[Id, asks("A short name that later milestones refer to", "science-park")]
    name: Annotated[Text, asks("Its name as it is printed", "Science park")]
    type: Annotated[ToolType, asks("The kind of model or tool")]
    clusters: Annotated[tuple[Id, ...], asks("The selected clusters that it fosters", ["ict"], ids=Ids.SELECTED)]
    owner: Annotated[Text, asks("Who runs it", "City of Riga")]
    since: Annotated[Years, asks("Since when, or not printed")]
    grade: Graded
    description: Annotated[Markdown, asks("What it is and how it works", "The city owns the land.")]
    analysis: Annotated[Markdown, asks("What worked and what did not", "Rents rose too soon.")]
    transferability: Annotated[Text, asks("What another city would need to copy it", "Land in public hands.")]
    source: Evidence = ""


class SwotReport(HandIn):
    """`inputs/m2_swot/<partner>.yaml`."""

    analyses: Annotated[tuple[SwotAnalysis, ...], asks("One analysis for each selected cluster")]
    tools: Annotated[tuple[Tool, ...], asks("Existing models and tools that foster the clusters")]


class Criterion(Record):
    """One test of the common definition."""

    name: Annotated[Text, asks("A word for it", "Critical mass")]
    text: Annotated[Text, asks("What a cluster must fulfil", "At least twenty firms.")]


class Definition(Record):
    """What the partners call a cluster of transnational interest."""

    grade: Graded
    text: Annotated[Markdown, asks("What is a cluster of transnational interest", "One that two cities need.")]
    criteria: Annotated[tuple[Criterion, ...], asks("The tests that a cluster is put to")]
    sources: Annotated[
        tuple[Id, ...],
        asks("What it rests on, by ids under `sources` of this file", ["yearbook-2005"], here="sources"),
    ]


class Member(Record):
    """A selected cluster of one metropolis."""

    metropolis: Metropolis
    cluster: AnyCluster


class TransnationalField(Record):
    """Selected clusters of several cities that could work together."""

    id: Annotated[Id, asks("A short name", "life-sciences")]
    name: Annotated[Text, asks("Its name as it is printed", "Life sciences")]
    grade: Graded
    description: Annotated[Markdown, asks("What joins its members", "Trials need several cities.")]
    members: Annotated[tuple[Member, ...], asks("The selected clusters that belong to it; each belongs to one field")]


class CommonDefinition(HandIn):
    """`inputs/m2_swot/coordinator.yaml`."""

    definition: Annotated[Definition, asks("The common definition of a cluster")]
    transnational_fields: Annotated[tuple[TransnationalField, ...], asks("Fields in which cities could work together")]


class Answerable(NamedTuple):
    """A SWOT statement with an id, the cluster that it is about and the list that it stands in."""

    cluster: str
    quadrant: Quadrant
    entry: Entry[Statement]


@indexed
def answerable(dossier: Dossier) -> Mapping[tuple[str, str], Answerable]:
    """Every SWOT statement that has an id, by metropolis and id."""
    return {
        (delivery.author, statement.id): Answerable(
            analysis.cluster, quadrant, Entry(delivery, ("analyses", index, quadrant.value, position), statement)
        )
        for delivery in dossier.of(SwotReport)
        for index, analysis in enumerate(delivery.submission.analyses)
        for quadrant in Quadrant
        for position, statement in enumerate(analysis.lines(quadrant))
        if statement.id
    }


@indexed
def tools_of(dossier: Dossier) -> Mapping[tuple[str, str], Entry[Tool]]:
    """Every tool that was handed in, by metropolis and id."""
    return {(each.author, each.record.id): each for each in entries(dossier.of(SwotReport), "tools", Tool)}
