"""Milestone 3: experts of the thematic groups, tools analysed by theme and cluster, proposals, groups and meetings."""

from collections.abc import Mapping

from wp3reports.milestones.m1_selection.model import ActorKind
from wp3reports.model import (
    Convened,
    Dossier,
    Entry,
    Grade,
    HandIn,
    Id,
    Labelled,
    Markdown,
    Record,
    Text,
    entries,
)

TO_BE_NAMED = "to be named"  # what stands in place of an expert's name until there is one


class Expert(Record):
    """Who a metropolis sends to a thematic group, and from which of its selected clusters."""

    theme: Text
    name: Text  # a person, or `to be named`
    function: Text = ""
    organisation: Text
    kind: ActorKind
    cluster: Id


class ThemeAnalysis(Record):
    """Models and tools of one selected cluster, looked at from one theme."""

    theme: Text
    cluster: Id
    tools: tuple[Id, ...]  # handed in at milestone 2 by the same metropolis
    grade: Grade
    exists: Markdown
    works: Markdown
    missing: Markdown


class ProposalKind(Labelled):
    """What a proposal is for: the two kinds that the plan of the work package names."""

    CLUSTER_DEVELOPMENT = "cluster_development", "cluster development"
    NETWORK_ACTIVITY = "network_activity", "transnational network activity"


class Wish(Record):
    """A metropolis that is sought as partner, and for what."""

    metropolis: Id
    reason: Text


class ThemeProposal(Record):
    """A proposal for one selected cluster; `answers` are SWOT statements of that cluster, by their ids."""

    id: Id
    name: Text
    kind: ProposalKind
    theme: Text
    cluster: Id
    answers: tuple[Id, ...] = ()
    grade: Grade
    what: Markdown
    offers: Text  # what the metropolis brings
    seeks: tuple[Wish, ...]
    benefit: Text


class ThemesReport(HandIn):
    """`inputs/m3_themes/<partner>.yaml`."""

    experts: tuple[Expert, ...]
    analyses: tuple[ThemeAnalysis, ...]
    proposals: tuple[ThemeProposal, ...]


class Group(Record):
    """A thematic group as the co-ordinator sets it up."""

    theme: Text
    chair: Text
    grade: Grade
    mandate: Markdown


class ThematicGroups(Convened):
    """`inputs/m3_themes/coordinator.yaml`."""

    groups: tuple[Group, ...]


def theme_proposals(dossier: Dossier) -> Mapping[tuple[str, str], Entry[ThemeProposal]]:
    """Every proposal of milestone 3, by metropolis and id."""
    found = entries(dossier.of(ThemesReport), "proposals", ThemeProposal)
    return {(each.author, each.record.id): each for each in found}
