"""Every rule on the dossier: those that are common to all hand-ins, and those of each milestone.

Rules are total and independent of each other; nothing here knows what any of them is about.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from inspect import getdoc
from types import MappingProxyType

from wp3reports.check import hand_ins, references
from wp3reports.diagnostics import Diagnostic, ordered
from wp3reports.milestones import MILESTONES
from wp3reports.model import Dossier, Rule


def check(dossier: Dossier) -> tuple[Diagnostic, ...]:
    """All findings of all rules, sorted, each with what to do about it."""
    return ordered(finding for rule in INDEX.values() for finding in _run(rule, dossier))


def _run(rule: Rule, dossier: Dossier) -> Iterator[Diagnostic]:
    for finding in rule(dossier):
        yield finding if finding.help else replace(finding, help=remedy(rule))


@cache
def remedy(rule: Rule) -> str:
    """What the rule's page says under "What to do"; empty where it says nothing."""
    found = re.search(r"What to do: (.+?)(?:\n\n|\Z)", getdoc(rule) or "", re.DOTALL)
    return " ".join(found[1].split()) if found else ""


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
