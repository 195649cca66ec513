"""Merge of milestone 4."""

from dataclasses import dataclass

from wp3reports.milestones.m4_concepts.model import PracticesReport, TransnationalConcepts
from wp3reports.model import Delivery, Dossier, MilestoneReport, Period


@dataclass(frozen=True)
class ConceptsMerge(MilestoneReport):
    """The merged milestone 4."""

    common: Delivery[TransnationalConcepts] | None


def merge(dossier: Dossier, period: Period) -> ConceptsMerge:
    """What the metropolises handed in, brought together."""
    common = dossier.one(TransnationalConcepts)
    return ConceptsMerge(
        period=period,
        project=dossier.project,
        partners=dossier.partners,
        deliveries=dossier.of(PracticesReport),
        coordinator=common,
        outstanding=dossier.outstanding(period),
        issued=dossier.issued,
        common=common,
    )
