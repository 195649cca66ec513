import re
from datetime import date

import pytest

from wp3reports.volume import LATE, Part, Placement, Volume, fill, late, late_pages


def test_a_late_part_waits_for_its_labels() -> None:
    part = Part("contents", f"<td>{late('sea')}</td><td>{late('=pages')}</td>", {"a": b"b"})
    assert part.is_late
    filled = fill(part, {"sea": "12", "=pages": "<3>"})
    assert (filled.html, filled.is_late) == ("<td>12</td><td>&lt;3&gt;</td>", False)
    assert (filled.name, filled.assets) == (part.name, part.assets)


def test_an_unknown_place_is_a_dash() -> None:
    assert fill(Part("p", late("nowhere")), {}).html == "–"


def test_a_part_without_marks_stays_as_it_is() -> None:
    part = Part("p", "<p>x</p>")
    assert not part.is_late
    assert fill(part, {"x": "1"}) == part


def test_marks_do_not_run_into_each_other() -> None:
    assert LATE.findall(late("a") + late("b")) == ["a", "b"]


@pytest.mark.parametrize(
    ("labels", "shown"),
    [
        ([], "–"),
        (["7"], "7"),
        (["12", "3", "12", "3"], "3, 12"),
        (["3", "8", "7", "9", "12", "8"], "3, 7–9, 12"),
        (["9", "10", "12"], "9, 10, 12"),
        (["1", "iv", "xix", "v", "ix", "vi"], "iv–vi, ix, xix, 1"),
        (["i", "1"], "i, 1"),
    ],
)
def test_pages_stand_once_and_in_order(labels: list[str], shown: str) -> None:
    names = [f"at-{number}" for number in range(len(labels))]
    part = Part("index", f"<td>{late_pages([*names, 'nowhere'])}</td>")
    assert part.is_late
    filled = fill(part, dict(zip(names, labels, strict=True))).html
    assert re.sub("<[^>]+>", "", filled) == shown


def test_a_page_leads_to_the_first_place_on_it() -> None:
    part = Part("index", late_pages(["two", "one", "again"]))
    assert fill(part, {"two": "2", "one": "1", "again": "1"}).html == (
        '<a href="volume:one">1</a>, <a href="volume:two">2</a>'
    )


def test_a_release_leaves_out_what_stands_in_drafts_only() -> None:
    kept = Placement(Part("body", ""), "Body")
    volume = Volume(
        "v", "V", (Placement(Part("standing", ""), "", draft_only=True), kept), date(2007, 1, 1), "", "", (), ""
    )
    assert volume.released().placements == (kept,)
    assert volume.released().released() == volume.released()
