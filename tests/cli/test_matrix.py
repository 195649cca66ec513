"""The matrix on terminals of two widths, compared as a whole: `--update-golden` writes `tests/golden/status-*.txt`."""

import io
import re
from collections.abc import Callable, Mapping
from datetime import date

import pytest
from rich.console import Console

from wp3reports.cli.matrix import show_matrix
from wp3reports.pipeline import Compilation
from wp3reports.standing import Matrix, State, survey

FOLDER = "inputs/m2_swot"
GUIDED = "    deliverable: D2\n    words: {least: 70, most: 1500}\n"
WAIVER = f"waivers: [{{finding: hand-in-missing, place: {FOLDER}/oslo.yaml, reason: x, who: y, until: 2006-12-31}}]\n"
VOLUMES = {
    **{f"local/m2_swot/{city}": "up to date" for city in ("riga", "malmo")},
    "milestone/m1_selection": "out of date",
    "milestone/m2_swot": "not built",
}


@pytest.fixture
def matrix(given_whole: Mapping[str, str], compiled: Callable[..., Compilation]) -> Matrix:
    """The given project eleven days after a due date, with a hand-in in each state."""
    files = {
        path: text for path, text in given_whole.items() if path[:9] not in {"inputs/m3", "inputs/m4", "inputs/m5"}
    }

    def change(path: str, old: str, new: str) -> None:
        assert old in files[path]
        files[path] = files[path].replace(old, new, 1)

    change("inputs/project.yaml", "    deliverable: D2\n", GUIDED)
    change("inputs/m1_selection/riga.yaml", "status: accepted", "status: submitted")
    change("inputs/m1_selection/malmo.yaml", "status: submitted", "status: returned")
    change("inputs/m1_selection/oslo.yaml", "status: accepted", "status: draft")
    change(f"{FOLDER}/malmo.yaml", "stage: mature", "stage: ripe")
    change(f"{FOLDER}/riga.yaml", "cluster: ict", "cluster: itc")
    del files[f"{FOLDER}/oslo.yaml"], files[f"{FOLDER}/coordinator.yaml"]
    compilation = compiled({**files, "inputs/waivers.yaml": WAIVER}, issued=date(2005, 12, 26))
    assert compilation.dossier is not None
    matrix = survey(compilation.dossier, compilation.diagnostics)
    assert {cell.state for row in matrix.rows for cell in row.cells} == set(State)
    return matrix


def printed(matrix: Matrix, width: int, *, is_coloured: bool = False) -> str:
    stream = io.StringIO()
    console = Console(file=stream, width=width, force_terminal=is_coloured, markup=False, emoji=False, soft_wrap=True)
    show_matrix(console, matrix, VOLUMES)
    return stream.getvalue()


@pytest.mark.parametrize("width", [80, 120])
def test_the_whole_matrix(matrix: Matrix, width: int, golden: Callable[[str, str], None]) -> None:
    shown = printed(matrix, width)
    assert max(map(len, shown.splitlines())) <= width
    golden(f"status-{width}.txt", "".join(f"{line.rstrip()}\n" for line in shown.splitlines()))


@pytest.mark.parametrize("width", [40, 60, 80, 100, 120, 200])
def test_no_word_is_lost_in_any_width(matrix: Matrix, width: int) -> None:
    shown = printed(matrix, width)
    assert max(map(len, shown.splitlines())) <= width
    for state in State:
        assert f"{state.sign} {state.value}"[:8] in shown
    assert "What is owed" in shown


def test_colour_adds_nothing_but_colour(matrix: Matrix, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    coloured = printed(matrix, 80, is_coloured=True)
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == printed(matrix, 80)


def test_a_milestone_alone_has_room_for_words(matrix: Matrix) -> None:
    shown = printed(matrix.only(["m2_swot"]), 80)
    assert "2 Strengths, weaknesses and" in shown
    assert " of 70–1,500" in shown
    assert "Final report" not in shown


def test_the_final_report_alone_is_a_line(matrix: Matrix) -> None:
    first, *_ = printed(matrix.only(["final"]), 80).splitlines()
    assert first.startswith("Final report, WP co-ordinator: ✓ accepted, due 2007-12-31, in time, ")
