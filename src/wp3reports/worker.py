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
from functools import cache
from hashlib import sha256
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
Sent = Mapping[str, bytes | str]  # files by name; of those that each process has, the SHA-256


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
        pdf.prepare_to_bind([data for data in _shipped().values() if data.startswith(b"wOF2")])
    return Made(b"", 0)


def sent(files: Mapping[str, bytes]) -> Sent:
    """Files as they are sent to a process: those that come with the program it has itself."""
    known = _digests()
    return {name: known.get(data, data) for name, data in files.items()}


def guarded(*, job: Job, name: str, html: str, assets: Sent, megabytes: int) -> Made:
    """What the job gives, or why it gave nothing: an exception that does not unpickle would end all.

    The process ends with `SPENT` as soon as it holds more than these megabytes.
    """
    started = time.perf_counter()
    try:
        with _watched(megabytes):
            data = bytes(job(name, html, _received(assets)))
    except BaseException as fault:  # noqa: BLE001 - SystemExit too
        data = pdf.Printed.without_pages("pdf-crash", f"the layout failed: {type(fault).__name__}: {fault}").to_bytes()
    return Made(data, time.perf_counter() - started)


def bound(*, volume: Volume, printed: Sequence[pdf.Printed], draft: bool, fonts: Sent, megabytes: int) -> Made:
    """The volume as a PDF; ValueError with the reason where there is none, because not every exception unpickles."""
    started = time.perf_counter()
    try:
        with _watched(megabytes):
            data = pdf.bind(volume, printed, draft=draft, fonts=_received(fonts))
    except Exception as fault:  # noqa: BLE001 - whatever it is, it is told of this volume
        raise ValueError(str(fault) or type(fault).__name__) from None
    return Made(data, time.perf_counter() - started)


@cache
def _assets() -> Mapping[str, bytes]:
    """What every part may fetch: style sheet and fonts as shipped."""
    files = shipped.templates_by_path().items()
    return {path.removeprefix("templates/"): data for path, data in files if path.startswith(STATIC)}


@cache
def _digests() -> Mapping[bytes, str]:
    """The SHA-256 of each of them."""
    return {data: sha256(data).hexdigest() for data in _assets().values()}


@cache
def _shipped() -> Mapping[str, bytes]:
    """Each of them by its SHA-256."""
    return {digest: data for data, digest in _digests().items()}


def _received(files: Sent) -> Mapping[str, bytes]:
    """Files that were `sent`; KeyError when this process comes from another version of the program."""
    return {name: _shipped()[each] if isinstance(each, str) else each for name, each in files.items()}


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
