"""Milestone 5: proposals for joint activities, commitments, joint programmes, dissemination."""

from wp3reports.milestones.m5_programmes.model import ActivitiesReport, JointProgrammes
from wp3reports.milestones.m5_programmes.rules import RULES
from wp3reports.model import Milestone

MILESTONE = Milestone("m5_programmes", ActivitiesReport, JointProgrammes, RULES)
