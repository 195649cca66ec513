"""The milestones of the work package, in their order: the one registry."""

from importlib import import_module

from wp3reports.milestones import final, m1_selection, m2_swot, m3_themes, m4_concepts, m5_programmes
from wp3reports.model import Dossier, Milestone, MilestoneReport, Period

MILESTONES: tuple[Milestone, ...] = (
    m1_selection.MILESTONE,
    m2_swot.MILESTONE,
    m3_themes.MILESTONE,
    m4_concepts.MILESTONE,
    m5_programmes.MILESTONE,
    final.MILESTONE,
)


def merged(milestone: Milestone, dossier: Dossier, period: Period) -> MilestoneReport:
    """The report that the milestone's `merge` makes of a dossier; imported now, because `check` merges nothing."""
    report: MilestoneReport = import_module(f"{__name__}.{milestone.name}.merge").merge(dossier, period)
    return report
