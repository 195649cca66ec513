"""A merged report as JSON, for programs; `docs/merged.schema.json` describes it.

Nothing is said twice: what hand-ins say stands once under their paths, and where the merge shows it again there is a
pointer to it, such as `inputs/m2_swot/riga.yaml#/analyses/0`. Metropolises are named by their ids.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any

from pydantic_core import to_json

from wp3reports.model import Delivery, Entry, MilestoneReport, Outstanding, Partner, Period, Record

VERSION = 1  # of the form; a key that is added does not change it
_COMMON = {field.name for field in fields(MilestoneReport)}


def merged_data(report: MilestoneReport, known: Iterable[Delivery[Any]]) -> bytes:
    """The report as JSON in UTF-8; the same report always gives the same bytes.

    `known` are the hand-ins that it may point at: its own and earlier ones.
    """
    writer = _Writer([*report.contributions, *known])
    written = writer.report(report)
    content = {
        "version": VERSION,
        "issued": report.issued.isoformat(),
        "project": report.project,
        "partners": report.partners,
        "hand_ins": writer.hand_ins(),
        "report": written,
    }
    return to_json(content, indent=1) + b"\n"


class _Writer:
    """Writes what was merged, with pointers to what hand-ins say, and remembers which of them were needed."""

    def __init__(self, known: Iterable[Delivery[Any]]) -> None:
        """Learn where each record of the hand-ins stands. They live as long as the report does."""
        self._known = {each.source.path: each for each in known}
        self._needed: set[str] = set()
        self._pointers = {
            id(record): (each, path)
            for each in self._known.values()
            for path, record in _records(each.submission)
            if path
        }

    def report(self, report: MilestoneReport) -> dict[str, Any]:
        """What this milestone adds, and what it was made from."""
        own = [field.name for field in fields(report) if field.name not in _COMMON]
        return {
            "milestone": report.period.milestone,
            "hand_ins": [self._path(each) for each in report.contributions],
            "outstanding": [_owed(each) for each in report.outstanding],
            "merged": {name: self._value(getattr(report, name)) for name in own},
        }

    def hand_ins(self) -> dict[str, Any]:
        """The hand-ins that were named or pointed at so far."""
        return {path: _hand_in(each) for path, each in sorted(self._known.items()) if path in self._needed}

    def _path(self, delivery: Delivery[Any]) -> str:
        self._needed.add(delivery.source.path)
        return delivery.source.path

    def _value(self, value: Any) -> Any:
        """Any value of a merge in the terms of JSON; TypeError for one of a kind that no merge has had so far."""
        match value:
            case str():
                return self._text(value)
            case bool() | int() | float() | None:
                return value
            case Entry() | Record() | Delivery() | MilestoneReport():
                return self._named(value)
            case tuple() if not hasattr(value, "_fields"):
                return [self._value(held) for held in value]
            case Mapping():
                return self._mapping(value)
            case _:
                return self._fields(value)

    def _named(self, value: Any) -> Any:
        """What stands in the project's files as its id, what stands in a hand-in as its place, else itself."""
        record = value.record if isinstance(value, Entry) else value
        match record:
            case Delivery():
                return self._path(record)
            case MilestoneReport():
                return self.report(record)
            case Partner():
                return record.id
            case Period():
                return record.milestone
            case _ if id(record) in self._pointers:
                delivery, path = self._pointers[id(record)]
                return f"{self._path(delivery)}#{''.join(f'/{step}' for step in path)}"
            case _:
                return record  # which the serialiser writes with all that is in it

    def _fields(self, value: Any) -> Any:
        """A dataclass or a named tuple with its fields, a set in order, else a single value."""
        if is_dataclass(value):
            kind: type = type(value)
            return {name: self._value(getattr(value, name)) for name in _names(kind)}
        if isinstance(value, tuple):
            names: tuple[str, ...] = getattr(value, "_fields", ())
            return {name: self._value(held) for name, held in zip(names, value, strict=True)}
        if isinstance(value, frozenset):
            return sorted(map(self._value, value), key=json.dumps)
        return _scalar(value)

    def _text(self, value: str) -> str:
        """A text, be it a choice as it is typed; some merges have pointers among their texts."""
        path = value.partition("#")[0]
        if path in self._known:
            self._needed.add(path)
        return str(value)

    def _mapping(self, value: Mapping[Any, Any]) -> Any:
        """An object where the keys are words, else a list of keys and values."""
        keys = [self._value(key) for key in value]
        held = [self._value(each) for each in value.values()]
        if all(isinstance(key, str) for key in keys):
            return dict(zip(keys, held, strict=True))
        return [{"key": key, "value": each} for key, each in zip(keys, held, strict=True)]


@cache
def _names(kind: type) -> tuple[str, ...]:
    """The fields of a dataclass."""
    return tuple(field.name for field in fields(kind))


def _hand_in(delivery: Delivery[Any]) -> dict[str, Any]:
    """A hand-in whole."""
    return {
        "milestone": delivery.milestone,
        "author": delivery.author,
        "sha256": delivery.digest,
        "says": delivery.submission,
    }


def _owed(owed: Outstanding) -> dict[str, Any]:
    """A hand-in that is not there, and why."""
    return {
        "path": owed.path,
        "partner": owed.partner.id,
        "finding": owed.finding.code if owed.finding else None,
        "waived": owed.waiver is not None,
        "overdue": owed.is_overdue,
    }


def _scalar(value: Any) -> str | float | None:
    """A single value that JSON has no form for: days by ISO 8601, choices as they are typed."""
    match value:
        case Enum(value=str() | int() | float() | None as typed):
            return typed
        case date():
            return value.isoformat()
        case _:
            raise TypeError(f"no form for {type(value).__name__}")


def _records(value: Record, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Record]]:
    """A record and all records in it, with their paths."""
    yield path, value
    for name, held in vars(value).items():
        match held:
            case Record():
                yield from _records(held, (*path, name))
            case tuple():
                for index, each in enumerate(held):
                    if isinstance(each, Record):
                        yield from _records(each, (*path, name, index))
