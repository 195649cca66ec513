"""Milestone 3: experts of the thematic groups, tools analysed by theme and cluster, proposals, groups and meetings."""

from collections.abc import Mapping
from typing import Annotated

from wp3reports.milestones.m1_selection.model import ActorKind
from wp3reports.model import (
    Convened,
    Dossier,
    Entry,
    Graded,
    HandIn,
    Id,
    Ids,
    Labelled,
    Markdown,
    OtherMetropolis,
    OwnCluster,
    Record,
    Text,
    Theme,
    asks,
    entries,
    indexed,
)

TO_BE_NAMED = "to be named"  # what stands in place of an expert's name until there is one


class Expert(Record):
    """Who a metropolis sends to a thematic group, and from which of its selected clusters."""

    theme: Theme
    name: Annotated[Text, asks("The person, or to be named", "to be named")]
    function: Annotated[Text, asks("What the person does there", "head of incubation")] = ""
    organisation: Annotated[Text, asks("Where the person works", "Latvian Technology Centre")]
    kind: Annotated[ActorKind, asks("The part of the triple helix that it belongs to")]
    cluster: OwnCluster

    @property
    def is_named(self) -> bool:
        """Whether there is a name; what stands for one counts in capitals too."""
        return self.name.casefold() != TO_BE_NAMED


class ThemeAnalysis(Record):
    """Models and tools of one selected cluster, looked at from one theme."""

    theme: Theme
    cluster: OwnCluster
    tools: Annotated[tuple[Id, ...], asks("The tools of milestone 2 that it is about", ["science-park"], ids=Ids.TOOLS)]
    grade: Graded
    exists: Annotated[Markdown, asks("What there is", "The council supports a park.")]
    works: Annotated[Markdown, asks("What works, and how that shows", "Tenants stay.")]
    missing: Annotated[Markdown, asks("What is missing", "Rooms for laboratories.")]


class ProposalKind(Labelled):
    """What a proposal is for: the two kinds that the plan of the work package names."""

    CLUSTER_DEVELOPMENT = "cluster_development", "cluster development"
    NETWORK_ACTIVITY = "network_activity", "transnational network activity"


class Wish(Record):
    """A metropolis that is sought as partner, and for what."""

    metropolis: OtherMetropolis
    reason: Annotated[Text, asks("What it is sought for", "Its park is ten years older.")]


class ThemeProposal(Record):
    """A proposal for one selected cluster; `answers` are SWOT statements of that cluster, by their ids."""

    id: Annotated[Id, asks("A short name that later milestones refer to", "common-list")]
    name: Annotated[Text, asks("Its name as it is printed", "A common list of firms")]
    kind: Annotated[ProposalKind, asks("What it is for")]
    theme: Theme
    cluster: OwnCluster
    answers: Annotated[
        tuple[Id, ...],
        asks("SWOT statements that it answers, by id", ["no-seat"], ids=Ids.STATEMENTS),
    ] = ()
    grade: Graded
    what: Annotated[Markdown, asks("What is proposed", "One list, renewed each spring.")]
    offers: Annotated[Text, asks("What the metropolis brings", "An editor for a year")]
    seeks: Annotated[tuple[Wish, ...], asks("The metropolises that are sought as partners")]
    benefit: Annotated[Text, asks("Who gains what", "Buyers find small firms.")]


class ThemesReport(HandIn):
    """`inputs/m3_themes/<partner>.yaml`."""

    experts: Annotated[tuple[Expert, ...], asks("One expert for each thematic group")]
    analyses: Annotated[tuple[ThemeAnalysis, ...], asks("Models and tools, by theme and cluster")]
    proposals: Annotated[tuple[ThemeProposal, ...], asks("What would develop a cluster, or join several cities")]


class Group(Record):
    """A thematic group as the co-ordinator sets it up."""

    theme: Theme
    chair: Annotated[Text, asks("Who leads it", "City of Stockholm")]
    grade: Graded
    mandate: Annotated[Markdown, asks("What the group is to find out, and what not", "How land is given to firms.")]


class ThematicGroups(Convened):
    """`inputs/m3_themes/coordinator.yaml`."""

    groups: Annotated[tuple[Group, ...], asks("The thematic groups as they are set up")]


@indexed
def theme_proposals(dossier: Dossier) -> Mapping[tuple[str, str], Entry[ThemeProposal]]:
    """Every proposal of milestone 3, by metropolis and id."""
    found = entries(dossier.of(ThemesReport), "proposals", ThemeProposal)
    return {(each.author, each.record.id): each for each in found}
