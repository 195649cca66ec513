"""The source map of a volume, in its form."""

import json
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from wp3reports.build.sourcemap import Place, Sheet, SourceMap
from wp3reports.diagnostics import Span

RIGA = "inputs/m2_swot/riga.yaml"
MAP = SourceMap(
    "local/m2_swot/riga",
    "0" * 64,
    (Sheet("i", 595.28, 841.89), Sheet("1", 841.89, 595.28)),
    (
        Place(f"{RIGA}#/analyses/0", 1, 60, 100, 400, 600),
        Place(f"{RIGA}#/analyses/0/strengths/1", 1, 80, 300, 200, 40),
        Place(f"{RIGA}#/summary", 2, 60, 100, 400, 200),
    ),
    {
        f"{RIGA}#/analyses/0": Span(RIGA, 4, 5),
        f"{RIGA}#/analyses/0/strengths/1": Span(RIGA, 9, 9),
        f"{RIGA}#/summary": Span(RIGA, 2, 10),
    },
    {"riga": 2, "cover": 1},
)


def test_the_file_is_what_its_schema_says(map_schema: Any) -> None:
    Draft202012Validator(map_schema).validate(json.loads(MAP.to_bytes()))


def test_each_place_names_its_source_by_number() -> None:
    content = json.loads(MAP.to_bytes())
    sources = [each["pointer"] for each in content["sources"]]
    assert [sources[each["source"]] for each in content["places"]] == [place.source for place in MAP.places]
    assert content["sources"][1] == {"pointer": MAP.places[1].source, "path": RIGA, "line": 9, "column": 9}
    assert content["destinations"] == [{"name": "cover", "page": 1}, {"name": "riga", "page": 2}]


def test_it_can_be_read_line_by_line() -> None:
    lines = MAP.to_bytes().decode().splitlines()
    assert sum(line.startswith('{"source"') for line in lines) == 3
    assert replace(MAP).to_bytes() == MAP.to_bytes()


@given(st.lists(st.floats(-1e6, 1e6) | st.integers(0, 2000), min_size=4, max_size=4))
def test_lengths_are_written_as_json_has_them(box: list[float]) -> None:
    place = Place(f"{RIGA}#/summary", 2, *box)
    (line,) = (line for line in replace(MAP, places=(place,)).to_bytes().splitlines() if line.startswith(b'{"source"'))
    assert line.decode() == json.dumps({**place._asdict(), "source": 2})
