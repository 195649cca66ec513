"""`wp3reports init`: a folder that checks and builds at once; nothing that is there is touched."""

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import click
import pytest

from wp3reports.cli import init as command
from wp3reports.cli.init import CityType, MonthType

Run = Callable[..., Any]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_folder_that_checks(here: Path, run: Run) -> None:
    code, out, err = run("init", "clusters")
    assert (code, out) == (0, "clusters\n")
    assert err == "next: cd clusters && wp3reports new m1_selection --partner helsinki\n"
    made = {path.relative_to(here / "clusters").as_posix() for path in (here / "clusters").rglob("*") if path.is_file()}
    assert {"inputs/project.yaml", "inputs/partners.yaml", ".gitignore", "README.md", ".vscode/settings.json"} <= made
    assert ".wp3/schemas/riga/m2_swot.json" in made
    settings = json.loads((here / "clusters/.vscode/settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    assert all((here / "clusters" / schema).is_file() for schema in settings)


def test_what_is_given_stands_in_the_files(here: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    arguments = ["--acronym", "A: #1", "--title", "Long", "--partner", "Malmö,SE,sv", "--partner", "Oslo"]
    code, _, err = run("init", ".", *arguments, "--start", "2027-03", "--months", "4")
    assert code == 0
    assert "enter country, language and position of each city in inputs/partners.yaml\n" in err
    assert err.endswith("next: wp3reports new m1_selection --partner malmo\n")
    assert 'acronym: "A: #1"\n' in (here / "inputs/project.yaml").read_text(encoding="utf-8")
    assert "    due: 2027-06-15\n" in (here / "inputs/project.yaml").read_text(encoding="utf-8")
    code, out, _ = run("check", "--issued=2027-03-01", "--statistics")
    assert code == 0
    assert {line.split()[1] for line in out.splitlines()} == {"info"}
    monkeypatch.chdir(here / "inputs")
    assert run("check", "--issued=2027-03-01").code == 0


def test_a_folder_with_a_project_is_refused(here: Path, run: Run) -> None:
    (here / "inputs").mkdir()
    (here / "inputs/partners.yaml").write_text("mine")
    code, out, err = run("init")
    assert (code, out) == (2, "")
    assert "there is a project already: inputs/partners.yaml" in err
    assert [path.name for path in here.iterdir()] == ["inputs"]


def test_no_file_is_overwritten(here: Path, run: Run) -> None:
    (here / "README.md").write_text("mine")
    code, _, err = run("init")
    assert code == 0
    assert "README.md was there already and stays as it is\n" in err
    assert (here / "README.md").read_text() == "mine"


def test_settings_with_comments_stay_and_the_user_is_told_what_to_add(here: Path, run: Run) -> None:
    (here / ".vscode").mkdir()
    (here / ".vscode/settings.json").write_text("{ // mine\n}")
    code, _, err = run("init")
    assert code == 0
    assert '  "./.wp3/schemas/riga/m2_swot.json": "inputs/m2_swot/riga.yaml",\n' in err
    assert (here / ".vscode/settings.json").read_text() == "{ // mine\n}"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--partner", "Санкт-Петербург"), "is no city"),
        (("--partner", "coordinator"), "is no city"),
        (("--partner", "Riga,,lv"), "is no city"),
        (("--partner", "Riga", "--partner", "riga"), '"riga" is used twice'),
        (("--partner", "Riga,LV,lv,north,east"), "cannot be read as"),
        (("--acronym", "a\u202eb"), "no project can be made of that"),
        (("--start", "March"), "is no month"),
        (("--months", "0"), "0 is not in the range"),
    ],
)
def test_what_cannot_be_a_project_is_refused_and_nothing_is_written(
    here: Path, run: Run, arguments: tuple[str, ...], says: str
) -> None:
    code, _, err = run("init", "new", *arguments)
    assert code == 2
    assert says in err
    assert list(here.iterdir()) == []


def test_on_a_terminal_one_is_asked(here: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["Acro", "The title", "Riga,LV; Oslo,NO"])
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr(click, "prompt", lambda *_, **__: next(answers))
    assert run("init", ".").code == 0
    text = (here / "inputs/project.yaml").read_text(encoding="utf-8")
    assert "acronym: Acro\n" in text
    assert "title: The title\n" in text
    assert "  - id: oslo\n" in (here / "inputs/partners.yaml").read_text(encoding="utf-8")


def test_cities_and_months_that_are_read_already() -> None:
    city = CityType().convert("Riga", None, None)
    assert CityType().convert(city, None, None) is city
    assert MonthType().convert(date(2026, 1, 1), None, None) == date(2026, 1, 1)
    assert all(CityType().convert(each, None, None).latitude != "0" for each in command.SAMPLES)


@pytest.mark.slow
def test_from_an_empty_folder_to_reports(here: Path) -> None:
    def wp3reports(*arguments: str, folder: Path = here / "clusters") -> subprocess.CompletedProcess[str]:
        whole = [sys.executable, "-m", "wp3reports", *arguments]
        return subprocess.run(whole, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)

    assert wp3reports("init", "clusters", folder=here).returncode == 0
    assert wp3reports("check").returncode == 0
    built = wp3reports("build", "milestone/m1_selection")
    assert built.returncode == 0, built.stderr
    assert (here / "clusters/build/pdf/milestone/m1_selection.pdf").read_bytes().startswith(b"%PDF-")
    assert wp3reports("new", "m1_selection", "--partner", "riga").returncode == 0
    begun = wp3reports("check", "--format", "json")
    assert begun.returncode == 1
    errors = [each for each in json.loads(begun.stdout)["findings"] if each["severity"] == "error"]
    assert {each["code"] for each in errors} == {"value-empty", "more-findings"}
    assert {each["path"] for each in errors} == {"inputs/m1_selection/riga.yaml"}
