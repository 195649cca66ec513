"""How a local partner's hand-ins begin, milestone by milestone."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from wp3reports.milestones import m1_selection, m2_swot, m3_themes, m4_concepts, m5_programmes
from wp3reports.milestones.m1_selection.model import selection_of
from wp3reports.milestones.m1_selection.rules.decided import WANTED
from wp3reports.milestones.m2_swot.model import Quadrant, tools_of
from wp3reports.milestones.m4_concepts.model import Concept, concepts_of
from wp3reports.milestones.m5_programmes.model import joint_proposals
from wp3reports.model import Dossier

Values = Mapping[str, Any]


def _clusters(dossier: Dossier, author: str) -> Values:
    """As many clusters as are wanted, each to be weighed for every other metropolis."""
    others = [{"metropolis": partner.id} for partner in dossier.partners if partner.id != author]
    choices = [{"rank": str(rank)} for rank in range(1, WANTED + 1)]
    return {"clusters": [{"consequences": others}] * WANTED, "proposal": {"choices": choices}}


def _analyses(dossier: Dossier, author: str) -> Values:
    """An analysis of each selected cluster, with a line in each of its four lists."""
    lines: Values = {quadrant.value: [{}] for quadrant in Quadrant}
    analyses = [{"cluster": cluster, "maturity": {"justification": ""}, **lines} for cluster in _own(dossier, author)]
    return {"analyses": analyses}


def _themes(dossier: Dossier, author: str) -> Values:
    """A seat in each group, an analysis for each group and cluster with the tools that foster it, a proposal."""
    themes = _groups(dossier)
    analyses = [
        {"theme": theme, "cluster": cluster, "tools": _fostering(dossier, author, cluster)}
        for theme in themes
        for cluster in _own(dossier, author)
    ]
    experts = [{"theme": theme} for theme in themes]
    return {"experts": experts, "analyses": analyses, "proposals": [{"answers": ""}]}


def _practices(dossier: Dossier, author: str) -> Values:
    """A practice for each group, a priority for each cluster, and the role of the metropolis."""
    practices = [{"theme": theme} for theme in _groups(dossier)]
    priorities = [{"cluster": cluster} for cluster in _own(dossier, author)]
    return {"practices": practices, "priorities": priorities, "role": {"national": "", "urban": ""}}


def _activities(dossier: Dossier, author: str) -> Values:
    """A proposal on the first concept that lists the metropolis, and what others expect of it."""
    concepts = (each.record for each in concepts_of(dossier).values())
    concept = next((each for each in concepts if any(member.metropolis == author for member in each.members)), None)
    named = [
        {"metropolis": metropolis, "proposal": proposal}
        for (metropolis, proposal), each in joint_proposals(dossier).items()
        if metropolis != author and author in each.record.cities
    ]
    proposal = {"concept": concept.id if concept else "", "lead": author, "partners": _partners(concept, author)}
    return {"proposals": [proposal], **({"commitments": named} if named else {})}


def _partners(concept: Concept | None, author: str) -> list[Values]:
    """The city with its clusters of the concept, and an entry for the one that is needed besides."""
    members = concept.members if concept else ()
    own = [{"metropolis": author, "cluster": each.cluster} for each in members if each.metropolis == author]
    return [*(own or [{"metropolis": author}]), {}]


def _own(dossier: Dossier, author: str) -> Iterable[str]:
    """The clusters selected for a metropolis; one to be named while nothing is decided."""
    return selection_of(dossier).get(author) or ("",)


def _groups(dossier: Dossier) -> list[str]:
    return [group.id for group in dossier.project.thematic_groups]


def _fostering(dossier: Dossier, author: str, cluster: str) -> list[str]:
    """The tools by which a metropolis fosters a cluster."""
    tools = tools_of(dossier).items()
    return [tool for (city, tool), each in tools if city == author and cluster in each.record.clusters]


OPENINGS: Mapping[str, Callable[[Dossier, str], Values]] = {
    m1_selection.MILESTONE.name: _clusters,
    m2_swot.MILESTONE.name: _analyses,
    m3_themes.MILESTONE.name: _themes,
    m4_concepts.MILESTONE.name: _practices,
    m5_programmes.MILESTONE.name: _activities,
}
