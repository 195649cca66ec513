"""Safe fixes by a click."""

from pathlib import Path
from typing import Any

import pytest

from wp3reports.preview.app import NotDoneError
from wp3reports.preview.desk import Desk
from wp3reports.preview.mending import Mending
from wp3reports.preview.pen import Pen, digest

FILE = "inputs/m2_swot/riga.yaml"


@pytest.fixture
def pen(folder: Path) -> Pen:
    return Pen(folder)


@pytest.fixture
def wrong(folder: Path) -> Path:
    """A hand-in with an id that can mean one thing only."""
    file = folder / FILE
    text = file.read_text(encoding="utf-8")
    assert text.count("- cluster: life-sciences") == 1
    file.write_text(text.replace("- cluster: life-sciences", "- cluster: life-scienses"), encoding="utf-8")
    return file


def which(desk: Desk) -> dict[str, Any]:
    (finding,) = [each for each in desk.look.findings if each.fix]
    return {"code": finding.code, "path": FILE, "line": finding.span.line, "column": finding.span.column}


def test_what_was_shown_is_done_and_can_be_undone(desk: Desk, pen: Pen, wrong: Path) -> None:
    mending, before = Mending(desk, pen), wrong.read_bytes()
    diff = str(mending.show(which(desk))["diff"])
    assert "-  - cluster: life-scienses\n+  - cluster: life-sciences\n" in diff
    assert wrong.read_bytes() == before
    assert mending.apply({**which(desk), "diff": diff}) == {"files": [FILE]}
    assert wrong.read_bytes() == before.replace(b"- cluster: life-scienses", b"- cluster: life-sciences")
    assert pen.undo(FILE, digest(wrong.read_bytes())) == digest(before)


def test_another_fix_than_the_one_shown_is_not_made(desk: Desk, pen: Pen, wrong: Path) -> None:
    before = wrong.read_bytes()
    with pytest.raises(NotDoneError, match="look at it again"):
        Mending(desk, pen).apply({**which(desk), "diff": "something else"})
    assert wrong.read_bytes() == before


def test_a_file_that_changed_meanwhile_is_left_alone(desk: Desk, pen: Pen, wrong: Path) -> None:
    mending = Mending(desk, pen)
    diff = mending.show(which(desk))["diff"]
    wrong.write_bytes(wrong.read_bytes() + b"# theirs\n")
    with pytest.raises(NotDoneError, match="changed meanwhile"):
        mending.apply({**which(desk), "diff": diff})
    assert wrong.read_bytes().endswith(b"# theirs\n")


def test_a_finding_that_is_not_there_or_has_no_fix(desk: Desk, pen: Pen, wrong: Path) -> None:
    assert wrong.is_file()
    for other in ({"line": 1}, {"code": "another"}, {"path": "inputs/m2_swot/oslo.yaml"}):
        with pytest.raises(NotDoneError, match="no longer there"):
            Mending(desk, pen).show({**which(desk), **other})
