"""Maps of volumes out of what is known of their parts."""

import hashlib
import json
from collections.abc import Callable
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from wp3reports.pipeline import Compilation

SUMMARIES = ["inputs/m2_swot/riga.yaml#/summary", "inputs/m2_swot/oslo.yaml#/summary"]


@pytest.fixture
def made(project: Any) -> Callable[..., dict[str, Any]]:
    """The map of the merged report as it lies beside its PDF."""

    def build(compilation: Compilation | None = None) -> dict[str, Any]:
        project.build(compilation)
        found = json.loads(project.files["pdf/milestone/m2_swot.map.json"])
        assert isinstance(found, dict)
        return found

    return build


def test_places_count_pages_of_the_volume(made: Callable[..., dict[str, Any]]) -> None:
    found = made()
    sources = [each["pointer"] for each in found["sources"]]
    # Behind a page of contents, which has a fragment of its own.
    placed = {sources[each["source"]]: each["page"] for each in found["places"]}
    assert [placed[each] for each in SUMMARIES] == [2, 3]
    assert {each["name"]: each["page"] for each in found["destinations"]} == {
        "milestone/m2_swot/contents": 1,
        "m2_swot/riga": 2,
        "m2_swot/oslo": 3,
    }


def test_pages_have_their_labels_and_sizes(made: Callable[..., dict[str, Any]]) -> None:
    pages = made()["pages"]
    assert [each["label"] for each in pages] == ["i", "1", "2"]
    assert {(each["width"], each["height"]) for each in pages} == {(595.28, 841.89)}


def test_a_longer_part_moves_what_stands_behind_it(
    made: Callable[..., dict[str, Any]], compiled: Callable[..., Compilation]
) -> None:
    found = made(compiled({"riga": "Riga<p>More", "oslo": "Oslo"}))
    assert [each["page"] for each in found["places"]][-2:] == [2, 4]


def test_the_map_says_which_pdf_it_is_of(made: Callable[..., dict[str, Any]], project: Any) -> None:
    digest = hashlib.sha256
    assert made()["pdf"]["sha256"] == digest(project.files["pdf/milestone/m2_swot.pdf"]).hexdigest()


def test_every_map_keeps_to_the_schema(made: Callable[..., dict[str, Any]], project: Any, map_schema: Any) -> None:
    made()
    maps = [json.loads(data) for name, data in project.files.items() if name.endswith(".map.json")]
    assert len(maps) == 3
    for each in maps:
        Draft202012Validator(map_schema).validate(each)
