"""What the commands share: the day and the project."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import click
import pytest

from wp3reports.cli.project import IssuedType, root


def test_a_day_is_a_day() -> None:
    assert IssuedType().convert("2007-12-14", None, None) == date(2007, 12, 14)
    assert IssuedType().convert(date(2007, 12, 14), None, None) == date(2007, 12, 14)
    with pytest.raises(click.BadParameter, match="write it as 2007-12-14"):
        IssuedType().convert("14.12.2007", None, None)


def test_the_root_is_found_from_the_current_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder / "inputs" / "m2_swot")
    assert root() == folder.resolve()
    monkeypatch.chdir(folder.parent)
    with pytest.raises(click.UsageError, match="no project here"):
        root()


@pytest.mark.parametrize(
    "module", ["build", "clustering", "language", "offers", "project", "releasing", "storing", "wish"]
)
def test_options_load_no_models(module: str) -> None:
    code = f"import sys, wp3reports.cli.{module}; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split()
    assert f"wp3reports.cli.{module}" in loaded
    assert not {"pydantic", "yaml", "jinja2", "rich", "weasyprint"} & set(loaded)
