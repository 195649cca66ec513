"""Merge of milestone 2: by cluster, by transnational field, and the tools of all metropolises."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from wp3reports.milestones.m1_selection.model import Cluster, clusters_of
from wp3reports.milestones.m2_swot.model import (
    CommonDefinition,
    Quadrant,
    Stage,
    Statement,
    SwotAnalysis,
    SwotReport,
    Tool,
    ToolType,
    TransnationalField,
)
from wp3reports.model import Delivery, Dossier, MilestoneReport, Partner, Period, grouped


@dataclass(frozen=True)
class Analysed:
    """A SWOT analysis with the metropolis and the cluster of milestone 1 that it is about."""

    partner: Partner
    delivery: Delivery[SwotReport]
    index: int
    analysis: SwotAnalysis
    cluster: Cluster | None

    @property
    def name(self) -> str:
        """The cluster's name; its id when milestone 1 does not describe it."""
        return self.cluster.name if self.cluster else self.analysis.cluster

    @property
    def pointer(self) -> str:
        """Where it stands in the hand-in."""
        return self.delivery.pointer("analyses", self.index)


@dataclass(frozen=True)
class Line:
    """A SWOT statement attributed to its metropolis and cluster."""

    analysed: Analysed
    quadrant: Quadrant
    index: int
    statement: Statement

    @property
    def pointer(self) -> str:
        """Where it stands in the hand-in."""
        return f"{self.analysed.pointer}/{self.quadrant.value}/{self.index}"


@dataclass(frozen=True)
class FieldSynthesis:
    """A transnational field: its analyses in the order of the metropolises, its statements by quadrant."""

    field: TransnationalField
    index: int
    analyses: tuple[Analysed, ...]
    lines: Mapping[Quadrant, tuple[Line, ...]]


@dataclass(frozen=True)
class Inventoried:
    """A tool with its metropolis and the names of the clusters that it fosters."""

    partner: Partner
    delivery: Delivery[SwotReport]
    index: int
    tool: Tool
    clusters: tuple[str, ...]

    @property
    def pointer(self) -> str:
        """Where it stands in the hand-in."""
        return self.delivery.pointer("tools", self.index)


@dataclass(frozen=True)
class SwotMerge(MilestoneReport):
    """The merged milestone 2."""

    definition: Delivery[CommonDefinition] | None
    stages: tuple[Stage, ...]  # the ordered scale
    analyses: tuple[Analysed, ...]
    fields: tuple[FieldSynthesis, ...]
    ungrouped: tuple[Analysed, ...]  # analyses that no transnational field lists
    tools: tuple[tuple[ToolType, tuple[Inventoried, ...]], ...]

    @cached_property
    def analyses_of(self) -> Mapping[str, tuple[Analysed, ...]]:
        """The analyses of each metropolis, by its id."""
        return grouped(self.analyses, lambda each: [each.partner.id])


def merge(dossier: Dossier, period: Period) -> SwotMerge:
    """What the metropolises analysed, brought together by field and kind of tool."""
    definition = dossier.one(CommonDefinition)
    analyses = _analyses(dossier)
    fields = _fields(definition, analyses)
    grouped = {id(each) for field in fields for each in field.analyses}
    inventory = _inventory(dossier)
    return SwotMerge(
        period=period,
        project=dossier.project,
        partners=dossier.partners,
        deliveries=dossier.of(SwotReport),
        coordinator=definition,
        outstanding=dossier.outstanding(period),
        issued=dossier.issued,
        definition=definition,
        stages=tuple(Stage),
        analyses=analyses,
        fields=fields,
        ungrouped=tuple(each for each in analyses if id(each) not in grouped),
        tools=tuple(
            (kind, found) for kind in ToolType if (found := tuple(each for each in inventory if each.tool.type is kind))
        ),
    )


def _analyses(dossier: Dossier) -> tuple[Analysed, ...]:
    clusters = clusters_of(dossier)
    partners = {partner.id: partner for partner in dossier.partners}
    return tuple(
        Analysed(
            partners[delivery.author], delivery, index, analysis, clusters.get((delivery.author, analysis.cluster))
        )
        for delivery in dossier.of(SwotReport)
        for index, analysis in enumerate(delivery.submission.analyses)
    )


def _fields(
    definition: Delivery[CommonDefinition] | None, analyses: tuple[Analysed, ...]
) -> tuple[FieldSynthesis, ...]:
    fields = definition.submission.transnational_fields if definition else ()
    return tuple(_synthesis(index, field, analyses) for index, field in enumerate(fields))


def _synthesis(index: int, field: TransnationalField, analyses: tuple[Analysed, ...]) -> FieldSynthesis:
    members = {(member.metropolis, member.cluster) for member in field.members}
    found = tuple(each for each in analyses if (each.partner.id, each.analysis.cluster) in members)
    lines = {
        quadrant: tuple(
            Line(each, quadrant, number, statement)
            for each in found
            for number, statement in enumerate(each.analysis.lines(quadrant))
        )
        for quadrant in Quadrant
    }
    return FieldSynthesis(field, index, found, lines)


def _inventory(dossier: Dossier) -> tuple[Inventoried, ...]:
    clusters = clusters_of(dossier)
    partners = {partner.id: partner for partner in dossier.partners}

    def name(author: str, cluster: str) -> str:
        known = clusters.get((author, cluster))
        return known.name if known else cluster

    return tuple(
        Inventoried(
            partners[delivery.author],
            delivery,
            index,
            tool,
            tuple(name(delivery.author, each) for each in tool.clusters),
        )
        for delivery in dossier.of(SwotReport)
        for index, tool in enumerate(delivery.submission.tools)
    )
