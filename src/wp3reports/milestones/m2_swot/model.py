"""Milestone 2: SWOT and maturity of the selected clusters, models and tools, common definition."""

from collections.abc import Mapping
from typing import NamedTuple

from wp3reports.model import Dossier, Entry, Grade, HandIn, Id, Labelled, Markdown, Record, Text, Years, entries


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

    stage: Stage
    grade: Grade
    justification: Markdown = Markdown("")


class Statement(Record):
    """One line of a SWOT analysis; the quadrant is a judgement, the source is its evidence."""

    statement: Text
    id: Id = ""  # where a proposal of milestone 3 answers it
    source: Id = ""


class SwotAnalysis(Record):
    """Strengths, weaknesses, opportunities and threats of one selected cluster."""

    cluster: Id
    maturity: Maturity
    grade: Grade
    strengths: tuple[Statement, ...] = ()
    weaknesses: tuple[Statement, ...] = ()
    opportunities: tuple[Statement, ...] = ()
    threats: tuple[Statement, ...] = ()
    conclusion: Markdown

    def lines(self, quadrant: Quadrant) -> tuple[Statement, ...]:
        """The statements of one quadrant."""
        statements: tuple[Statement, ...] = getattr(self, quadrant.value)
        return statements


class Tool(Record):
    """A model or tool that fosters clusters, described and analysed."""

    id: Id
    name: Text
    type: ToolType
    clusters: tuple[Id, ...]
    owner: Text
    since: Years
    grade: Grade
    description: Markdown
    analysis: Markdown  # what worked and what did not
    transferability: Text
    source: Id = ""


class SwotReport(HandIn):
    """`inputs/m2_swot/<partner>.yaml`."""

    analyses: tuple[SwotAnalysis, ...]
    tools: tuple[Tool, ...]


class Criterion(Record):
    """One test of the common definition."""

    name: Text
    text: Text


class Definition(Record):
    """What the partners call a cluster of transnational interest."""

    grade: Grade
    text: Markdown
    criteria: tuple[Criterion, ...]
    sources: tuple[Id, ...]


class Member(Record):
    """A selected cluster of one metropolis."""

    metropolis: Id
    cluster: Id


class TransnationalField(Record):
    """Selected clusters of several cities that could work together."""

    id: Id
    name: Text
    grade: Grade
    description: Markdown
    members: tuple[Member, ...]


class CommonDefinition(HandIn):
    """`inputs/m2_swot/coordinator.yaml`."""

    definition: Definition
    transnational_fields: tuple[TransnationalField, ...]


class Answerable(NamedTuple):
    """A SWOT statement with an id, the cluster that it is about and the list that it stands in."""

    cluster: str
    quadrant: Quadrant
    entry: Entry[Statement]


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


def tools_of(dossier: Dossier) -> Mapping[tuple[str, str], Entry[Tool]]:
    """Every tool that was handed in, by metropolis and id."""
    return {(each.author, each.record.id): each for each in entries(dossier.of(SwotReport), "tools", Tool)}
