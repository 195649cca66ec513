"""Merge of milestone 1: by metropolis and by field, and the consequences from city to city."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from wp3reports.milestones.m1_selection.model import (
    Cluster,
    ClusterReport,
    Consequence,
    Effect,
    SelectionDecision,
    selection_of,
)
from wp3reports.model import Delivery, Dossier, Event, Field, MilestoneReport, Partner, Period, grouped


@dataclass(frozen=True)
class Described:
    """A cluster as one metropolis described it, with its rank in the proposal (empty: not proposed)."""

    partner: Partner
    delivery: Delivery[ClusterReport]
    index: int
    cluster: Cluster
    rank: str
    is_selected: bool

    @property
    def pointer(self) -> str:
        """Where it stands in the hand-in."""
        return self.delivery.pointer("clusters", self.index)


@dataclass(frozen=True)
class Selected:
    """What was decided for one metropolis, beside what it had proposed."""

    partner: Partner
    clusters: tuple[Described, ...]
    proposed: tuple[Described, ...]
    reason: str

    @property
    def differs(self) -> bool:
        """Whether the decision is another set than the proposal."""
        return {each.cluster.id for each in self.clusters} != {each.cluster.id for each in self.proposed}


@dataclass(frozen=True)
class Weighed:
    """One consequence: which cluster, and what it would do elsewhere."""

    described: Described
    consequence: Consequence


@dataclass(frozen=True)
class SelectionReport(MilestoneReport):
    """The merged milestone 1."""

    decision: Delivery[SelectionDecision] | None
    event: Event | None  # at which the decision was taken
    selections: tuple[Selected, ...]
    fields: tuple[tuple[Field, tuple[Described, ...]], ...]
    consequences: Mapping[tuple[str, str], tuple[Weighed, ...]]  # (from, to), if anything was said of the two
    effects: Mapping[Field, Mapping[Effect, int]]

    @cached_property
    def elsewhere(self) -> Mapping[str, tuple[tuple[str, tuple[Weighed, ...]], ...]]:
        """For each metropolis, by ids, where else its clusters would have which consequences."""
        found = grouped(self.consequences, lambda pair: [pair[0]])
        return {one: tuple((pair[1], self.consequences[pair]) for pair in pairs) for one, pairs in found.items()}


def merge(dossier: Dossier, period: Period) -> SelectionReport:
    """What the metropolises described, proposed and got, in the order of the partners."""
    deliveries = dossier.of(ClusterReport)
    decision = dossier.one(SelectionDecision)
    described = _described(dossier)
    fields = tuple(
        (field, found) for field in Field if (found := tuple(each for each in described if each.cluster.field is field))
    )
    return SelectionReport(
        period=period,
        project=dossier.project,
        partners=dossier.partners,
        deliveries=deliveries,
        coordinator=decision,
        outstanding=dossier.outstanding(period),
        issued=dossier.issued,
        decision=decision,
        event=dossier.project.event(decision.submission.decision.event) if decision else None,
        selections=_selections(dossier, described),
        fields=fields,
        consequences=_consequences(dossier, described),
        effects={field: _counted(found) for field, found in fields},
    )


def _described(dossier: Dossier) -> tuple[Described, ...]:
    selected = selection_of(dossier)
    partners = {partner.id: partner for partner in dossier.partners}
    return tuple(
        Described(
            partners[delivery.author],
            delivery,
            index,
            cluster,
            next((c.rank for c in delivery.submission.proposal.choices if c.cluster == cluster.id), ""),
            cluster.id in selected.get(delivery.author, ()),
        )
        for delivery in dossier.of(ClusterReport)
        for index, cluster in enumerate(delivery.submission.clusters)
    )


def _selections(dossier: Dossier, described: tuple[Described, ...]) -> tuple[Selected, ...]:
    decision = dossier.one(SelectionDecision)
    if decision is None:
        return ()
    reasons = {each.metropolis: each.reason for each in decision.submission.decision.selections}
    own = defaultdict[str, list[Described]](list)
    for each in described:
        own[each.partner.id].append(each)
    return tuple(
        Selected(
            partner,
            tuple(each for each in own[partner.id] if each.is_selected),
            tuple(sorted((each for each in own[partner.id] if each.rank), key=lambda each: each.rank)),
            reasons.get(partner.id, ""),
        )
        for partner in dossier.partners
        if partner.id in reasons
    )


def _consequences(dossier: Dossier, described: tuple[Described, ...]) -> Mapping[tuple[str, str], tuple[Weighed, ...]]:
    order = {partner.id: place for place, partner in enumerate(dossier.partners)}
    weighed = [
        Weighed(each, consequence)
        for each in described
        for consequence in each.cluster.consequences
        if consequence.metropolis in order and consequence.metropolis != each.partner.id
    ]
    found = grouped(weighed, lambda each: [(each.described.partner.id, each.consequence.metropolis)])
    return {pair: found[pair] for pair in sorted(found, key=lambda pair: (order[pair[0]], order[pair[1]]))}


def _counted(described: tuple[Described, ...]) -> Mapping[Effect, int]:
    effects = [consequence.effect for each in described for consequence in each.cluster.consequences]
    return {effect: effects.count(effect) for effect in Effect}
