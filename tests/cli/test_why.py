"""`wp3reports why` and `build --dry-run`: what would be done, by partner, file and field; nothing is done."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from wp3reports import pdf

ISSUED = "--issued=2008-01-31"
OSLO = "inputs/m2_swot/oslo.yaml"
REASON = f"because {OSLO} → analyses/1/threats/0/statement changed"
pytestmark = pytest.mark.usefixtures("folder", "stub")

Run = Callable[..., Any]
Breaks = Callable[..., None]


def test_after_a_build_a_report_is_up_to_date(run: Run) -> None:
    run("build", ISSUED, "local/m2_swot/riga")
    assert run("why", ISSUED, "local/m2_swot/riga") == (0, "local/m2_swot/riga is up to date\n", "")


def test_an_edit_is_told_by_field(run: Run, breaks: Breaks) -> None:
    run("build", ISSUED)
    breaks(OSLO, "Fields run dry", "Fields run dry soon")
    code, out, err = run("why", ISSUED, "milestone/m2_swot", "local/m2_swot/*")
    assert (code, err) == (0, "")
    assert out.startswith("local/m2_swot/riga is up to date\n")
    assert f"milestone/m2_swot is out of date\n  {REASON}\n" in out
    found = json.loads(run("why", ISSUED, "--format=json", "milestone/m2_swot").out)
    assert found["volumes"][0]["reasons"][0]["partner"] == "oslo"


def test_a_dry_run_says_what_would_be_done_and_does_nothing(folder: Path, run: Run, breaks: Breaks) -> None:
    code, out, err = run("build", ISSUED, "-n")
    assert code == 0
    assert "final was never built" in out
    assert err.startswith("10 to bind, ")
    assert err.endswith(" up to date; nothing was done\n")
    assert not (folder / "build").exists()
    run("build", ISSUED)
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    assert run("build", ISSUED, "--dry-run").out == ""
    breaks(OSLO, "Fields run dry", "Fields run dry soon")
    code, out, err = run("build", ISSUED, "-n", "milestone/m2_swot", "local/m2_swot/riga")
    assert code == 0
    assert REASON in out
    assert "local/m2_swot/riga" not in out
    assert err.startswith("1 to bind, ")
    assert {path for path in before if before[path] != path.stat().st_mtime_ns} == {folder / OSLO}
    assert len(json.loads(run("build", ISSUED, "-n", "--format=json").out)["volumes"]) == 10


def test_a_release_with_errors_is_refused_in_a_dry_run_too(run: Run, breaks: Breaks) -> None:
    breaks(OSLO, "summary:", "sumary:")
    assert run("build", ISSUED, "-n", "--final").code == 1


def test_without_a_target_or_with_an_unknown_one_it_is_wrong_usage(run: Run) -> None:
    assert run("why").code == 2
    assert "did you mean local/m2_swot/riga?" in run("why", ISSUED, "local/m2_swot/rgia").err


def test_without_libraries_the_way_out_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def lacking() -> str:
        raise pdf.MissingLibrariesError(("pango",))

    monkeypatch.setattr(pdf, "fingerprint", lacking)
    for command in (["why", "final"], ["build", "-n"]):
        code, _, err = run(*command, ISSUED)
        assert (code, err) == (3, "Error: native libraries not found: pango; see: wp3reports doctor\n")
