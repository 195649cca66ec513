"""What is printed is what was found: no markup, no wrapping, no end at a closed pipe."""

import os
import sys

import pytest

from framed import REPORT
from wp3reports.cli.console import narration, out, say, show

pytestmark = pytest.mark.usefixtures("no_preferences")


def test_without_a_terminal_it_is_plain(capsys: pytest.CaptureFixture[str]) -> None:
    show(REPORT)
    narration().print("[red]x[/red] " + "long " * 100)
    say("1 error; mend it")
    printed = capsys.readouterr()
    assert printed.out == REPORT + "\n\n"
    assert printed.err == "[red]x[/red] " + "long " * 100 + "\n1 error; mend it\n"


def test_what_is_plain_is_what_the_library_would_print(capsys: pytest.CaptureFixture[str]) -> None:
    show(REPORT)
    plain = capsys.readouterr().out
    out().print(REPORT, end="\n\n")
    assert capsys.readouterr().out == plain


@pytest.mark.parametrize("name", ["FORCE_COLOR", "TTY_COMPATIBLE"])
def test_colours_can_be_demanded_without_a_terminal(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv(name, "1")
    show(REPORT)
    say("== 1 error")
    printed = capsys.readouterr()
    assert "\x1b[1;31merror[a-code]\x1b[0m" in printed.out
    assert printed.err == "\x1b[1m== 1 error\x1b[0m\n"


def test_a_reader_that_leaves_does_not_end_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w", encoding="utf-8") as stream:
        monkeypatch.setattr(sys, "stdout", stream)
        show(REPORT)
        show(REPORT)
