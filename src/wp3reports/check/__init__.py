"""Every rule on the dossier: those that are common to all hand-ins, and those of each milestone.

Rules are total and independent of each other; nothing here knows what any of them is about.
"""

from collections.abc import Mapping
from types import MappingProxyType

from wp3reports.check import hand_ins, references
from wp3reports.diagnostics import Diagnostic, ordered
from wp3reports.milestones import MILESTONES
from wp3reports.model import Dossier, Rule


def check(dossier: Dossier) -> tuple[Diagnostic, ...]:
    """All findings of all rules, sorted."""
    return ordered(finding for rule in INDEX.values() for finding in rule(dossier))


def _code(prefix: str, rule: Rule) -> str:
    """The code of a rule: its name in words, after the number of its milestone."""
    return f"{prefix}{getattr(rule, '__name__', '')}".replace("_", "-")


INDEX: Mapping[str, Rule] = MappingProxyType(
    {_code("", rule): rule for rule in (*hand_ins.RULES, *references.RULES)}
    | {
        _code(f"{milestone.name.partition('_')[0]}_", rule): rule
        for milestone in MILESTONES
        for rule in milestone.rules
    }
)
