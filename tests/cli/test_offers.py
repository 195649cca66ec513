"""What the shell completes, in a project, in a broken one, and where there is none."""

from collections.abc import Callable, Mapping
from pathlib import Path

import click
import pytest

from wp3reports.cli import offers
from wp3reports.cli.completion import completion
from wp3reports.pipeline import Compilation

CONTEXT = click.Context(completion)
PARAMETER = completion.params[0]


def test_the_targets_are_the_reports(
    folder: Path, given: Mapping[str, str], compiled: Callable[..., Compilation]
) -> None:
    assert folder == Path.cwd()
    names = {volume.name for volume in compiled(given).volumes}
    assert set(offers.targets(CONTEXT, PARAMETER, "")) == names
    assert set(offers.targets(CONTEXT, PARAMETER, "local/m2")) == {name for name in names if "local/m2" in name}


@pytest.mark.usefixtures("folder")
def test_partners_with_their_cities() -> None:
    assert [(each.value, each.help) for each in offers.partners(CONTEXT, PARAMETER, "ri")] == [("riga", "Riga")]


def test_languages() -> None:
    assert offers.languages(CONTEXT, PARAMETER, "l") == ["lt", "lv"]
    assert offers.languages(CONTEXT, PARAMETER, "o") == ["own"]


def test_milestones() -> None:
    assert offers.milestones(CONTEXT, PARAMETER, "m2") == ["m2_swot"]
    assert len(offers.milestones(CONTEXT, PARAMETER, "")) == 6


@pytest.mark.usefixtures("folder")
def test_places_are_targets_and_files() -> None:
    found = offers.places(CONTEXT, PARAMETER, "final")
    assert [(each.value, each.type) for each in found] == [
        ("final", "plain"),
        ("final-annex", "plain"),
        ("final", "file"),
    ]


def test_nothing_is_offered_and_nothing_said_outside_or_in_a_broken_project(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "inputs/partners.yaml").write_text("broken: [")
    assert offers.targets(CONTEXT, PARAMETER, "") == []
    assert offers.partners(CONTEXT, PARAMETER, "") == []
    monkeypatch.chdir(tmp_path)
    assert offers.targets(CONTEXT, PARAMETER, "") == []
