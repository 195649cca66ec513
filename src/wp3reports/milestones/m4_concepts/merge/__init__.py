"""Merge of milestone 4: concepts and practices by theme, technologies and roles by metropolis."""

from collections.abc import Mapping
from dataclasses import dataclass

from wp3reports.milestones.m4_concepts.merge.technologies import (
    Joint,
    Played,
    TechnologyRow,
    joint_priorities,
    roles,
    technologies,
)
from wp3reports.milestones.m4_concepts.merge.themes import Theme, cluster_names, themes
from wp3reports.milestones.m4_concepts.model import PracticesReport, TransnationalConcepts, Weight
from wp3reports.model import Delivery, Dossier, MilestoneReport, Period


@dataclass(frozen=True)
class ConceptsMerge(MilestoneReport):
    """The merged milestone 4."""

    common: Delivery[TransnationalConcepts] | None
    weights: tuple[Weight, ...]  # the scale, from the highest
    themes: tuple[Theme, ...]
    technologies: tuple[TechnologyRow, ...]  # those that somebody names, the most wanted first
    joint: tuple[Joint, ...]
    roles: tuple[Played, ...]
    clusters: Mapping[tuple[str, str], str]  # names by metropolis and id, as milestone 1 gave them


def merge(dossier: Dossier, period: Period) -> ConceptsMerge:
    """What the metropolises handed in, brought together by theme and technology."""
    common = dossier.one(TransnationalConcepts)
    rows = technologies(dossier)
    return ConceptsMerge(
        period=period,
        project=dossier.project,
        partners=dossier.partners,
        deliveries=dossier.of(PracticesReport),
        coordinator=common,
        outstanding=dossier.outstanding(period),
        issued=dossier.issued,
        common=common,
        weights=tuple(Weight),
        themes=themes(dossier),
        technologies=rows,
        joint=joint_priorities(dossier, rows),
        roles=roles(dossier),
        clusters=cluster_names(dossier),
    )
