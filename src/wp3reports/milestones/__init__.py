"""The milestones of the work package, in their order: the one registry."""

from wp3reports.milestones import final, m1_selection, m2_swot, m3_themes, m4_concepts, m5_programmes
from wp3reports.model import Milestone

MILESTONES: tuple[Milestone, ...] = (
    m1_selection.MILESTONE,
    m2_swot.MILESTONE,
    m3_themes.MILESTONE,
    m4_concepts.MILESTONE,
    m5_programmes.MILESTONE,
    final.MILESTONE,
)
