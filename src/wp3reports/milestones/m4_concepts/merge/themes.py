"""What each thematic group has: concepts with what they rest on, and the best practices of the metropolises."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from wp3reports.milestones.m1_selection.model import clusters_of
from wp3reports.milestones.m2_swot.model import tools_of
from wp3reports.milestones.m3_themes.model import theme_proposals
from wp3reports.milestones.m4_concepts.model import (
    BestPractice,
    Concept,
    PracticesReport,
    TransnationalConcepts,
    practices_of,
)
from wp3reports.model import Dossier, Entry, ThematicGroup, entries, grouped

_Key = tuple[str, str]  # a metropolis and the id of what it handed in


@dataclass(frozen=True)
class Support:
    """What a concept rests on, by name; by its id, and without an entry, while nobody has handed it in."""

    name: str
    entry: Entry[Any] | None


@dataclass(frozen=True)
class Share:
    """The part of one metropolis in a concept: its clusters, and what is taken up from it."""

    metropolis: str
    clusters: tuple[str, ...]
    proposals: tuple[Support, ...]
    tools: tuple[Support, ...]
    practices: tuple[Support, ...]


@dataclass(frozen=True)
class Founded:
    """A concept and what it rests on, metropolis by metropolis in the order of the partners."""

    entry: Entry[Concept]
    shares: tuple[Share, ...]

    @property
    def members(self) -> tuple[Share, ...]:
        """The metropolises that take part with a cluster."""
        return tuple(share for share in self.shares if share.clusters)


@dataclass(frozen=True)
class Practised:
    """A best practice with the names of its metropolis, cluster and tool."""

    entry: Entry[BestPractice]
    metropolis: str
    cluster: str
    tool: str


@dataclass(frozen=True)
class Theme:
    """A thematic group with its concepts and the practices that were handed in for it."""

    group: ThematicGroup
    concepts: tuple[Founded, ...]
    practices: tuple[Practised, ...]

    @cached_property
    def practices_of(self) -> Mapping[str, tuple[Practised, ...]]:
        """The practices of each metropolis, by its id."""
        return grouped(self.practices, lambda each: [each.entry.author])


def themes(dossier: Dossier) -> tuple[Theme, ...]:
    """The groups of the project in their order, then the themes that were handed in and are none of them."""
    concepts, practices = tuple(_founded(dossier)), tuple(_practised(dossier))
    groups = {group.id: group for group in dossier.project.thematic_groups}
    for name in (*(each.entry.record.theme for each in concepts), *(each.entry.record.theme for each in practices)):
        groups.setdefault(name, ThematicGroup(id=name, title=name))
    return tuple(
        Theme(
            group,
            tuple(each for each in concepts if each.entry.record.theme == name),
            tuple(each for each in practices if each.entry.record.theme == name),
        )
        for name, group in groups.items()
    )


def cluster_names(dossier: Dossier) -> Mapping[_Key, str]:
    """The name of each cluster that milestone 1 describes, by metropolis and id."""
    return {known: cluster.name for known, cluster in clusters_of(dossier).items()}


def _founded(dossier: Dossier) -> Iterator[Founded]:
    names, order = cluster_names(dossier), {each.id: place for place, each in enumerate(dossier.partners)}
    records: tuple[Mapping[_Key, Entry[Any]], ...] = (
        theme_proposals(dossier),
        tools_of(dossier),
        practices_of(dossier),
    )
    for entry in entries(dossier.of(TransnationalConcepts), "concepts", Concept):
        members, *supports = _named(entry.record)
        named = dict.fromkeys(city for keys in (members, *supports) for city, _ in keys)
        cities = sorted(named, key=lambda city: order.get(city, len(order)))
        shares = (
            Share(
                dossier.name(city),
                tuple(names.get(key, key[1]) for key in members if key[0] == city),
                *(_supports(city, keys, known) for keys, known in zip(supports, records, strict=True)),
            )
            for city in cities
        )
        yield Founded(entry, tuple(shares))


def _named(concept: Concept) -> tuple[tuple[_Key, ...], ...]:
    """Members, proposals, tools and practices that a concept names."""
    return (
        tuple((each.metropolis, each.cluster) for each in concept.members),
        tuple((each.metropolis, each.proposal) for each in concept.proposals),
        tuple((each.metropolis, each.tool) for each in concept.tools),
        tuple((each.metropolis, each.practice) for each in concept.practices),
    )


def _supports(city: str, keys: tuple[_Key, ...], known: Mapping[_Key, Entry[Any]]) -> tuple[Support, ...]:
    """What is named of one metropolis."""
    found = ((key[1], known.get(key)) for key in keys if key[0] == city)
    return tuple(Support(entry.record.name if entry else wanted, entry) for wanted, entry in found)


def _practised(dossier: Dossier) -> Iterator[Practised]:
    names, tools = cluster_names(dossier), tools_of(dossier)
    for entry in entries(dossier.of(PracticesReport), "practices", BestPractice):
        practice = entry.record
        tool = tools.get((entry.author, practice.tool))
        yield Practised(
            entry,
            dossier.name(entry.author),
            names.get((entry.author, practice.cluster), practice.cluster),
            tool.record.name if tool else practice.tool,
        )
