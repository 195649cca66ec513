"""`wp3reports completion`: scripts that shells accept, and what they complete."""

import os
import pty
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_script_for_each_shell(run: Run, shell: str) -> None:
    code, out, err = run("completion", shell)
    assert (code, err) == (0, "")
    assert f"_WP3REPORTS_COMPLETE={shell}_complete" in out


def test_another_shell_is_refused(run: Run) -> None:
    assert run("completion", "cmd").code == 2


TYPED = [
    (["sch"], "schema"),
    (["build", "local/m2_swot/r"], "local/m2_swot/riga"),
    (["new", "m2"], "m2_swot"),
    (["new", "m2_swot", "--partner", "ri"], "riga"),
    (["schema", "--partner", "ri"], "riga"),
]


@pytest.fixture
def environment(folder: Path) -> dict[str, str]:
    """With a program of the name that the scripts complete."""
    program = folder / "wp3reports"
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m wp3reports "$@"\n', encoding="utf-8")
    program.chmod(0o700)
    return {**os.environ, "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}", "TERM": "dumb"}


@pytest.mark.slow
@pytest.mark.parametrize(("typed", "offered"), TYPED)
def test_bash_completes(run: Run, environment: dict[str, str], typed: list[str], offered: str) -> None:
    words = " ".join(f"'{word}'" for word in ["wp3reports", *typed])
    script = (
        f"{run('completion', 'bash').out}\nCOMP_WORDS=({words}) COMP_CWORD={len(typed)}\n"
        '_wp3reports_completion wp3reports 2>/dev/null; printf "%s\\n" "${COMPREPLY[@]}"'
    )
    done = subprocess.run(["bash", "-c", script], env=environment, capture_output=True, text=True, check=False)
    assert done.stdout.split() == [offered], done.stderr


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("fish"), reason="fish is not installed; our CI has it")
@pytest.mark.parametrize(("typed", "offered"), TYPED)
def test_fish_completes(run: Run, environment: dict[str, str], typed: list[str], offered: str) -> None:
    script = f"{run('completion', 'fish').out}\ncomplete --do-complete 'wp3reports {' '.join(typed)}'"
    done = subprocess.run(["fish", "-N", "-c", script], env=environment, capture_output=True, text=True, check=False)
    assert [line.partition("\t")[0] for line in done.stdout.splitlines()] == [offered], done.stderr


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("zsh"), reason="zsh is not installed; our CI has it")
@pytest.mark.parametrize(("typed", "offered"), TYPED)
def test_zsh_completes(run: Run, environment: dict[str, str], tmp_path: Path, typed: list[str], offered: str) -> None:
    (tmp_path / "script").write_text(run("completion", "zsh").out, encoding="utf-8")
    told = tmp_path / "told"
    lines = (
        "autoload -Uz compinit; compinit -u -D",
        f"source {tmp_path}/script",
        f"tell() {{ print -r -- $BUFFER > {told}; exit }}; zle -N tell; bindkey '^X' tell",
    )
    main, terminal = pty.openpty()
    with subprocess.Popen(
        ["zsh", "-f", "-i"], env=environment, stdin=terminal, stdout=terminal, stderr=terminal
    ) as zsh:
        os.close(terminal)
        os.write(main, "".join(f"{line}\n" for line in lines).encode())
        os.write(main, f"wp3reports {' '.join(typed)}\t\x18".encode())
        with suppress(OSError):  # the end of a terminal
            while os.read(main, 4096):
                pass
        assert zsh.wait(30) == 0
    os.close(main)
    assert told.read_text(encoding="utf-8").split() == ["wp3reports", *typed[:-1], offered]
