"""Worker processes that lay out parts: plain bytes in, plain bytes out; a worker that dies fails its own part only."""

import os
import signal
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import active_children, get_context, resource_tracker
from pathlib import Path
from types import TracebackType
from typing import Self

from pebble import ProcessExpired, ProcessPool

from wp3reports import pdf
from wp3reports.build import endings, process
from wp3reports.model import Limits
from wp3reports.volume import Part

TURNS = 100  # parts after which a process makes room for a new one, which costs as much as ten parts' pages
_PULSE = 0.1  # seconds after which a pool without news is looked at
Ended = tuple[Part, Future[bytes], BaseException | None]  # a part, its result, and what went wrong


class Workers:
    """A pool that starts with the first part to lay out and ends with the `with` block, however that ends."""

    def __init__(
        self, jobs: int, fonts: Path, limits: Limits | None = None, *, job: process.Job = process.lay_out
    ) -> None:
        """At most `jobs` processes, which keep unpacked fonts in the folder `fonts`; the limits hold for each part."""
        self._jobs, self._fonts, self._limits, self._job = jobs, fonts, limits or Limits(), job
        self._pool: ProcessPool | None = None
        self._scratch: tempfile.TemporaryDirectory[str] | None = None
        self._is_cancelled = False

    def __enter__(self) -> Self:
        """Nothing is started yet."""
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        """End all processes."""
        self.end()

    def warm_up(self, part: Part) -> None:
        """Let each process lay out this small part, and forget it: whatever comes next finds the engine ready."""
        for _ in range(self._jobs):
            self._schedule(part, self._jobs, TURNS)

    def cancel(self) -> None:
        """Lay out no more of what `export` was given; may be called from another thread, there CancelledError rises.

        A process at work is ended, and another one begins in its place while the others go on.
        """
        self._is_cancelled = True

    def export(self, parts: Sequence[Part]) -> Iterator[tuple[Part, pdf.Printed]]:
        """Each part with its pages, as they come; a part that failed has none and says why.

        A part whose process died is tried once more when all others are done, in a process of its own: the first one
        may have been worn by the parts before it. MissingLibrariesError when the engine cannot run on this system.
        """
        again: list[Part] = []
        for part, future, fault in self._run(parts, TURNS):
            if isinstance(fault, ProcessExpired | BrokenProcessPool):
                again.append(part)
            else:
                yield part, self._outcome(future, fault)
        if again:
            self.end()
            for part, future, fault in self._run(again, 1):
                yield part, self._outcome(future, fault)
            self.end()

    def _run(self, parts: Sequence[Part], turns: int) -> Iterator[Ended]:
        """All parts once, the longest first: less idling."""
        self._is_cancelled = False
        running: dict[Future[bytes], Part] = {}
        for part in sorted(parts, key=lambda part: len(part.html), reverse=True):
            running[self._schedule(part, min(self._jobs, len(parts)), turns)] = part
        while running:
            for future, fault in self._ended(running):
                yield running.pop(future), future, fault
            if self._is_cancelled:
                for future in running:
                    future.cancel()
                raise CancelledError

    def _ended(self, running: Iterable[Future[bytes]]) -> list[tuple[Future[bytes], BaseException | None]]:
        """The jobs that have ended, with what went wrong; all of them where the pool itself has."""
        done = wait(running, timeout=_PULSE, return_when=FIRST_COMPLETED).done
        if done or self._pool is None or self._pool.active:
            return [(future, future.exception()) for future in done]
        return [(future, BrokenProcessPool("all workers ended")) for future in running]

    def _outcome(self, future: Future[bytes], fault: BaseException | None) -> pdf.Printed:
        if fault is not None:
            return endings.ended(fault, self._limits)
        try:
            return pdf.Printed.from_bytes(future.result())
        except ValueError:
            return endings.unreadable()

    def _schedule(self, part: Part, processes: int, turns: int) -> Future[bytes]:
        with _without_interrupts():
            self._pool = self._live() or self._begun(processes, turns)
            payload = (self._job, part.name, part.html, dict(part.assets), self._limits.megabytes)
            return self._pool.schedule(process.guarded, args=payload, timeout=self._limits.seconds)

    def _live(self) -> ProcessPool | None:
        """The pool, if it can still be given something."""
        if self._pool is not None and not self._pool.active:
            self.end()
        return self._pool

    def _begun(self, processes: int, turns: int) -> ProcessPool:
        if lacking := pdf.missing_libraries():
            raise pdf.MissingLibrariesError(lacking)
        self._scratch = tempfile.TemporaryDirectory(prefix="wp3reports-", ignore_cleanup_errors=True)
        arguments = (os.fspath(self._fonts), self._scratch.name)
        return ProcessPool(processes, turns, process.begin, arguments, get_context("spawn"))

    def end(self) -> None:
        """Kill the workers: none of them holds anything that is wanted, and in C code they would not hear a request."""
        if self._pool is not None:
            pool, self._pool = self._pool, None
            pool.stop()  # type: ignore[no-untyped-call]
            for child in active_children():
                child.kill()
            pool.join()
        if self._scratch is not None:
            self._scratch.cleanup()


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """Workers inherit the blocked signal: on Ctrl-C this process ends them, they do not complain themselves."""
    resource_tracker.ensure_running()  # it unblocks the signal when it starts, so it must not start later
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
