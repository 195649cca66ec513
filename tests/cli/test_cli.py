"""The commands by name, their help, and what wrong usage gives."""

import importlib
import os
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version
from typing import Any

import pytest

from wp3reports import cli

Run = Callable[..., Any]


def test_every_command_is_a_module_that_has_it() -> None:
    assert len(cli.COMMANDS) >= 3
    for name in cli.COMMANDS:
        command = getattr(importlib.import_module(f"wp3reports.cli.{name}"), name)
        assert command.name == name
        assert command.help
        assert "Examples:" in command.epilog


def test_the_help_lists_them_with_examples(run: Run) -> None:
    code, out, err = run("--help")
    assert (code, err) == (0, "")
    assert "  wp3reports build 'local/m2_swot/*' milestone/m2_swot\n" in out
    for name in cli.COMMANDS:
        assert f"\n  {name}" in out


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_each_command_has_help(run: Run, name: str) -> None:
    for option in ("-h", "--help"):
        code, out, err = run(name, option)
        assert (code, err) == (0, "")
        assert out.startswith(f"Usage: wp3reports {name} ")
        assert f"\n    wp3reports {name}" in out.partition("Examples:")[2]


IMPORTED = """
import atexit, sys
atexit.register(lambda: print("imported", *sys.modules))
from wp3reports.__main__ import main
sys.argv = ["wp3reports", *sys.argv[1:]]
main()
"""
TYPED = {"_WP3REPORTS_COMPLETE": "bash_complete", "COMP_WORDS": "wp3reports ch", "COMP_CWORD": "1"}


@pytest.mark.parametrize(
    ("arguments", "environment", "said"),
    [(["--help"], {}, "  check "), (["--version"], {}, "wp3reports "), ([], TYPED, "plain,check\n")],
)
def test_no_command_is_imported_to_tell_which_there_are(
    arguments: list[str], environment: dict[str, str], said: str
) -> None:
    command = [sys.executable, "-c", IMPORTED, *arguments]
    ended = subprocess.run(command, env={**os.environ, **environment}, capture_output=True, text=True, check=True)
    told, _, imported = ended.stdout.partition("imported ")
    assert said in told
    assert {name for name in imported.split() if name.startswith(("wp3reports.cli.", "pydantic", "rich"))} == set()


def test_the_version(run: Run) -> None:
    assert run("--version") == (0, f"wp3reports {version('wp3reports')}\n", "")


@pytest.mark.parametrize("arguments", [("biuld",), ("check", "--no-such-option"), ("build", "-j"), ("--no-such",)])
def test_wrong_usage_ends_with_2(run: Run, arguments: tuple[str, ...]) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert "Error: " in err


def test_without_a_command_the_help_is_shown(run: Run) -> None:
    code, out, err = run()
    assert code == 2
    assert "Examples:" in out + err


@pytest.mark.slow
@pytest.mark.parametrize(
    ("redirection", "code", "says"),
    [
        (">/dev/full", 3, "wp3reports: the system refused: No space left on device\n"),
        (">&-", 0, ""),
        ("2>&-", 0, ""),
        ("| (exec <&-; sleep 1); exit ${PIPESTATUS[0]}", 0, ""),
    ],
)
def test_help_into_streams_that_take_nothing(redirection: str, code: int, says: str) -> None:
    command = f"env -u PYTHONUNBUFFERED {sys.executable} -m wp3reports --help {redirection}"
    ended = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (code, says)
