"""One build at a time in a folder. The system frees the lock when its process ends, however it ends."""

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 1.0  # seconds before the user is told what takes so long
_PAUSE = 0.05


@contextmanager
def only_build_in(folder: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Hold the folder; `waiting` is called once when another build has held it for a second. OSError of the disk."""
    folder.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(folder / ".lock", os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o666)
    try:
        _take(descriptor, waiting)
        yield
    finally:
        os.close(descriptor)


def _take(descriptor: int, waiting: Callable[[], None]) -> None:
    started, is_told = time.monotonic(), False
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if not is_told and time.monotonic() - started > PATIENCE:
                waiting()
                is_told = True
            time.sleep(_PAUSE)
        else:
            return
