"""`wp3reports explain` says what a code means; everywhere, also outside a project."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from wp3reports.rulebook import PAGES
from wp3reports.rulebook.writing import listing, text

Run = Callable[..., Any]


@pytest.fixture(autouse=True)
def _outside_a_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    "code", ["m2-cluster-not-selected", "yaml-tab", "value-kind", "file-refused", "pdf-missing-glyph"]
)
def test_a_code_is_explained(run: Run, code: str) -> None:
    assert run("explain", code) == (0, f"{text(PAGES[code], 100)}\n\n", "")


def test_the_sample_is_what_check_says(run: Run) -> None:
    _, out, _ = run("explain", "m2-cluster-not-selected")
    assert "Why: " in out
    assert "What to do: " in out
    assert "Asked for: Milestone 2: " in out
    assert "\nerror[m2-cluster-not-selected] " in out
    assert out.index("\nWrong: ") < out.index("\nRight: ")


def test_without_a_code_all_are_listed(run: Run) -> None:
    assert run("explain") == (0, f"{listing()}\n\n", "")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("yaml-tabs",), "no finding is called 'yaml-tabs'; did you mean \"yaml-tab\"?"),
        (("zzzzzz",), "no finding is called 'zzzzzz'; see all of them with: wp3reports explain"),
        (("yaml-tab", "--all"), "either --all, or one code"),
        (("yaml-tab", "-o", "x.md"), "-o belongs to --all"),
        (("-o", "x.md"), "-o belongs to --all"),
    ],
)
def test_wrong_usage(run: Run, arguments: tuple[str, ...], says: str) -> None:
    code, out, err = run("explain", *arguments)
    assert (code, out) == (2, "")
    assert f"Error: {says}\n" in err


def test_the_rule_book_goes_to_standard_output_or_into_a_file(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("wp3reports.cli.explain.markdown", lambda: "# Malmö\n\n[red]x[/red]\n")
    assert run("explain", "--all") == (0, "# Malmö\n\n[red]x[/red]\n", "")
    assert run("explain", "--all", "-o", "deep/rules.md") == (0, "", "")
    assert (tmp_path / "deep" / "rules.md").read_text(encoding="utf-8") == "# Malmö\n\n[red]x[/red]\n"
