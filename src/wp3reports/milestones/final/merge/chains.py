"""Each selected cluster from its selection to the joint programmes: what the milestones made of it, one by one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from wp3reports.milestones.m1_selection.model import Cluster, ClusterReport, selection_of
from wp3reports.milestones.m2_swot.model import CommonDefinition, Stage, SwotAnalysis, SwotReport, TransnationalField
from wp3reports.milestones.m3_themes.model import ThemeProposal, theme_proposals
from wp3reports.milestones.m4_concepts.model import Concept, concepts_of
from wp3reports.milestones.m5_programmes.model import JointProposal, Programme, joint_proposals, programmes_with
from wp3reports.model import Dossier, Entry, Partner, entries, grouped

_Key = tuple[str, str]  # a metropolis and its cluster


@dataclass(frozen=True)
class Chain:
    """A selected cluster of one metropolis; what is empty was not handed in, or not made of it."""

    partner: Partner
    cluster: str
    described: Entry[Cluster] | None
    field: TransnationalField | None
    analysis: Entry[SwotAnalysis] | None
    proposals: tuple[Entry[ThemeProposal], ...]  # of milestone 3, by its metropolis
    concepts: tuple[Entry[Concept], ...]  # that list it among their members
    activities: tuple[Entry[JointProposal], ...]  # proposals of milestone 5 with which it takes part
    programmes: tuple[Entry[Programme], ...]  # that bring one of these activities together with others

    @property
    def name(self) -> str:
        """The cluster's name; its id when milestone 1 does not describe it."""
        return self.described.record.name if self.described else self.cluster

    @property
    def stage(self) -> Stage | None:
        """Its stage of maturity, if it was analysed."""
        return self.analysis.record.maturity.stage if self.analysis else None

    @property
    def steps(self) -> tuple[bool, ...]:
        """Whether milestones 2, 3, 4 and 5 made something of it: an analysis, a proposal, a concept, a programme."""
        return self.analysis is not None, bool(self.proposals), bool(self.concepts), bool(self.programmes)

    @property
    def is_whole(self) -> bool:
        """Whether it leads from the selection to a joint programme without a gap."""
        return all(self.steps)

    @property
    def open_activities(self) -> tuple[Entry[JointProposal], ...]:
        """The proposals of milestone 5 that no programme took up."""
        taken = {
            (each.metropolis, each.proposal) for programme in self.programmes for each in programme.record.proposals
        }
        return tuple(each for each in self.activities if (each.author, each.record.id) not in taken)


@dataclass(frozen=True)
class FieldCourse:
    """A transnational field with its clusters, and what was made of them, each thing once."""

    field: TransnationalField
    pointer: str
    chains: tuple[Chain, ...]

    @property
    def metropolises(self) -> tuple[Partner, ...]:
        """Those that take part, in their order."""
        return tuple(dict.fromkeys(each.partner for each in self.chains))

    @property
    def proposals(self) -> int:
        """How many proposals of milestone 3."""
        return len({each.pointer() for chain in self.chains for each in chain.proposals})

    @property
    def concepts(self) -> int:
        """How many transnational concepts."""
        return len({each.record.id for chain in self.chains for each in chain.concepts})

    @property
    def activities(self) -> int:
        """How many proposals of milestone 5."""
        return len({each.pointer() for chain in self.chains for each in chain.activities})

    @property
    def programmes(self) -> int:
        """How many joint programmes."""
        return len({each.record.id for chain in self.chains for each in chain.programmes})


def chains(dossier: Dossier) -> tuple[Chain, ...]:
    """One for each cluster that was selected, in the order of the metropolises and of the decision."""
    selection, known = selection_of(dossier), _known(dossier)
    return tuple(
        _chain(dossier, known, partner, cluster)
        for partner in dossier.partners
        for cluster in dict.fromkeys(selection.get(partner.id, ()))
    )


def courses_of_fields(dossier: Dossier, linked: tuple[Chain, ...]) -> tuple[FieldCourse, ...]:
    """The transnational fields in the order of the common definition."""
    of_field = grouped(linked, lambda chain: [id(chain.field)])
    return tuple(
        FieldCourse(each.record, each.pointer(), of_field.get(id(each.record), ()))
        for each in entries(dossier.of(CommonDefinition), "transnational_fields", TransnationalField)
    )


class _Known(NamedTuple):
    """What was handed in, by the metropolis and cluster that it is about."""

    described: Mapping[_Key, Sequence[Entry[Cluster]]]
    fields: Mapping[_Key, Sequence[Entry[TransnationalField]]]
    analyses: Mapping[_Key, Sequence[Entry[SwotAnalysis]]]
    proposals: Mapping[_Key, tuple[Entry[ThemeProposal], ...]]
    concepts: Mapping[_Key, tuple[Entry[Concept], ...]]
    activities: Mapping[_Key, tuple[Entry[JointProposal], ...]]


def _known(dossier: Dossier) -> _Known:
    described = entries(dossier.of(ClusterReport), "clusters", Cluster)
    fields = entries(dossier.of(CommonDefinition), "transnational_fields", TransnationalField)
    analyses = entries(dossier.of(SwotReport), "analyses", SwotAnalysis)
    return _Known(
        described=grouped(described, lambda each: [(each.author, each.record.id)]),
        fields=grouped(fields, lambda each: _members(each.record)),
        analyses=grouped(analyses, lambda each: [(each.author, each.record.cluster)]),
        proposals=grouped(theme_proposals(dossier).values(), lambda each: [(each.author, each.record.cluster)]),
        concepts=grouped(concepts_of(dossier).values(), lambda each: _members(each.record)),
        activities=grouped(
            joint_proposals(dossier).values(),
            lambda each: [(taking.metropolis, taking.cluster) for taking in each.record.partners],
        ),
    )


def _chain(dossier: Dossier, known: _Known, partner: Partner, cluster: str) -> Chain:
    key = partner.id, cluster
    activities = known.activities.get(key, ())
    field = next(iter(known.fields.get(key, ())), None)
    return Chain(
        partner=partner,
        cluster=cluster,
        described=next(iter(known.described.get(key, ())), None),
        field=field.record if field else None,
        analysis=next(iter(known.analyses.get(key, ())), None),
        proposals=known.proposals.get(key, ()),
        concepts=known.concepts.get(key, ()),
        activities=activities,
        programmes=programmes_with(dossier, ((each.author, each.record.id) for each in activities)),
    )


def _members(group: TransnationalField | Concept) -> list[_Key]:
    return [(member.metropolis, member.cluster) for member in group.members]
