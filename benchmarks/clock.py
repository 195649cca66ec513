"""A command measured: wall time, processor time of all its processes, and the most memory that one of them held."""

import ctypes
import os
import resource
import subprocess
import sys
import threading
import time
from collections.abc import Collection, Sequence
from contextlib import suppress
from pathlib import Path
from statistics import median
from typing import NamedTuple

import psutil

_PULSE = 0.05  # seconds between two looks at the memory
_MEGABYTE = 1 << 20
_WITHOUT_BYTECODE = "PYTHONDONTWRITEBYTECODE"
_SUBREAPER = 36  # PR_SET_CHILD_SUBREAPER of prctl(2)


class Timing(NamedTuple):
    """Seconds by the clock, seconds of processors, megabytes of the largest process."""

    wall: float
    cpu: float
    peak: float


class FailedError(Exception):
    """A command of the benchmark ended otherwise than it must; the message holds the end of what it said."""


def timed(command: Sequence[str], folder: Path) -> Timing:
    """Run a command in a folder; FailedError when it fails.

    Python may keep its byte code, whatever the caller's environment says: where a program is installed it has it.
    """
    _adopt()
    environment = {name: value for name, value in os.environ.items() if name != _WITHOUT_BYTECODE}
    others = set(psutil.Process().children())
    before, started = _cpu(), time.perf_counter()
    with subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    ) as process:
        watched = _Memory(process.pid)
        _, said = process.communicate()
    wall = time.perf_counter() - started
    _reap(set(psutil.Process().children()) - others)
    if process.returncode != 0:
        last = said.decode(errors="replace")[-500:]
        raise FailedError(f"{' '.join(command)} ended with {process.returncode}: {last}")
    return Timing(wall, _cpu() - before, watched.most())


def summed(timings: Sequence[Timing]) -> Timing:
    """What commands one after the other took."""
    return Timing(
        sum(each.wall for each in timings), sum(each.cpu for each in timings), max(each.peak for each in timings)
    )


def middle(timings: Sequence[Timing]) -> Timing:
    """The median of each figure, and the largest peak."""
    return Timing(
        median(each.wall for each in timings), median(each.cpu for each in timings), max(each.peak for each in timings)
    )


def _adopt() -> None:
    """Become the parent of processes whose own one has ended: what they took is counted, too. On Linux only."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_SUBREAPER, 1)


def _reap(left: Collection[psutil.Process]) -> None:
    """Wait for those that were left to us: they end with the command."""
    for each in left:
        with suppress(ChildProcessError):
            os.waitpid(each.pid, 0)


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class _Memory:
    """Looks again and again at what a process and its descendants hold."""

    def __init__(self, pid: int) -> None:
        self._most, self._done = 0, threading.Event()
        self._thread = threading.Thread(target=self._watch, args=(pid,), daemon=True)
        self._thread.start()

    def most(self) -> float:
        """The megabytes of the largest one so far."""
        self._done.set()
        self._thread.join()
        return self._most / _MEGABYTE

    def _watch(self, pid: int) -> None:
        with suppress(psutil.Error):
            root = psutil.Process(pid)
            while not self._done.wait(_PULSE):
                for each in (root, *root.children(recursive=True)):
                    with suppress(psutil.Error):
                        self._most = max(self._most, each.memory_info().rss)
