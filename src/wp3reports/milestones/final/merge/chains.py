"""Each selected cluster from its selection to the joint programmes: what the milestones made of it, one by one."""

from collections.abc import Iterator
from dataclasses import dataclass

from wp3reports.milestones.m1_selection.model import Cluster, ClusterReport, selection_of
from wp3reports.milestones.m2_swot.model import CommonDefinition, Stage, SwotAnalysis, SwotReport, TransnationalField
from wp3reports.milestones.m3_themes.model import ThemeProposal, theme_proposals
from wp3reports.milestones.m4_concepts.model import Concept, concepts_of
from wp3reports.milestones.m5_programmes.model import JointProposal, Programme, joint_proposals, programmes_of
from wp3reports.model import Dossier, Entry, Partner, entries


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
    selection = selection_of(dossier)
    return tuple(
        _chain(dossier, partner, cluster)
        for partner in dossier.partners
        for cluster in dict.fromkeys(selection.get(partner.id, ()))
    )


def courses_of_fields(dossier: Dossier, linked: tuple[Chain, ...]) -> tuple[FieldCourse, ...]:
    """The transnational fields in the order of the common definition."""
    return tuple(
        FieldCourse(each.record, each.pointer(), tuple(chain for chain in linked if chain.field == each.record))
        for each in entries(dossier.of(CommonDefinition), "transnational_fields", TransnationalField)
    )


def _chain(dossier: Dossier, partner: Partner, cluster: str) -> Chain:
    described = entries(dossier.of(ClusterReport), "clusters", Cluster)
    analyses = entries(dossier.of(SwotReport), "analyses", SwotAnalysis)
    fields = entries(dossier.of(CommonDefinition), "transnational_fields", TransnationalField)
    key = partner.id, cluster
    activities = tuple(_activities(dossier, key))
    joined = {(each.author, each.record.id) for each in activities}
    return Chain(
        partner=partner,
        cluster=cluster,
        described=next((each for each in described if (each.author, each.record.id) == key), None),
        field=next((each.record for each in fields if key in _members(each.record)), None),
        analysis=next((each for each in analyses if (each.author, each.record.cluster) == key), None),
        proposals=tuple(
            each for each in theme_proposals(dossier).values() if (each.author, each.record.cluster) == key
        ),
        concepts=tuple(each for each in concepts_of(dossier).values() if key in _members(each.record)),
        activities=activities,
        programmes=tuple(
            each
            for each in programmes_of(dossier).values()
            if joined & {(named.metropolis, named.proposal) for named in each.record.proposals}
        ),
    )


def _activities(dossier: Dossier, key: tuple[str, str]) -> Iterator[Entry[JointProposal]]:
    """The proposals of milestone 5 in which a metropolis takes part with this cluster."""
    for each in joint_proposals(dossier).values():
        if key in {(taking.metropolis, taking.cluster) for taking in each.record.partners}:
            yield each


def _members(grouped: TransnationalField | Concept) -> set[tuple[str, str]]:
    return {(member.metropolis, member.cluster) for member in grouped.members}
