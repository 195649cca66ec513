"""Milestone 1, selection of clusters: described, weighed for other metropolises, proposed, decided."""

from wp3reports.milestones.m1_selection.model import ClusterReport, SelectionDecision
from wp3reports.milestones.m1_selection.rules import RULES
from wp3reports.model import Milestone

MILESTONE = Milestone("m1_selection", ClusterReport, SelectionDecision, RULES)
