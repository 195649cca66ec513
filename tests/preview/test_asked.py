"""What a page posted, taken apart."""

import pytest

from wp3reports.authoring.form import Add, Drop, Edit, Write
from wp3reports.preview import asked


@pytest.mark.parametrize(
    ("posted", "edit"),
    [
        ({"do": "write", "path": ["date"], "value": "2005-12-08"}, Write(("date",), "2005-12-08")),
        (
            {"do": "write", "path": ["tools", 0, "clusters"], "value": ["ict"]},
            Write(("tools", 0, "clusters"), ("ict",)),
        ),
        ({"do": "add", "path": ["tools"]}, Add(("tools",))),
        ({"do": "drop", "path": ["tools", 1]}, Drop(("tools", 1))),
    ],
)
def test_what_was_done_in_a_form(posted: dict[str, object], edit: Edit) -> None:
    assert asked.edit(posted) == edit


@pytest.mark.parametrize(
    "posted",
    [
        {},
        {"do": "write", "path": [], "value": "x"},
        {"do": "write", "path": "date", "value": "x"},
        {"do": "write", "path": ["tools", True], "value": "x"},
        {"do": "write", "path": ["tools", 1.5], "value": "x"},
        {"do": "write", "path": [["date"]], "value": "x"},
        {"do": "write", "path": ["date"]},
        {"do": "write", "path": ["date"], "value": 5},
        {"do": "write", "path": ["date"], "value": ["x", 5]},
        {"do": "burn", "path": ["date"]},
    ],
)
def test_what_no_page_of_ours_sends(posted: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"is no|is none"):
        asked.edit(posted)


def test_texts_and_numbers() -> None:
    assert asked.text({"seen": "a"}, "seen") == "a"
    assert asked.number({"line": 3}, "line") == 3
    for wrong in ({}, {"line": "3"}, {"line": True}):
        with pytest.raises(ValueError, match="no number"):
            asked.number(wrong, "line")
    with pytest.raises(ValueError, match="no text"):
        asked.text({"seen": 3}, "seen")
