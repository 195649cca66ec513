"""How the co-ordinator's files begin: what the partners have handed in, sorted for the work that is left."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from wp3reports.milestones import final, m1_selection, m2_swot, m3_themes, m4_concepts, m5_programmes
from wp3reports.milestones.m1_selection.model import clusters_of, selection_of
from wp3reports.milestones.m3_themes.model import theme_proposals
from wp3reports.milestones.m4_concepts.model import PracticesReport, concepts_of
from wp3reports.milestones.m5_programmes.model import joint_proposals, programmes_of
from wp3reports.model import Dossier

Values = Mapping[str, Any]


def _decision(dossier: Dossier) -> Values:
    """A selection for each metropolis, decided at the last meeting of the milestone."""
    events = _events(dossier, m1_selection.MILESTONE.name)
    selections = [{"metropolis": partner.id, "selected": ""} for partner in dossier.partners]
    return {"decision": {"event": events[-1] if events else "", "selections": selections}}


def _fields(dossier: Dossier) -> Values:
    """The selected clusters by the field of activity that their cities gave them."""
    described = clusters_of(dossier)
    fields: dict[str, dict[str, Any]] = {}
    for metropolis, clusters in selection_of(dossier).items():
        for cluster in clusters:
            if found := described.get((metropolis, cluster)):
                begun = {"id": found.field.value.replace("_", "-"), "name": found.field.label, "members": []}
                field = fields.setdefault(found.field.value, begun)
                field["members"].append({"metropolis": metropolis, "cluster": cluster})
    return {"transnational_fields": list(fields.values())}


def _groups(dossier: Dossier) -> Values:
    groups = [{"theme": group.id} for group in dossier.project.thematic_groups]
    return {"groups": groups, **_meetings(dossier, m3_themes.MILESTONE.name)}


def _concepts(dossier: Dossier) -> Values:
    """A concept for each theme with all its proposals, and the technologies to which several cities give priority."""
    concepts = [_concept(dossier, group.id) for group in dossier.project.thematic_groups]
    reports = dossier.of(PracticesReport)
    weighing: dict[str, list[str]] = {}
    for each in reports:
        for technology in dict.fromkeys(priority.technology for priority in each.submission.priorities):
            weighing.setdefault(technology, []).append(each.author)
    joint = [{"technology": name, "metropolises": cities} for name, cities in weighing.items() if len(cities) > 1]
    considered = [{"metropolis": each.author} for each in reports if each.submission.role]
    technologies = {"joint": joint, **({"considered": considered} if considered else {})}
    return {"concepts": concepts, "technologies": technologies, **_meetings(dossier, m4_concepts.MILESTONE.name)}


def _concept(dossier: Dossier, theme: str) -> Values:
    taken = [(city, each.record) for (city, _), each in theme_proposals(dossier).items() if each.record.theme == theme]
    members = [{"metropolis": city, "cluster": record.cluster} for city, record in taken]
    proposals = [{"metropolis": city, "proposal": record.id} for city, record in taken]
    return {"theme": theme, "members": _once(members) or [{}, {}], "proposals": proposals, "practices": [{}]}


def _programmes(dossier: Dossier) -> Values:
    """A programme for each concept on which proposals rest, and the events of the milestone."""
    found = joint_proposals(dossier)
    programmes = []
    for concept in concepts_of(dossier):
        taken = {pair: each.record for pair, each in found.items() if each.record.concept == concept}
        cities = sorted({city for record in taken.values() for city in record.cities})
        proposals = [{"metropolis": city, "proposal": proposal} for city, proposal in taken]
        if taken:
            programmes.append({"partners": cities, "proposals": proposals})
    milestone = m5_programmes.MILESTONE.name
    log = [{"event": event} for event in _events(dossier, milestone)]
    begun = programmes or [{"proposals": [{}]}]
    return {"programmes": begun, "dissemination": log, **_meetings(dossier, milestone)}


def _recommendations(dossier: Dossier) -> Values:
    """A recommendation for each joint programme."""
    found = [{"rests_on": {"programmes": [programme]}} for programme in programmes_of(dossier)]
    return {"recommendations": found or [{"rests_on": {"concepts": ""}}]}


def _meetings(dossier: Dossier, milestone: str) -> Values:
    """The events of a milestone, each with a topic for every thematic group."""
    topics = [{"theme": group.id} for group in dossier.project.thematic_groups]
    return {"meetings": [{"event": event, "topics": topics} for event in _events(dossier, milestone)]}


def _events(dossier: Dossier, milestone: str) -> list[str]:
    return [event.id for event in dossier.project.events if event.milestone == milestone]


def _once(values: Iterable[dict[str, str]]) -> list[dict[str, str]]:
    return [dict(pairs) for pairs in dict.fromkeys(tuple(value.items()) for value in values)]


OPENINGS: Mapping[str, Callable[[Dossier], Values]] = {
    m1_selection.MILESTONE.name: _decision,
    m2_swot.MILESTONE.name: _fields,
    m3_themes.MILESTONE.name: _groups,
    m4_concepts.MILESTONE.name: _concepts,
    m5_programmes.MILESTONE.name: _programmes,
    final.MILESTONE.name: _recommendations,
}
