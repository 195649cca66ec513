"""What runs on a worker of the cluster: one part at a time, in a process of its own with its limits, as at home.

Needs the same version of wp3reports there and nothing else: no files, no settings, no Dask.
"""

import atexit
import tempfile
import threading
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from wp3reports import pdf
from wp3reports.build.cluster import framing
from wp3reports.build.keys import Keys
from wp3reports.build.workers import Workers
from wp3reports.volume import Part

if TYPE_CHECKING:  # models take longer to load than all of this package
    from wp3reports.model import Limits

_ONE_AT_A_TIME = threading.Lock()  # several threads of a worker wait here: the limits are those of one part


def assets(data: bytes) -> bytes:
    """The assets of parts, as a task of its own: Dask then keeps them on each worker that wants them."""
    return data


def lay_out(order: bytes, files: bytes) -> bytes:
    """The answer to an order; whatever goes wrong is told in it."""
    try:
        name, html, limits = framing.read_part(order)
        part = Part(name, html, _read(files))
        with _ONE_AT_A_TIME:
            ((_, printed),) = _workers(limits).export([part])
        return framing.of_answer(framing.Answer(printed.to_bytes(), _engine()))
    except pdf.MissingLibrariesError as lacking:
        return framing.of_answer(framing.Answer(b"", "", str(lacking)))
    except Exception as fault:  # noqa: BLE001 - an exception of ours may not exist on the other side
        return framing.of_answer(framing.Answer(b"", "", f"{type(fault).__name__}: {fault}"))


@lru_cache(maxsize=2)
def _read(files: bytes) -> dict[str, bytes]:
    return framing.read_assets(files)


@cache
def _engine() -> str:
    return Keys().engine


@cache
def _workers(limits: "Limits") -> Workers:
    """A process that waits for parts, and its folder; both end with this worker."""
    folder = tempfile.TemporaryDirectory(prefix="wp3reports-")
    workers = Workers(1, Path(folder.name) / "fonts", limits)
    atexit.register(folder.cleanup)
    atexit.register(workers.__exit__, None, None, None)
    return workers
