"""Every rule on the dossier: those that are common to all hand-ins, and those of each milestone.

Rules are total and independent of each other; nothing here knows what any of them is about.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from inspect import getdoc
from types import MappingProxyType

from wp3reports.check import hand_ins, limits, meetings, minutes, references, waivers
from wp3reports.diagnostics import Diagnostic, ordered
from wp3reports.milestones import MILESTONES
from wp3reports.model import Dossier, Rule

Page = Callable[..., Iterator[Diagnostic]]  # a rule, as far as its docstring is concerned


def check(dossier: Dossier) -> tuple[Diagnostic, ...]:
    """All findings of all rules, sorted, each with what to do about it."""
    return ordered(finding for rule in RULES.values() for finding in _helpful(rule(dossier), rule))


def settled(dossier: Dossier, findings: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """All findings of a run: those that are waived as remarks, and what is wrong with the waivers."""
    unused = waivers.waiver_unused(dossier, findings)
    return ordered((*waivers.waived(dossier, findings), *_helpful(unused, waivers.waiver_unused)))


def _helpful(findings: Iterable[Diagnostic], page: Page) -> Iterator[Diagnostic]:
    """The findings of a rule, each with what its page says to do."""
    for finding in findings:
        yield finding if finding.help else replace(finding, help=remedy(page))


@cache
def remedy(rule: Page) -> str:
    """What the rule's page says under "What to do"; empty where it says nothing."""
    found = re.search(r"What to do: (.+?)(?:\n\n|\Z)", getdoc(rule) or "", re.DOTALL)
    return " ".join(found[1].split()) if found else ""


def _code(prefix: str, rule: Rule) -> str:
    """The code of a rule: its name in words, after the number of its milestone."""
    return f"{prefix}{getattr(rule, '__name__', '')}".replace("_", "-")


RULES: Mapping[str, Rule] = MappingProxyType(
    {
        _code("", rule): rule
        for rule in (*hand_ins.RULES, *references.RULES, *meetings.RULES, *minutes.RULES, *limits.RULES, *waivers.RULES)
    }
    | {
        _code(f"{milestone.name.partition('_')[0]}_", rule): rule
        for milestone in MILESTONES
        for rule in milestone.rules
    }
)

# What `explain` knows: the rules, and what is found once all of them have run.
INDEX: Mapping[str, Page] = MappingProxyType({**RULES, "waiver-unused": waivers.waiver_unused})
