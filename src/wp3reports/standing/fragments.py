"""What is wrong with one hand-in, in short: the messages of its findings, those of a kind made one."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from textwrap import shorten
from typing import NamedTuple

from wp3reports.diagnostics import Diagnostic, Severity
from wp3reports.standing.cell import Cell
from wp3reports.standing.matrix import ABSENT
from wp3reports.standing.wording import listed, number

SAID = ABSENT | {"hand-in-unsettled", "hand-in-late"}  # by the state; and nobody can hand in earlier afterwards
NAMES = 3  # in quotation marks, one after the other
WIDTH = 140  # characters of a message
_QUOTED = re.compile(r'"[^"]*"')


class Fragment(NamedTuple):
    """A message in short, which stands for so many findings; a verbal one goes on from "milestone 2"."""

    text: str
    is_verbal: bool
    findings: int = 1


def told(cell: Cell) -> list[Diagnostic]:
    """What its author is to be told, errors first; remarks are not, and so nothing that is waived."""
    findings = (each for each in cell.findings if each.severity < Severity.INFO and each.code not in SAID)
    return sorted(findings, key=lambda each: (each.severity, each.span))


def fragments(cell: Cell, name: str) -> Iterator[Fragment]:
    """The messages without the author's name; those that differ in one quoted name only are one."""
    alike: dict[tuple[str, str], list[str]] = defaultdict(list)
    for each in told(cell):
        alike[each.code, _QUOTED.sub('""', each.message)].append(each.message)
    for messages in alike.values():
        different = list(dict.fromkeys(messages))
        joined = _joined(different)
        for message in [joined] if joined else different:
            yield _short(message, name, len(messages) if joined else messages.count(message))


def _joined(messages: Sequence[str]) -> str:
    """One message for all; empty where they differ in more than one name."""
    names = [_QUOTED.findall(message) for message in messages]
    moving = [place for place, held in enumerate(zip(*names, strict=True)) if len(set(held)) > 1]
    if len(messages) == 1 or len(moving) != 1:
        return messages[0] if len(messages) == 1 else ""
    (place,) = moving
    found = [held[place] for held in names]
    left = len(found) - NAMES
    shown = [*found[:NAMES], f"{number(left)} more"] if left > 1 else found
    names_before = list(_QUOTED.finditer(messages[0]))[place]
    return f"{messages[0][: names_before.start()]}{listed(shown)}{messages[0][names_before.end() :]}"


def _short(message: str, name: str, findings: int) -> Fragment:
    """The message as it is said to its author: "Riga proposes …" becomes "proposes …"."""
    lead = re.match(rf"(?:the )?{re.escape(name)}(?:'s hand-in)? ", message)
    text = re.sub(rf" of {re.escape(name)}(?!\w)", "", message[lead.end() :] if lead else message)
    return Fragment(shorten(text, WIDTH, placeholder=" …"), lead is not None, findings)
