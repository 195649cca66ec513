"""Processes that begin when there is something to do, are renewed when worn, and end whatever they are at.

On Linux they are forked from one that has loaded the engine and has no threads: a new one finds everything ready, and
what was loaded lies in memory once. It ends with this process. Elsewhere a process that has drawn text cannot be
forked, and each one loads for itself.
"""

import os
import signal
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import active_children, forkserver, get_context, resource_tracker
from pathlib import Path
from typing import TYPE_CHECKING

from wp3reports import pdf, worker
from wp3reports.worker import Made

if TYPE_CHECKING:  # see `_begun`
    from pebble import ProcessPool

PULSE = 0.1  # seconds after which a pool without news is looked at
ENGINE, BINDER = "wp3reports.warm.engine", "wp3reports.warm.binder"  # what there is to load
_SOCKET = 107 - len("/pymp-......../listener-........")  # bytes for the folder of a socket that is called like this


def is_forked() -> bool:
    """Whether processes can be forked: on Linux, unless the folder for temporary files has too long a path."""
    return sys.platform == "linux" and len(os.fsencode(tempfile.gettempdir())) <= _SOCKET


class Pool:
    """Calls are scheduled in turn; the first one begins the processes."""

    def __init__(self, fonts: Path) -> None:
        """Nothing is started yet; the processes keep unpacked fonts in the folder."""
        self._fonts = fonts
        self._pool: ProcessPool | None = None
        self._processes = 0
        self._scratch: tempfile.TemporaryDirectory[str] | None = None

    def prepare(self, module: str) -> bool:
        """Begin the process that others are forked from, and let it load a module; whether there is such a process."""
        if not is_forked():
            return False
        pdf.keep_fonts_in(self._fonts)
        with _without_interrupts():
            forkserver.set_forkserver_preload([module])
            forkserver.ensure_running()
        return True

    def schedule(
        self, call: Callable[..., Made], arguments: Mapping[str, object], seconds: int, processes: int, turns: int
    ) -> Future[Made]:
        """A call that may take so many seconds, in one of at least so many processes, each of which takes its turns.

        MissingLibrariesError when the engine cannot run on this system.
        """
        with _without_interrupts():
            self.make_room(processes)
            self._pool = self._pool or self._begun(processes, turns)
            return self._pool.schedule(call, kwargs=arguments, timeout=seconds)

    def make_room(self, processes: int) -> bool:
        """End those that are there when they are fewer, or can be given nothing; whether that was so."""
        if self._pool is None or (self._pool.active and self._processes >= processes):
            return False
        self.end()
        return True

    def ended(self, running: Iterable[Future[Made]]) -> list[tuple[Future[Made], BaseException | None]]:
        """The calls that have ended, with what went wrong; all of them where the pool itself has."""
        done = wait(running, timeout=PULSE, return_when=FIRST_COMPLETED).done
        if done or self._pool is None or self._pool.active:
            return [(future, future.exception()) for future in done]
        return [(future, BrokenProcessPool("all workers ended")) for future in running]

    def end(self) -> None:
        """Kill the processes: none of them holds anything that is wanted, and in C code they would hear no request."""
        if self._pool is not None:
            pool, self._pool = self._pool, None
            pool.stop()  # type: ignore[no-untyped-call]
            for child in active_children():
                child.kill()
            pool.join()
        if self._scratch is not None:
            self._scratch.cleanup()

    def _begun(self, processes: int, turns: int) -> "ProcessPool":
        if lacking := pdf.missing_libraries():
            raise pdf.MissingLibrariesError(lacking)
        self.prepare(ENGINE)  # if nobody has
        self._processes = processes
        self._scratch = tempfile.TemporaryDirectory(prefix="wp3reports-", ignore_cleanup_errors=True)
        arguments = (os.fspath(self._fonts), self._scratch.name)
        context = get_context("forkserver" if is_forked() else "spawn")
        from pebble import CONSTS, ProcessPool  # noqa: PLC0415 - loads asyncio, while the engine is loaded elsewhere

        CONSTS.sleep_unit = PULSE / 5  # as long as it takes at most to end a pool
        return ProcessPool(processes, turns, worker.begin, arguments, context)


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """Workers inherit the blocked signal: on Ctrl-C this process ends them, they do not complain themselves."""
    resource_tracker.ensure_running()  # it unblocks the signal when it starts, so it must not start later
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
