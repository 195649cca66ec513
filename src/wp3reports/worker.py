"""A worker process from inside: what it does with a part or a volume, and when it ends by itself.

It knows neither inputs nor models, which would take as long to load as a page to lay out.
"""

import os
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from multiprocessing import connection, parent_process
from pathlib import Path
from typing import NamedTuple

from wp3reports import pdf, shipped
from wp3reports.volume import Part, Volume

STATIC = "templates/static/"
SAMPLE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Sample</title>
<link rel="stylesheet" href="asset:/static/report.css">
</head>
<body>
<h1>Metropolises</h1><h2><span class="number">1</span> Cities</h2><h3>Firms</h3>
<p>Universities, <b>institutes</b> and <i>agencies</i> of the <b><i>metropolitan</i></b> regions, <code>riga</code>:
entrepreneurship, internationalisation, commercialisation, specialisation, industrialisation, telecommunications</p>
<table><thead><tr><th scope="col">Cluster</th></tr></thead><tbody><tr><td>Biotechnology</td></tr></tbody></table>
</body>
</html>
"""
SPENT = 71  # the exit code of a process that took more memory than it may
_ANY = sys.maxsize >> 20  # megabytes
_PULSE = 0.05  # seconds from one look at the memory to the next
Job = Callable[[str, str, Mapping[str, bytes]], bytes]  # name, HTML and assets of a part to its pages as bytes


class Made(NamedTuple):
    """What a call gave, and how many seconds it took."""

    data: bytes
    seconds: float


def lay_out(name: str, html: str, assets: Mapping[str, bytes]) -> bytes:
    """The stored form of the part's pages."""
    return pdf.export(Part(name, html, assets)).to_bytes()


def begin(fonts: str, scratch: str) -> None:
    """In a new process: end with the parent, however it ends, and leave nothing outside the folders given."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # the process that it was forked from is deaf to it
    if (parent := parent_process()) is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()
    tempfile.tempdir = scratch
    pdf.keep_fonts_in(Path(fonts))


def warm() -> Made:
    """Lay out a page in all faces of the reports, so that the first part finds everything ready."""
    with _watched(_ANY):
        return Made(lay_out("sample", SAMPLE, _assets()), 0)


def ready() -> Made:
    """Load what binds, and open the faces that it knows, so that the first volume does not wait for them."""
    with _watched(_ANY):
        pdf.prepare_to_bind([data for name, data in _assets().items() if name.endswith(".woff2")])
    return Made(b"", 0)


def guarded(*, job: Job, name: str, html: str, assets: Mapping[str, bytes], megabytes: int) -> Made:
    """What the job gives, or why it gave nothing: an exception that does not unpickle would end all.

    The process ends with `SPENT` as soon as it holds more than these megabytes.
    """
    started = time.perf_counter()
    try:
        with _watched(megabytes):
            data = bytes(job(name, html, assets))
    except BaseException as fault:  # noqa: BLE001 - SystemExit too
        data = pdf.Printed.without_pages("pdf-crash", f"the layout failed: {type(fault).__name__}: {fault}").to_bytes()
    return Made(data, time.perf_counter() - started)


def bound(
    *, volume: Volume, printed: Sequence[pdf.Printed], draft: bool, fonts: Mapping[str, bytes], megabytes: int
) -> Made:
    """The volume as a PDF; ValueError with the reason where there is none, because not every exception unpickles."""
    started = time.perf_counter()
    try:
        with _watched(megabytes):
            data = pdf.bind(volume, printed, draft=draft, fonts=fonts)
    except Exception as fault:  # noqa: BLE001 - whatever it is, it is told of this volume
        raise ValueError(str(fault) or type(fault).__name__) from None
    return Made(data, time.perf_counter() - started)


def _assets() -> Mapping[str, bytes]:
    """What every part may fetch: style sheet and fonts as shipped."""
    files = shipped.templates_by_path().items()
    return {path.removeprefix("templates/"): data for path, data in files if path.startswith(STATIC)}


@contextmanager
def _watched(megabytes: int) -> Iterator[None]:
    """End the process when it takes too much memory.

    Not by a limit of the system: that raises MemoryError where the engine swallows it and goes on with a page that is
    not whole, or makes GLib abort; and it counts addresses, of which a process has many more than memory.
    """
    import psutil  # noqa: PLC0415 - slow to load, and only needed where something is laid out

    done = threading.Event()

    def watch() -> None:
        process = psutil.Process()
        while not done.wait(_PULSE):
            if process.memory_info().rss > megabytes << 20:
                os._exit(SPENT)

    thread = threading.Thread(target=watch, daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()  # from here on the process may hold the lock of the pool's pipe, and must not end with it


def _end_with(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)
