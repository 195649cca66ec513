"""`wp3reports status`: what it shows, in which format, and how it ends."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from wp3reports.cli import status
from wp3reports.pdf import MissingLibrariesError

ISSUED = "--issued=2008-01-31"
RIGA, OSLO = "inputs/m1_selection/riga.yaml", "inputs/m2_swot/oslo.yaml"
SCHEMA = json.loads((Path(__file__).parents[2] / "docs/status.schema.json").read_text(encoding="utf-8"))
pytestmark = pytest.mark.usefixtures("folder")

Run = Callable[..., Any]


@pytest.fixture(autouse=True)
def _wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")


def test_nothing_is_overdue(folder: Path, run: Run) -> None:
    code, out, err = run("status", ISSUED)
    assert (code, err) == (0, "nothing is overdue; next: wp3reports build\n")
    assert (
        out.count("✓ accepted") + out.count("• submitted") == 4 * 2 + 1 + 2
    )  # hand-ins, final report, two in the legend
    assert "What is owed" not in out
    assert "Reports in build/pdf, for 2008-01-31 as the day of issue\n  not built: local/m1_selection/*, " in out
    assert sorted(path.name for path in folder.iterdir()) == ["inputs"]


def test_what_is_overdue_ends_with_1_in_every_format(folder: Path, run: Run) -> None:
    (folder / OSLO).unlink()
    for style in ("text", "json", "markdown", "html"):
        code, out, err = run("status", ISSUED, "--format", style)
        assert (code, err) == (1, "1 hand-in overdue; see: wp3reports check\n")
        assert "Oslo: milestone 2 has not been handed in; 777 days late." in out
    assert run("status", "--issued=2005-12-15").code == 0


def test_a_waiver_makes_it_no_longer_overdue(folder: Path, run: Run) -> None:
    (folder / OSLO).unlink()
    waiver = f"waivers: [{{finding: hand-in-missing, place: {OSLO}, reason: x, who: y, until: 2008-01-31}}]\n"
    (folder / "inputs/waivers.yaml").write_text(waiver, encoding="utf-8")
    code, out, _ = run("status", ISSUED)
    assert (code, "– waived" in out) == (0, True)
    assert run("status", "--issued=2008-02-01").code == 1


def test_one_milestone(folder: Path, run: Run) -> None:
    (folder / OSLO).unlink()
    code, out, _ = run("status", ISSUED, "--milestone", "m1_selection")
    assert code == 0
    assert "2 Strengths" not in out
    assert "  not built: local/m1_selection/*, milestone/m1_selection\n" in out
    code, out, _ = run("status", ISSUED, "--milestone", "final", "--milestone", "m2_swot")
    assert code == 1
    assert "  not built: local/m2_swot/*, milestone/m2_swot, final, final-annex\n" in out


def test_a_milestone_that_is_not_planned_is_wrong_usage(run: Run) -> None:
    code, out, err = run("status", "--milestone", "m2_swott")
    assert (code, out) == (2, "")
    assert "the plan has no milestone 'm2_swott'; did you mean \"m2_swot\"?" in err


def test_json_is_as_its_schema_says(run: Run) -> None:
    document = json.loads(run("status", ISSUED, "--format", "json").out)
    Draft202012Validator(SCHEMA).validate(document)
    assert {each["state"] for each in document["volumes"]} == {"not built"}


def test_html_is_a_document(run: Run) -> None:
    _, out, _ = run("status", ISSUED, "--format", "html")
    assert out.lstrip().startswith("<!doctype html>")
    assert out.rstrip().endswith("</html>")


def test_findings_while_reports_are_made_count_too(folder: Path, run: Run) -> None:
    text = (folder / RIGA).read_text(encoding="utf-8")
    (folder / RIGA).write_text(text.replace("summary: ", "summary: See [x](javascript:y). "), encoding="utf-8")
    assert "1 warning" in run("status", ISSUED).out


def test_what_was_built_is_up_to_date(run: Run, stub: Any) -> None:
    assert run("build", ISSUED, "milestone/m1_selection", "local/m1_selection/*").code == 0
    assert stub.exported
    _, out, _ = run("status", ISSUED, "--milestone", "m1_selection")
    assert "  up to date: local/m1_selection/*, milestone/m1_selection\n" in out


def test_reports_in_other_languages_are_listed_where_they_were_built(folder: Path, run: Run, stub: Any) -> None:
    run("build", ISSUED, "local/m1_selection/riga", "--lang", "lv")
    assert stub.exported
    listed = "local/m1_selection/riga.lv"
    assert f"  up to date: {listed}\n" in run("status", ISSUED, "--milestone", "m1_selection").out
    (folder / f"build/pdf/{listed}.pdf").unlink()
    assert listed not in run("status", ISSUED).out


def test_without_the_engine_all_but_the_reports_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise MissingLibrariesError(["pango"])

    monkeypatch.setattr(status, "freshness", fails)
    code, out, err = run("status", ISSUED)
    assert (code, "✓ accepted" in out, "Reports" in out) == (0, True, False)
    assert err.startswith("whether reports are out of date is not known here: ")
    assert "wp3reports doctor" in err


def test_without_a_plan_there_is_no_matrix(folder: Path, run: Run) -> None:
    (folder / "inputs/project.yaml").write_text("acronym: [\n", encoding="utf-8")
    code, out, err = run("status", ISSUED)
    assert code == 1
    assert "inputs/project.yaml" in out
    assert err.startswith("the project files have errors (")


def test_a_fault_of_the_projects_own_template_is_told(folder: Path, run: Run) -> None:
    (folder / "templates").mkdir()
    (folder / "templates/status.html.j2").write_text("{{ oops", encoding="utf-8")
    code, out, err = run("status", ISSUED, "--format", "html")
    assert (code, out) == (1, "")
    assert "templates/status.html.j2:1:1" in err


def test_outside_of_a_project(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("status").code == 2
