"""Merge of milestone 3."""

from dataclasses import dataclass

from wp3reports.milestones.m3_themes.model import ThematicGroups, ThemesReport
from wp3reports.model import Delivery, Dossier, MilestoneReport, Period


@dataclass(frozen=True)
class ThemesMerge(MilestoneReport):
    """The merged milestone 3."""

    common: Delivery[ThematicGroups] | None


def merge(dossier: Dossier, period: Period) -> ThemesMerge:
    """What the metropolises handed in, brought together."""
    common = dossier.one(ThematicGroups)
    return ThemesMerge(
        period=period,
        project=dossier.project,
        partners=dossier.partners,
        deliveries=dossier.of(ThemesReport),
        coordinator=common,
        outstanding=dossier.outstanding(period),
        issued=dossier.issued,
        common=common,
    )
