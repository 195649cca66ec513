"""Two builds in one folder come after each other, and a killed one holds nobody up."""

import errno
import os
import shutil
import signal
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from wp3reports.build import lock as module
from wp3reports.build.lock import only_build_in


def silent() -> None:
    pytest.fail("nobody waits here")


def test_a_free_folder_is_held_at_once_and_made_if_need_be(tmp_path: Path) -> None:
    for _ in range(2):
        with only_build_in(tmp_path / "a" / "build", silent):
            assert (tmp_path / "a" / "build" / ".lock").exists()


def test_the_second_build_waits_for_the_first_and_says_so_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PATIENCE", 0.1)
    told, order = [], []

    def second() -> None:
        with only_build_in(tmp_path, lambda: told.append("waiting")):
            order.append("second")

    with only_build_in(tmp_path, silent):
        thread = threading.Thread(target=second)
        thread.start()
        time.sleep(0.5)
        order.append("first")
    thread.join(10)
    assert order == ["first", "second"]
    assert told == ["waiting"]


def test_a_failed_build_frees_the_folder(tmp_path: Path) -> None:
    with pytest.raises(KeyError), only_build_in(tmp_path, silent):
        raise KeyError
    with only_build_in(tmp_path, silent):
        pass


def test_a_killed_build_frees_the_folder(tmp_path: Path) -> None:
    ready, go = os.pipe()
    child = os.fork()
    if child == 0:
        with only_build_in(tmp_path, lambda: None):
            os.write(go, b"x")
            time.sleep(60)
        os._exit(0)
    os.read(ready, 1)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with only_build_in(tmp_path, silent):
        pass


def test_a_folder_that_cannot_be_written_is_an_error_of_the_system(tmp_path: Path) -> None:
    (tmp_path / "build").write_bytes(b"a file in its place")
    with pytest.raises(OSError, match="build") as refused, only_build_in(tmp_path / "build", silent):
        pass
    assert refused.value.errno in {errno.EEXIST, errno.ENOTDIR}


@pytest.mark.parametrize(
    ("builds", "times"),
    [(2, 3), (8, 2), pytest.param(2, 50, marks=pytest.mark.slow), pytest.param(8, 50, marks=pytest.mark.slow)],
)
def test_builds_at_once_all_end_well_with_the_same_bytes(project: Any, another: Any, builds: int, times: int) -> None:
    another.build()
    for _ in range(times):
        children = [at_once(project) for _ in range(builds)]
        assert [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children] == [0] * builds
        assert {path: data for path, data in project.files.items() if path != ".lock"} == another.files
        assert project.build().laid_out == 0
        shutil.rmtree(project.folder / "build")


def at_once(project: Any) -> int:
    """A build in a process of its own, which does not wait for this one; its number."""
    child = os.fork()
    if child == 0:
        code = 1
        with suppress(BaseException), only_build_in(project.folder / "build", lambda: None):
            code = 0 if project.build().is_whole else 2
        os._exit(code)
    return child
