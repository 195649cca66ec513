"""Merged data as JSON: whole, the same again, and every pointer leads somewhere."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from wp3reports.load import load
from wp3reports.merged import VERSION, merged_data
from wp3reports.milestones import MILESTONES, merged
from wp3reports.model import Dossier, Markdown, MilestoneReport, leaves
from wp3reports.workspace import read

ROOT = Path(__file__).parents[1]
SCHEMA = json.loads((ROOT / "docs" / "merged.schema.json").read_text(encoding="utf-8"))
POINTER = re.compile(r"inputs/[a-z0-9_]+/[a-z0-9-]+\.yaml(#(/[a-z0-9_-]+)+)?")
NAMES = [milestone.name for milestone in MILESTONES]


@cache
def dossier() -> Dossier:
    """The project's own inputs."""
    found, _ = load(read(ROOT)[0], date(2007, 12, 14))
    assert found is not None
    return found


@cache
def report(name: str) -> MilestoneReport:
    milestone = next(each for each in MILESTONES if each.name == name)
    period = dossier().project.period(name)
    assert period is not None
    return merged(milestone, dossier(), period)


@cache
def content(name: str) -> dict[str, Any]:
    written: dict[str, Any] = json.loads(merged_data(report(name), dossier().deliveries))
    return written


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, held in value.items():
            yield key
            yield from texts(held)
    elif isinstance(value, list):
        for held in value:
            yield from texts(held)
    elif isinstance(value, str):
        yield value


@pytest.mark.parametrize("name", NAMES)
def test_it_is_what_its_schema_says(name: str) -> None:
    jsonschema.validate(content(name), SCHEMA, jsonschema.Draft202012Validator)
    assert content(name)["version"] == VERSION
    assert content(name)["report"]["milestone"] == name


@pytest.mark.parametrize("name", NAMES)
def test_every_text_of_a_hand_in_is_in_it(name: str) -> None:
    said = {*texts(content(name))}
    seen = 0
    for delivery in report(name).contributions:
        for _, value in leaves(delivery.submission):
            if isinstance(value, Markdown):
                seen += 1
                assert value in said
    assert seen > 3


@pytest.mark.parametrize("name", NAMES)
def test_every_pointer_leads_to_what_a_hand_in_says(name: str) -> None:
    written = content(name)
    seen = 0
    for text in texts(written["report"]):
        if POINTER.fullmatch(text) and not any(text == each["path"] for each in written["report"]["outstanding"]):
            path, _, steps = text.partition("#")
            value = written["hand_ins"][path]["says"]
            for step in steps.split("/")[1:]:
                value = value[int(step)] if isinstance(value, list) else value[step]
            seen += bool(steps)
    assert seen > 0


@pytest.mark.parametrize("name", NAMES)
def test_everything_that_the_milestone_merges_is_in_it(name: str) -> None:
    common = {field.name for field in fields(MilestoneReport)}
    own = {field.name for field in fields(report(name))} - common
    assert set(content(name)["report"]["merged"]) == own
    assert own


def test_the_final_report_has_all_milestones_as_chapters() -> None:
    chapters = content("final")["report"]["merged"]["chapters"]
    assert [each["milestone"] for each in chapters] == NAMES[:-1]
    assert chapters[1]["merged"] == content("m2_swot")["report"]["merged"]


def test_what_is_owed_is_in_it_with_its_waiver() -> None:
    (owed,) = content("m4_concepts")["report"]["outstanding"]
    assert owed == {
        "path": "inputs/m4_concepts/warsaw.yaml",
        "partner": "warsaw",
        "finding": None,
        "waived": True,
        "overdue": True,
    }


def test_values_are_typed() -> None:
    written = content("m1_selection")
    assert written["issued"] == "2007-12-14"
    assert written["project"]["start"] == "2005-01-01"
    assert written["project"]["milestones"][0]["words"]["least"] == 1000
    assert written["partners"][0]["latitude"] > 50
    assert written["project"]["dissemination"] == "PU"


def test_it_is_the_same_again(dossier_of: Callable[..., Dossier], given_whole: Mapping[str, str]) -> None:
    def made(files: Mapping[str, str]) -> list[bytes]:
        found = dossier_of(files)
        plan = [(each, found.project.period(each.name)) for each in MILESTONES]
        return [merged_data(merged(each, found, period), found.deliveries) for each, period in plan if period]

    assert made(given_whole) == made(dict(reversed(given_whole.items())))


@dataclass(frozen=True)
class _Odd(MilestoneReport):
    odd: Any


def test_mappings_sets_and_what_has_no_form() -> None:
    base = report("m2_swot")
    common = {field.name: getattr(base, field.name) for field in fields(MilestoneReport)}

    def written(odd: Any) -> Any:
        return json.loads(merged_data(_Odd(**common, odd=odd), ()))["report"]["merged"]["odd"]

    assert written({"b": 1, "a": None}) == {"b": 1, "a": None}
    assert written({("riga", "oslo"): True}) == [{"key": ["riga", "oslo"], "value": True}]
    assert written(frozenset({"b", "a", "c"})) == ["a", "b", "c"]
    assert written(base.partners[0]) == base.partners[0].id
    assert written(replace(base, deliveries=(), coordinator=None))["hand_ins"] == []
    with pytest.raises(TypeError, match="no form for object"):
        written(object())
