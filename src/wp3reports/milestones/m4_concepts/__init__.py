"""Milestone 4: best practices, technology priorities, roles of the metropolises, transnational concepts."""

from wp3reports.milestones.m4_concepts.model import PracticesReport, TransnationalConcepts
from wp3reports.milestones.m4_concepts.rules import RULES
from wp3reports.model import Milestone

MILESTONE = Milestone("m4_concepts", PracticesReport, TransnationalConcepts, RULES)
