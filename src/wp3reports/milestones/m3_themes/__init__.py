"""Milestone 3: thematic groups with their experts, tools by theme and cluster, proposals."""

from wp3reports.milestones.m3_themes.model import ThematicGroups, ThemesReport
from wp3reports.milestones.m3_themes.rules import RULES
from wp3reports.model import Milestone

MILESTONE = Milestone("m3_themes", ThemesReport, ThematicGroups, RULES)
