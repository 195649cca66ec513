"""What the commands for writers share: the project as it is known, and files for editors."""

from pathlib import Path

import click
import pytest

from wp3reports.authoring import Sheet
from wp3reports.cli.editors import NotUsableError, opened, partner_of, unknown, usable, write_schemas


def test_only_what_differs_is_written(tmp_path: Path) -> None:
    sheets = (Sheet("a/b.json", "{}\n"), Sheet("c.json", "[]\n"))
    assert write_schemas(tmp_path, sheets) == 2
    (tmp_path / "c.json").write_text("changed")
    assert write_schemas(tmp_path, sheets) == 1
    assert (tmp_path / "c.json").read_text() == "[]\n"


def test_a_project_that_can_be_used(folder: Path) -> None:
    assert partner_of(usable(folder), "riga") == "riga"
    with pytest.raises(click.UsageError, match="The partners are "):
        partner_of(usable(folder), "atlantis")


def test_a_project_that_cannot(folder: Path) -> None:
    (folder / "inputs/partners.yaml").unlink()
    assert opened(folder) is None
    with pytest.raises(NotUsableError):
        usable(folder)


def test_a_name_that_nobody_has() -> None:
    assert str(unknown("partner", "rga", ["riga"]).message) == (
        "no partner is called 'rga'; did you mean \"riga\"?\nThe partners are riga."
    )
