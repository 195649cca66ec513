"""The milestones of the work package, in their order: the one registry."""

from wp3reports.milestones import final, m1_selection, m2_swot
from wp3reports.model import Milestone

MILESTONES: tuple[Milestone, ...] = (m1_selection.MILESTONE, m2_swot.MILESTONE, final.MILESTONE)
