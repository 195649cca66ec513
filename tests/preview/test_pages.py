"""What a browser is told of pages, from a PDF and the map beside it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pytest

from wp3reports.preview import pages as module
from wp3reports.preview.pages import pages
from wp3reports.preview.pictures import Heading

NAMES = ("cover", "annex", "oslo", "oslo 2", "riga", "sources")
HEADINGS = (
    Heading(0, "Annex", 1),
    Heading(1, "Oslo", 2),
    Heading(2, "Food", 3),
    Heading(1, "Riga", 4),
    Heading(0, "Sources", 5),
)


@dataclass
class City:
    """As much of a partner as is asked for."""

    id: str


@pytest.fixture
def map_() -> bytes:
    sheets = [{"page": number, "label": str(number), "width": 595, "height": 842} for number in range(1, 7)]
    starts = [{"name": "m2-oslo", "page": 3}, {"name": "m2-riga", "page": 5}]
    return json.dumps({"pages": sheets, "destinations": starts}).encode()


@pytest.fixture(autouse=True)
def _drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "looks", lambda _: NAMES)
    monkeypatch.setattr(module, "outline", lambda _: HEADINGS)
    monkeypatch.setattr(module, "picture", lambda pdf, index, width: f"{pdf!r} {index} {width}".encode())


def told(name: str, map_: bytes) -> tuple[dict[str, Any], Mapping[str, Any]]:
    partners: Any = (City("oslo"), City("riga"), City("malmo"))
    return pages(name, b"pdf", map_, partners)


def test_all_that_is_told_of_is_there(map_: bytes) -> None:
    said, table = told("local/m2_swot/riga", map_)
    assert [sheet["look"] for sheet in said["sheets"]] == list(NAMES)
    assert table[said["pdf"]]().body == b"pdf"
    assert table[said["map"]]().body == map_
    widths = said["widths"]
    assert all(f"/page/{look}/{width}.png" in table for look in NAMES for width in widths)
    assert table[f"/page/riga/{widths[0]}.png"]().body == f"b'pdf' 4 {widths[0]}".encode()


def test_each_city_has_its_own_pages_in_the_whole_report(map_: bytes) -> None:
    assert told("milestone/m2_swot", map_)[0]["own"] == {"oslo": (2, 3), "riga": (4, 4)}
    assert told("local/m2_swot/riga", map_)[0]["own"] == {}
