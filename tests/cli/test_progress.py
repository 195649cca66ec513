"""A bar on a terminal, plain lines elsewhere."""

from io import StringIO

import pytest
from rich.console import Console

from wp3reports.cli.progress import progress


@pytest.fixture(autouse=True)
def _terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("FORCE_COLOR", "NO_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")


def printed(*, terminal: bool) -> str:
    file = StringIO()
    console = Console(file=file, force_terminal=terminal, width=100, markup=False)
    with progress(console) as report:
        report(1, 2, "m2_swot/riga")
        report(2, 2, "[red]oslo")
    return file.getvalue()


def test_elsewhere_each_part_is_a_line() -> None:
    assert printed(terminal=False) == "laid out 1/2 m2_swot/riga\nlaid out 2/2 [red]oslo\n"


def test_a_terminal_shows_a_bar_that_goes_away() -> None:
    shown = printed(terminal=True)
    assert "1/2" in shown
    assert "m2_swot/riga" in shown
    assert "[red]oslo" in shown
    assert "━" in shown
    assert shown.endswith("\x1b[2K")  # the line is cleared in the end


def test_a_dumb_terminal_gets_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    assert printed(terminal=True) == "laid out 1/2 m2_swot/riga\nlaid out 2/2 [red]oslo\n"
