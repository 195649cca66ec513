"""Which ids an author can refer to: of the project files, and of what was handed in before."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from wp3reports.milestones import MILESTONES, m1_selection, m5_programmes
from wp3reports.milestones.m1_selection.model import clusters_of, selection_of
from wp3reports.milestones.m2_swot.model import answerable, tools_of
from wp3reports.milestones.m3_themes.model import theme_proposals
from wp3reports.milestones.m4_concepts.model import concepts_of, practices_of
from wp3reports.milestones.m5_programmes.model import joint_proposals, programmes_of
from wp3reports.model import COORDINATOR, Dossier, Ids

Sought = Callable[[Dossier, str, str], Iterable[str]]


def known_ids(dossier: Dossier, milestone: str, author: str) -> Mapping[str, Sequence[str]]:
    """The ids by the names of `Ids`, each once; a set of which nothing is known yet is left out.

    Partners look back to earlier milestones; the co-ordinator, who writes when they have handed in, sees this one too.
    """
    found = {ids.value: tuple(dict.fromkeys(seek(dossier, milestone, author))) for ids, seek in _SOUGHT.items()}
    return {name: ids for name, ids in found.items() if ids}


def _partners(dossier: Dossier, _milestone: str, _author: str) -> Iterable[str]:
    return (partner.id for partner in dossier.partners)


def _others(dossier: Dossier, _milestone: str, author: str) -> Iterable[str]:
    return (partner.id for partner in dossier.partners if partner.id != author)


def _owners(dossier: Dossier, milestone: str, author: str) -> Iterable[str]:
    return (*_partners(dossier, milestone, author), COORDINATOR)


def _meetings(dossier: Dossier, milestone: str, _author: str) -> Iterable[str]:
    return (event.id for event in dossier.project.events if event.milestone == milestone)


def _described(dossier: Dossier, _milestone: str, author: str) -> Iterable[str]:
    return (cluster for _, cluster in clusters_of(dossier)) if author == COORDINATOR else ()


def _selected(dossier: Dossier, milestone: str, author: str) -> Iterable[str]:
    return selection_of(dossier).get(author, ()) if milestone != m1_selection.MILESTONE.name else ()


def _selected_for_all(dossier: Dossier, _milestone: str, _author: str) -> Iterable[str]:
    return (cluster for selected in selection_of(dossier).values() for cluster in selected)


def _own(ids: Iterable[tuple[str, str]], author: str) -> Iterable[str]:
    """Of pairs of a metropolis and an id the author's ids; the co-ordinator may refer to those of all cities."""
    return (each for metropolis, each in ids if author in {metropolis, COORDINATOR})


def _proposals(dossier: Dossier, milestone: str, author: str) -> Iterable[str]:
    found = joint_proposals(dossier) if milestone == m5_programmes.MILESTONE.name else theme_proposals(dossier)
    return _own(found, author)


_SOUGHT: Mapping[Ids, Sought] = {
    Ids.PARTNERS: _partners,
    Ids.OTHERS: _others,
    Ids.OWNERS: _owners,
    Ids.THEMES: lambda dossier, _milestone, _author: (group.id for group in dossier.project.thematic_groups),
    Ids.MILESTONES: lambda _dossier, _milestone, _author: (milestone.name for milestone in MILESTONES),
    Ids.EVENTS: lambda dossier, _milestone, _author: (event.id for event in dossier.project.events),
    Ids.MEETINGS: _meetings,
    Ids.DESCRIBED: _described,
    Ids.SELECTED: _selected,
    Ids.SELECTED_FOR_ALL: _selected_for_all,
    Ids.TOOLS: lambda dossier, _milestone, author: _own(tools_of(dossier), author),
    Ids.STATEMENTS: lambda dossier, _milestone, author: _own(answerable(dossier), author),
    Ids.PROPOSALS: _proposals,
    Ids.PRACTICES: lambda dossier, _milestone, author: _own(practices_of(dossier), author),
    Ids.CONCEPTS: lambda dossier, _milestone, _author: concepts_of(dossier),
    Ids.PROGRAMMES: lambda dossier, _milestone, _author: programmes_of(dossier),
}
