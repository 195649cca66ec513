"""The final report: one chapter for each milestone, and the annex volume of all local analyses."""

from wp3reports.milestones.final.model import FinalText
from wp3reports.milestones.final.rules import RULES
from wp3reports.model import Milestone

MILESTONE = Milestone("final", None, FinalText, RULES)
