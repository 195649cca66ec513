from pathlib import Path

import click
import pytest

from wp3reports.cli.selection import by_code, concerns, fails, places
from wp3reports.diagnostics import Note, Span, error, info, warning

TARGETS = ["local/m2_swot/riga", "local/m2_swot/oslo", "milestone/m2_swot", "final"]


@pytest.mark.parametrize(
    ("target", "found"),
    [
        ("local/m2_swot/riga", ["inputs/m2_swot/riga.yaml"]),
        ("local/*/riga", ["inputs/m2_swot/riga.yaml"]),
        ("local/*", ["inputs/m2_swot/riga.yaml", "inputs/m2_swot/oslo.yaml"]),
        ("milestone/m2_swot", ["inputs/m2_swot"]),
        ("final", ["inputs"]),
    ],
)
def test_targets_mean_what_they_are_made_from(folder: Path, target: str, found: list[str]) -> None:
    assert places(folder, [target], TARGETS) == found


def test_what_is_neither_there_nor_a_target_is_refused(folder: Path) -> None:
    with pytest.raises(click.UsageError, match='did you mean "local/m2_swot/riga"'):
        places(folder, ["local/m2_swot/rigga"], TARGETS)


def test_a_finding_concerns_both_its_ends() -> None:
    finding = error("a-code", Span("inputs/m2_swot/riga.yaml"), "…", notes=[Note(Span("inputs/partners.yaml"), "…")])
    assert concerns(finding, [])
    assert concerns(finding, ["inputs/m2_swot"])
    assert concerns(finding, ["inputs/partners.yaml"])
    assert not concerns(finding, ["inputs/m2_swot/oslo.yaml", "inputs/m2"])


def test_codes_are_chosen_and_left_out_by_name_or_pattern() -> None:
    found = [error("m2-swot-missing", Span("x"), "…"), warning("hand-in-late", Span("x"), "…")]
    assert by_code(found, [], []) == found
    assert by_code(found, ["m2-*"], []) == found[:1]
    assert by_code(found, [], ["hand-in-late"]) == found[:1]
    assert by_code(found, ["*"], ["m?-*"]) == found[1:]
    with pytest.raises(click.UsageError, match='did you mean "hand-in-late"'):
        by_code(found, ["hand-in-latte"], [])


@pytest.mark.parametrize(("least", "expected"), [("error", False), ("warning", True), ("never", False)])
def test_the_least_weight_that_fails(least: str, expected: bool) -> None:  # noqa: FBT001 - the expectation
    assert fails([warning("a-code", Span("x"), "…"), info("b-code", Span("x"), "…")], least) is expected
