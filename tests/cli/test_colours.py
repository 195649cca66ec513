"""Colour only on a terminal, on our words, and never on those of a partner."""

import sys
from io import StringIO

import pytest

from framed import REPORT
from wp3reports.cli.console import show

pytestmark = pytest.mark.usefixtures("no_preferences")


class Terminal(StringIO):
    """A stream that says it is one."""

    def isatty(self) -> bool:
        return True


def on_terminal(monkeypatch: pytest.MonkeyPatch, report: str = REPORT, **environment: str) -> str:
    for name, value in {"TERM": "xterm-256color", **environment}.items():
        monkeypatch.setenv(name, value)
    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    show(report)
    return terminal.getvalue()


def test_a_terminal_gets_colours_on_our_words_only(monkeypatch: pytest.MonkeyPatch) -> None:
    printed = on_terminal(monkeypatch)
    assert "\x1b[1;31merror[a-code]\x1b[0m [red]what[/red] is :smile: wrong\n" in printed
    assert "\x1b[1;33mwarning[another]\x1b[0m twice\n" in printed
    assert "  \x1b[36m--> inputs/a.yaml:40:3\x1b[0m\n" in printed
    assert "40 |   --- [bold]text[/bold] ^^^ = help: no\n" in printed
    assert "   |   \x1b[31m^^^ here\x1b[0m\n" in printed
    assert "   | \x1b[34m---- there\x1b[0m\n" in printed
    assert "  \x1b[32m= help: do this\x1b[0m\n" in printed


def test_the_headings_of_a_page_and_of_a_list_stand_out(monkeypatch: pytest.MonkeyPatch) -> None:
    printed = on_terminal(monkeypatch, "a-code\n\nWhy: so.\n\n== Group\nb-code  It holds.\n\n 1 | Why: text")
    assert "\x1b[1ma-code\x1b[0m\n" in printed
    assert "\x1b[1mWhy:\x1b[0m so.\n" in printed
    assert "\x1b[1m== Group\x1b[0m\nb-code  It holds.\n" in printed
    assert " 1 | Why: text\n" in printed


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_colours_can_be_declined(monkeypatch: pytest.MonkeyPatch, environment: dict[str, str]) -> None:
    assert "\x1b[3" not in on_terminal(monkeypatch, **environment)
