"""Worker processes that lay out parts: plain bytes in, plain bytes out; a worker that dies fails its own part only."""

import os
import signal
import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import active_children, connection, get_context, parent_process
from pathlib import Path
from types import TracebackType
from typing import Self

from pebble import ProcessExpired, ProcessPool

from wp3reports import pdf
from wp3reports.volume import Part

SECONDS = 120.0  # of wall clock for one part
ATTEMPTS = 2  # a part whose process dies is tried once more in a fresh one
_PULSE = 1.0  # seconds after which a pool without news is looked at
Job = Callable[[str, str, Mapping[str, bytes]], bytes]  # name, HTML and assets of a part to its pages as bytes


def lay_out(name: str, html: str, assets: Mapping[str, bytes]) -> bytes:
    """The stored form of the part's pages."""
    return pdf.export(Part(name, html, assets)).to_bytes()


def failed(code: str, message: str) -> pdf.Printed:
    """No pages, and why."""
    return pdf.Printed(b"", 0, flaws=(pdf.Flaw(code, message),))


class Workers:
    """A pool that starts with the first part to lay out and ends with the `with` block, however that ends."""

    def __init__(self, jobs: int, fonts: Path, *, job: Job = lay_out, seconds: float = SECONDS) -> None:
        """At most `jobs` processes, which keep unpacked fonts in the folder `fonts`."""
        self._jobs, self._fonts, self._job, self._seconds = jobs, fonts, job, seconds
        self._pool: ProcessPool | None = None
        self._scratch: tempfile.TemporaryDirectory[str] | None = None

    def __enter__(self) -> Self:
        """Nothing is started yet."""
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        """End all processes."""
        self._end()

    def export(self, parts: Sequence[Part]) -> Iterator[tuple[Part, pdf.Printed]]:
        """Each part with its pages, as they come; a part that failed has none and says why.

        MissingLibrariesError when the engine cannot run on this system.
        """
        running: dict[Future[bytes], tuple[Part, int]] = {}
        for part in sorted(parts, key=lambda part: len(part.html), reverse=True):  # the longest first: less idling
            running[self._schedule(part, len(parts))] = part, 1
        while running:
            for future, fault in self._ended(running):
                part, attempt = running.pop(future)
                if isinstance(fault, ProcessExpired | BrokenProcessPool) and attempt < ATTEMPTS:
                    running[self._schedule(part, len(parts))] = part, attempt + 1
                else:
                    yield part, self._outcome(future, fault)

    def _ended(self, running: Iterable[Future[bytes]]) -> list[tuple[Future[bytes], BaseException | None]]:
        """The jobs that have ended, with what went wrong; all of them where the pool itself has."""
        done = wait(running, timeout=_PULSE, return_when=FIRST_COMPLETED).done
        if done or self._pool is None or self._pool.active:
            return [(future, future.exception()) for future in done]
        return [(future, BrokenProcessPool("all workers ended")) for future in running]

    def _outcome(self, future: Future[bytes], fault: BaseException | None) -> pdf.Printed:
        match fault:
            case None:
                return _read(future.result())
            case TimeoutError():
                return failed("pdf-timeout", f"the layout took longer than {self._seconds:g} seconds and was ended")
            case ProcessExpired(exitcode=code):
                return failed("pdf-crash", f"the layout process died, and again in a second try: {_ending(code)}")
            case BrokenProcessPool():
                return failed("pdf-crash", "the layout processes end before they begin")
            case _:
                return failed("pdf-crash", f"the layout failed: {type(fault).__name__}: {fault}")

    def _schedule(self, part: Part, parts: int) -> Future[bytes]:
        if self._pool is not None and not self._pool.active:
            self._end()
        # Workers inherit the blocked signal: on Ctrl-C this process ends them, they do not complain themselves.
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            self._pool = self._pool or self._begun(min(self._jobs, parts))
            payload = (self._job, part.name, part.html, dict(part.assets))
            return self._pool.schedule(_guarded, args=payload, timeout=self._seconds)
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)

    def _begun(self, processes: int) -> ProcessPool:
        if lacking := pdf.missing_libraries():
            raise pdf.MissingLibrariesError(lacking)
        self._scratch = tempfile.TemporaryDirectory(prefix="wp3reports-", ignore_cleanup_errors=True)
        arguments = (os.fspath(self._fonts), self._scratch.name)
        return ProcessPool(processes, initializer=_begin, initargs=arguments, context=get_context("spawn"))

    def _end(self) -> None:
        """Kill the workers: none of them holds anything that is wanted, and in C code they would not hear a request."""
        if self._pool is not None:
            pool, self._pool = self._pool, None
            pool.stop()  # type: ignore[no-untyped-call]
            for child in active_children():
                child.kill()
            pool.join()
        if self._scratch is not None:
            self._scratch.cleanup()


def _guarded(job: Job, name: str, html: str, assets: Mapping[str, bytes]) -> bytes:
    """In the worker: what the job gives, or why it gave nothing: an exception that does not unpickle would end all."""
    try:
        return bytes(job(name, html, assets))
    except BaseException as fault:  # noqa: BLE001 - SystemExit too
        return failed("pdf-crash", f"the layout failed: {type(fault).__name__}: {fault}").to_bytes()


def _read(result: bytes) -> pdf.Printed:
    try:
        return pdf.Printed.from_bytes(result)
    except ValueError:
        return failed("pdf-crash", "the layout gave no pages that can be read")


def _ending(code: int) -> str:
    """How a process ended, in words."""
    if code < 0:
        return f"by signal {-code} ({signal.strsignal(-code)})"
    return f"with code {code}"


def _begin(fonts: str, scratch: str) -> None:
    """In a new worker: end with the parent, however it ends, and leave nothing outside the folders given."""
    if (parent := parent_process()) is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()
    tempfile.tempdir = scratch
    pdf.keep_fonts_in(Path(fonts))


def _end_with(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)
