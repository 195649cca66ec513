"""The rules of the final report: none of its own yet; those that are common to all hand-ins hold for it too."""

from wp3reports.model import Rule

RULES: tuple[Rule, ...] = ()
