"""The author's editor at the right line, and only for what was read as an input."""

from pathlib import Path
from typing import Any

import pytest

from wp3reports.preview.app import NotDoneError
from wp3reports.preview.desk import Desk
from wp3reports.preview.opening import Opening, Place, command, start

PLACE = Place(Path("/p r/riga.yaml"), 40, 3)
FILE = "inputs/m2_swot/riga.yaml"


@pytest.mark.parametrize(
    ("editor", "expected"),
    [
        ("code", ["code", "-g", "/p r/riga.yaml:40:3"]),
        ("'/Program Files/Code.exe' --wait", ["/Program Files/Code.exe", "--wait", "-g", "/p r/riga.yaml:40:3"]),
        ("subl", ["subl", "/p r/riga.yaml:40:3"]),
        ("gvim", ["gvim", "+40", "/p r/riga.yaml"]),
        ("kate", ["kate", "--line", "40", "--column", "3", "/p r/riga.yaml"]),
        ("my-own", ["my-own", "/p r/riga.yaml"]),
        ("my-own {file} at {line},{column}", ["my-own", "/p r/riga.yaml", "at", "40,3"]),
    ],
)
def test_each_editor_is_told_in_its_own_way(editor: str, expected: list[str]) -> None:
    assert command(editor, PLACE) == expected


@pytest.fixture
def started() -> list[list[str]]:
    return []


@pytest.fixture
def opening(desk: Desk, started: list[list[str]]) -> Opening:
    desk.take()
    return Opening(desk, {"WP3_EDITOR": "code", "VISUAL": "gedit"}, lambda asked: started.append(list(asked)))


def test_a_pointer_opens_its_line(opening: Opening, started: list[list[str]], folder: Path) -> None:
    lines = (folder / FILE).read_text(encoding="utf-8").splitlines()
    line = next(number for number, text in enumerate(lines, 1) if text.startswith("summary:"))
    assert opening.open({"pointer": f"{FILE}#/summary"}) == {"path": FILE, "line": line}
    assert started[0][:2] == ["code", "-g"]
    assert started[0][2].startswith(f"{folder / FILE}:{line}:")


def test_without_an_editor_there_is_a_link(desk: Desk, folder: Path) -> None:
    desk.take()
    said = Opening(desk, {}, start).open({"path": FILE, "line": 3, "column": 2})
    assert said == {"path": FILE, "line": 3, "link": f"vscode://file{folder / FILE}:3:2"}


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"path": "/etc/passwd"},
        {"path": "inputs/../pyproject.toml"},
        {"path": "inputs/m2_swot/../../x"},
        {"path": "templates/part.html.j2"},
        {"path": ["inputs/project.yaml"]},
        {"pointer": "/etc/passwd#/a"},
        {"pointer": "inputs/m2_swot/atlantis.yaml#/a"},
        {"pointer": 3},
    ],
)
def test_nothing_else_is_opened(opening: Opening, started: list[list[str]], asked: dict[str, Any]) -> None:
    with pytest.raises(NotDoneError, match="no such file"):
        opening.open(asked)
    assert not started


@pytest.mark.parametrize("line", [-1, 0, "7", None, 10**9, True])
def test_a_line_that_is_none_is_the_first(opening: Opening, line: object) -> None:
    assert opening.open({"path": FILE, "line": line, "column": line})["line"] == 1


def test_an_editor_that_is_not_there_is_told(desk: Desk) -> None:
    desk.take()
    with pytest.raises(NotDoneError, match="did not start"):
        Opening(desk, {"VISUAL": "/no/such/editor"}, start).open({"path": FILE})
