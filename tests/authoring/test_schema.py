"""Schemas against their standard, and against every hand-in of this repository."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from wp3reports.authoring.known import known_ids
from wp3reports.authoring.schema import example, schema
from wp3reports.load import load
from wp3reports.milestones import MILESTONES
from wp3reports.milestones.m2_swot.model import SwotReport
from wp3reports.model import COORDINATOR, Dossier, HandIn, Ids, Partners, Project, Record, Waivers
from wp3reports.workspace import read

ROOT = Path(__file__).parents[2]
KINDS: list[type[Record]] = [
    Project,
    Partners,
    Waivers,
    *(kind for milestone in MILESTONES for kind in (milestone.local, milestone.coordinator) if kind),
]


def fields(whole: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for part in (whole, *whole["$defs"].values()):
        for name, field in part.get("properties", {}).items():
            yield f"{part['title']}.{name}", field


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_schema_keeps_to_its_standard_and_to_our_rules(kind: type[Record]) -> None:
    made = schema(kind)
    Draft202012Validator.check_schema(made)
    records = [part for part in (made, *made["$defs"].values()) if "properties" in part]
    assert len(records) > 1
    assert all(part["additionalProperties"] is False for part in records)
    assert not {"anyOf", "oneOf", "allOf", "default", "x-ids", "x-here"} & set(_keys(made))
    lacking = [
        name for name, field in fields(made) if not (field["title"] and field["description"] and field["examples"])
    ]
    assert lacking == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_example_is_right_for_its_field_and_for_the_reader(kind: type[Record]) -> None:
    made = schema(kind)
    wrong = [
        (name, each)
        for name, field in fields(made)
        for each in field["examples"]
        if not Draft202012Validator({**field, "$defs": made["$defs"]}).is_valid(each)
    ]
    assert wrong == []
    kind.model_validate(_as_read({name: example(made["properties"][name], made) for name in made["properties"]}))


def test_no_explanation_can_be_taken_for_a_key() -> None:
    said = [field["description"] for kind in KINDS for _, field in fields(schema(kind))]
    assert len(said) > 200
    assert [text for text in said if text[0].islower() or text.endswith(".") or "\n" in text] == []


@pytest.mark.slow
def test_every_hand_in_of_this_repository_fits_the_schema_of_its_author() -> None:
    dossier, findings = load(read(ROOT)[0], date(2008, 1, 31))
    assert dossier is not None
    assert findings == ()
    wrong, seen = [], 0
    for delivery in dossier.of(HandIn):
        made = schema(type(delivery.submission), known_ids(dossier, delivery.milestone, delivery.author))
        typed = yaml.safe_load((ROOT / delivery.source.path).read_text(encoding="utf-8"))
        seen += 1
        wrong += [
            f"{delivery.source.path}: {kind} {each.json_path} {each.message}"
            for kind, data in (("typed", _without_days(typed)), ("as read", _as_list(delivery.source.plain())))
            for each in Draft202012Validator(made).iter_errors(data)
        ]
    assert seen > 50
    assert wrong == []


def test_known_ids_become_words_of_a_field_and_of_a_list() -> None:
    made = schema(SwotReport, {"selected": {"ict": "Information technology", "optics": "Optics"}})
    analysis, tool = made["$defs"]["SwotAnalysis"]["properties"], made["$defs"]["Tool"]["properties"]
    assert (analysis["cluster"]["enum"], analysis["cluster"]["examples"]) == (["ict", "optics"], ["ict"])
    assert analysis["cluster"]["enumDescriptions"] == ["Information technology", "Optics"]
    assert (tool["clusters"]["items"]["enum"], tool["clusters"]["examples"]) == (["ict", "optics"], [["ict"]])
    assert "enum" not in schema(SwotReport)["$defs"]["SwotAnalysis"]["properties"]["cluster"]


def test_ids_of_the_file_itself_become_words_only_where_they_are_given() -> None:
    given = schema(SwotReport, here={"sources": {"yearbook": "Statistical yearbook"}})
    assert given["$defs"]["Statement"]["properties"]["source"]["enum"] == ["yearbook"]
    assert "enum" not in schema(SwotReport)["$defs"]["Statement"]["properties"]["source"]


@pytest.mark.parametrize("odd", ["2005", "1e5", "true", "null", "0x1f"])
def test_an_id_that_an_editor_types_otherwise_leaves_the_field_open(odd: str) -> None:
    made = schema(SwotReport, {"selected": {"ict": "Information technology", odd: "Odd"}})
    assert "enum" not in made["$defs"]["SwotAnalysis"]["properties"]["cluster"]


def test_every_set_of_ids_is_used_and_is_filled_somewhere(whole: Dossier) -> None:
    raw = [kind.model_json_schema() for kind in KINDS]
    named = [field for made in raw for _, field in fields(made)]
    used = {each["x-ids"] for field in named for each in (field, field.get("items", {})) if "x-ids" in each}
    authors = [partner.id for partner in whole.partners] + [COORDINATOR]
    filled = {
        name for milestone in MILESTONES for author in authors for name in known_ids(whole, milestone.name, author)
    }
    assert used == filled == {each.value for each in Ids}


def _keys(node: Any) -> Iterator[str]:
    """The keywords of a schema; the names of its properties are none."""
    for key, value in node.items() if isinstance(node, dict) else ():
        yield key
        for each in value.values() if key in {"properties", "$defs"} else [value]:
            yield from _keys(each) if key not in {"examples", "enum"} else ()


def _as_read(value: Any) -> Any:
    match value:
        case dict():
            return {key: _as_read(each) for key, each in value.items()}
        case list():
            return tuple(map(_as_read, value))
        case _:
            return str(value)


def _as_list(value: Any) -> Any:
    match value:
        case dict():
            return {key: _as_list(each) for key, each in value.items()}
        case tuple():
            return [*map(_as_list, value)]
        case _:
            return value


def _without_days(value: Any) -> Any:
    """What an editor of YAML 1.2 makes of a file: as PyYAML types it, but days are texts."""
    match value:
        case dict():
            return {str(key): _without_days(each) for key, each in value.items()}
        case list():
            return [*map(_without_days, value)]
        case date():
            return value.isoformat()
        case _:
            return value
