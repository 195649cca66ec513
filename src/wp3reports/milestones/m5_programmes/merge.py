"""Merge of milestone 5."""

from dataclasses import dataclass

from wp3reports.milestones.m5_programmes.model import ActivitiesReport, JointProgrammes
from wp3reports.model import Delivery, Dossier, MilestoneReport, Period


@dataclass(frozen=True)
class ProgrammesMerge(MilestoneReport):
    """The merged milestone 5."""

    common: Delivery[JointProgrammes] | None


def merge(dossier: Dossier, period: Period) -> ProgrammesMerge:
    """What the metropolises handed in, brought together."""
    common = dossier.one(JointProgrammes)
    return ProgrammesMerge(
        period=period,
        project=dossier.project,
        partners=dossier.partners,
        deliveries=dossier.of(ActivitiesReport),
        coordinator=common,
        outstanding=dossier.outstanding(period),
        issued=dossier.issued,
        common=common,
    )
