"""Milestone 2, SWOT of the selected clusters, their maturity, and the models and tools that foster them."""

from wp3reports.milestones.m2_swot.model import CommonDefinition, SwotReport
from wp3reports.milestones.m2_swot.rules import RULES
from wp3reports.model import Milestone

MILESTONE = Milestone("m2_swot", SwotReport, CommonDefinition, RULES)
