"""`wp3reports new`: where it writes, what it says, what it refuses."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
RIGA = "inputs/m2_swot/riga.yaml"


def test_a_hand_in_with_the_citys_own_clusters(folder: Path, run: Run) -> None:
    (folder / RIGA).unlink()
    code, out, err = run("new", "m2_swot", "--partner", "riga")
    assert (code, out) == (0, f"{RIGA}\n")
    assert err == f"fill in what is empty; what is still missing: wp3reports check {RIGA}\n"
    text = (folder / RIGA).read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../../.wp3/schemas/riga/m2_swot.json\n")
    assert "\n  - cluster: ict\n" in text
    assert (folder / RIGA).parent.joinpath("../../.wp3/schemas/riga/m2_swot.json").is_file()
    assert not (folder / ".wp3/schemas/oslo").exists()


def test_the_coordinators_part(folder: Path, run: Run) -> None:
    (folder / "inputs/m1_selection/coordinator.yaml").unlink()
    assert run("new", "m1_selection", "--coordinator").out == "inputs/m1_selection/coordinator.yaml\n"
    assert "- metropolis: riga\n" in (folder / "inputs/m1_selection/coordinator.yaml").read_text(encoding="utf-8")


def test_what_is_there_is_never_touched(folder: Path, run: Run) -> None:
    before = (folder / RIGA).read_bytes()
    code, out, err = run("new", "m2_swot", "--partner", "riga")
    assert (code, out) == (2, "")
    assert f"{RIGA} is there already; it was not touched" in err
    assert (folder / RIGA).read_bytes() == before


def test_not_even_a_link_that_leads_nowhere(folder: Path, run: Run) -> None:
    (folder / RIGA).unlink()
    (folder / RIGA).symlink_to("nowhere.yaml")
    assert run("new", "m2_swot", "--partner", "riga").code == 2
    assert (folder / RIGA).is_symlink()


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("m2_swot",), "say whose hand-in: --partner ID or --coordinator"),
        (("m2_swot", "--partner", "riga", "--coordinator"), "say whose hand-in"),
        (("m2_swot", "--partner", "rigga"), "no partner is called 'rigga'; did you mean \"riga\"?"),
        (("m2_swat", "--partner", "riga"), "no milestone is called 'm2_swat'; did you mean \"m2_swot\"?"),
        (("final", "--partner", "riga"), "for final only the co-ordinator hands in"),
        (("m5_programmes", "--partner", "riga"), "the plan in inputs/project.yaml has no milestone m5_programmes"),
    ],
)
def test_wrong_usage(run: Run, arguments: tuple[str, ...], says: str) -> None:
    code, out, err = run("new", *arguments)
    assert (code, out) == (2, "")
    assert says in err


def test_a_project_whose_own_files_are_wrong(folder: Path, run: Run) -> None:
    (folder / "inputs/project.yaml").write_text("acronym: x\n")
    code, out, err = run("new", "m2_swot", "--partner", "riga")
    assert (code, out) == (1, "")
    assert "the project files have errors; see: wp3reports check" in err
