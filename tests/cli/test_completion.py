"""`wp3reports completion`: scripts that shells accept, and what they complete."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
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


@pytest.mark.slow
@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        (["sch"], ["schema"]),
        (["build", "local/m2_swot/r"], ["local/m2_swot/riga"]),
        (["new", "m2"], ["m2_swot"]),
        (["new", "m2_swot", "--partner", "ri"], ["riga"]),
        (["schema", "--partner", "ri"], ["riga"]),
    ],
)
def test_bash_completes(folder: Path, run: Run, typed: list[str], offered: list[str]) -> None:
    program = folder / "wp3reports"
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m wp3reports "$@"\n', encoding="utf-8")
    program.chmod(0o700)
    words = " ".join(f"'{word}'" for word in ["wp3reports", *typed])
    script = (
        f"{run('completion', 'bash').out}\nCOMP_WORDS=({words}) COMP_CWORD={len(typed)}\n"
        '_wp3reports_completion wp3reports 2>/dev/null; printf "%s\\n" "${COMPREPLY[@]}"'
    )
    environment = {**os.environ, "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"}
    bash = str(shutil.which("bash"))
    done = subprocess.run([bash, "-c", script], env=environment, capture_output=True, text=True, check=False)
    assert done.stdout.split() == offered, done.stderr
