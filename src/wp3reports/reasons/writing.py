"""Outlooks for people, and for programs. `docs/plan.schema.json` describes the JSON."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from wp3reports.reasons.plan import Outlook, PartOutlook, State
from wp3reports.reasons.reason import Kind, Reason
from wp3reports.reporters.report import whose
from wp3reports.standing import many

VERSION = 1  # of the form; a key that is added does not change it


def as_text(outlooks: Sequence[Outlook], most: int | None = None) -> str:
    """A block for each volume: why it would be made, and the parts that would be laid out; `most` reasons each."""
    return "\n\n".join("\n".join(_block(each, most)) for each in outlooks)


def summary(outlooks: Sequence[Outlook]) -> str:
    """How much there would be to do; a part that stands in several volumes is laid out once."""
    to_bind = sum(each.state is not State.UP_TO_DATE for each in outlooks)
    certain = {part.name for each in outlooks for part in each.parts if part.is_certain}
    perhaps = {part.name for each in outlooks for part in each.parts} - certain
    more = f", {len(perhaps)} more if page numbers move" if perhaps else ""
    return f"{to_bind} to bind, {many(len(certain), 'part')} to lay out{more}, {len(outlooks) - to_bind} up to date"


def _block(outlook: Outlook, most: int | None) -> Iterator[str]:
    yield f"{outlook.volume} is {outlook.state}"
    yield from _because("  ", outlook.reasons, most)
    grouped: dict[tuple[bool, tuple[Reason, ...]], list[str]] = {}
    for part in outlook.parts:
        lost = all(reason.kind is Kind.STORE for reason in part.reasons)
        grouped.setdefault((part.is_certain, () if lost else part.reasons), []).append(part.name)
    for (is_certain, reasons), names in grouped.items():
        yield f"  {'lays out' if is_certain else 'may lay out'} {', '.join(_few(names, most))}"
        if reasons != outlook.reasons:
            yield from _because("    ", reasons, most)


def _because(indent: str, reasons: Sequence[Reason], most: int | None) -> Iterator[str]:
    for number, line in enumerate(_few(list(map(str, reasons)), most)):
        yield f"{indent}{'because' if number == 0 else '       '} {line}"


def _few(things: Sequence[str], most: int | None) -> list[str]:
    rest = len(things) - most if most is not None else 0
    return [*things[:most], f"and {rest} more"] if rest > 0 else list(things)


def as_json(outlooks: Sequence[Outlook]) -> str:
    """One document with all volumes, those that are up to date too."""
    document = {"version": VERSION, "volumes": [_volume(each) for each in outlooks]}
    return json.dumps(document, ensure_ascii=False, indent=2)


def _volume(outlook: Outlook) -> dict[str, Any]:
    return {
        "name": outlook.volume,
        "state": outlook.state.value,
        "reasons": [_reason(each) for each in outlook.reasons],
        "parts": [_part(each) for each in outlook.parts],
    }


def _part(part: PartOutlook) -> dict[str, Any]:
    return {"name": part.name, "certain": part.is_certain, "reasons": [_reason(each) for each in part.reasons]}


def _reason(reason: Reason) -> dict[str, Any]:
    milestone, author = whose(reason.what) if reason.kind in {Kind.FIELD, Kind.FILE} else ("", "")
    return {
        "kind": reason.kind.value,
        "what": reason.what,
        "field": reason.where,
        "how": reason.how,
        "milestone": milestone,
        "partner": author,
        "text": str(reason),
    }
