"""Which ids an author can refer to, and their names: of the project files, and of what was handed in before."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from wp3reports.milestones import MILESTONES, m1_selection, m5_programmes
from wp3reports.milestones.m1_selection.model import clusters_of, selection_of
from wp3reports.milestones.m2_swot.model import answerable, tools_of
from wp3reports.milestones.m3_themes.model import theme_proposals
from wp3reports.milestones.m4_concepts.model import concepts_of, practices_of
from wp3reports.milestones.m5_programmes.model import joint_proposals, programmes_of
from wp3reports.model import COORDINATOR, Dossier, Entry, Ids

Known = Mapping[str, Mapping[str, str]]  # by the names of `model.Ids`, ids with the names that people know them by
Named = Iterable[tuple[str, str]]
Sought = Callable[[Dossier, str, str], Named]


def known_ids(dossier: Dossier, milestone: str, author: str) -> Known:
    """The ids by the names of `Ids`, each once; a set of which nothing is known yet is left out.

    Partners look back to earlier milestones; the co-ordinator, who writes when they have handed in, sees this one too.
    """
    found = {ids.value: _once(seek(dossier, milestone, author)) for ids, seek in _SOUGHT.items()}
    return {name: ids for name, ids in found.items() if ids}


def _once(named: Named) -> Mapping[str, str]:
    """Each id with the first of its names: cities call a cluster that they share what they like."""
    first: dict[str, str] = {}
    for each, name in named:
        first.setdefault(each, name)
    return first


def _partners(dossier: Dossier, _milestone: str, _author: str) -> Named:
    return ((partner.id, partner.metropolis) for partner in dossier.partners)


def _others(dossier: Dossier, milestone: str, author: str) -> Named:
    return (pair for pair in _partners(dossier, milestone, author) if pair[0] != author)


def _owners(dossier: Dossier, milestone: str, author: str) -> Named:
    return (*_partners(dossier, milestone, author), (COORDINATOR, "WP co-ordinator"))


def _milestones(dossier: Dossier, _milestone: str, _author: str) -> Named:
    for milestone in MILESTONES:
        period = dossier.project.period(milestone.name)
        yield milestone.name, period.title if period else milestone.name


def _events(dossier: Dossier, _milestone: str, _author: str) -> Named:
    return ((event.id, event.title) for event in dossier.project.events)


def _meetings(dossier: Dossier, milestone: str, _author: str) -> Named:
    return ((event.id, event.title) for event in dossier.project.events if event.milestone == milestone)


def _described(dossier: Dossier, _milestone: str, author: str) -> Named:
    found = clusters_of(dossier).items() if author == COORDINATOR else ()
    return ((cluster, described.name) for (_, cluster), described in found)


def _selected(dossier: Dossier, milestone: str, author: str) -> Named:
    """Of the metropolis alone; nobody knows them while the clusters are described."""
    if milestone == m1_selection.MILESTONE.name:
        return
    described = clusters_of(dossier)
    for cluster in selection_of(dossier).get(author, ()):
        found = described.get((author, cluster))
        yield cluster, found.name if found else cluster


def _selected_for_all(dossier: Dossier, milestone: str, _author: str) -> Named:
    return (pair for partner in selection_of(dossier) for pair in _selected(dossier, milestone, partner))


def _own(found: Mapping[tuple[str, str], Entry[Any]], author: str) -> Named:
    """Of entries by metropolis and id those of the author; the co-ordinator may refer to those of all cities."""
    return ((each, entry.record.name) for (city, each), entry in found.items() if author in {city, COORDINATOR})


def _statements(dossier: Dossier, _milestone: str, author: str) -> Named:
    found = answerable(dossier).items()
    return ((each, said.entry.record.statement) for (city, each), said in found if author in {city, COORDINATOR})


def _proposals(dossier: Dossier, milestone: str, author: str) -> Named:
    is_last = milestone == m5_programmes.MILESTONE.name
    return _own(joint_proposals(dossier), author) if is_last else _own(theme_proposals(dossier), author)


_SOUGHT: Mapping[Ids, Sought] = {
    Ids.PARTNERS: _partners,
    Ids.OTHERS: _others,
    Ids.OWNERS: _owners,
    Ids.THEMES: lambda dossier, _milestone, _author: (
        (group.id, group.title) for group in dossier.project.thematic_groups
    ),
    Ids.MILESTONES: _milestones,
    Ids.EVENTS: _events,
    Ids.MEETINGS: _meetings,
    Ids.DESCRIBED: _described,
    Ids.SELECTED: _selected,
    Ids.SELECTED_FOR_ALL: _selected_for_all,
    Ids.TOOLS: lambda dossier, _milestone, author: _own(tools_of(dossier), author),
    Ids.STATEMENTS: _statements,
    Ids.PROPOSALS: _proposals,
    Ids.PRACTICES: lambda dossier, _milestone, author: _own(practices_of(dossier), author),
    Ids.CONCEPTS: lambda dossier, _milestone, _author: (
        (each, found.record.name) for each, found in concepts_of(dossier).items()
    ),
    Ids.PROGRAMMES: lambda dossier, _milestone, _author: (
        (each, found.record.name) for each, found in programmes_of(dossier).items()
    ),
}
