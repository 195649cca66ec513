"""A content-addressed place for results: files by key, written atomically, verified at each read.

The store never decides what to make; a damaged entry is as good as none.
"""

import hashlib
import os
from contextlib import suppress
from pathlib import Path

_DIGEST = 32  # bytes of SHA-256 that lead each entry


def write_atomically(path: Path, data: bytes) -> None:
    """Put a file in place so that at any moment the old one or the new one is there, whole.

    The bytes go to a temporary file beside the target, are flushed to the disk and renamed. OSError when the disk
    refuses; the target is then as it was.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.tmp.{os.getpid()}")
    try:
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o666)
        with open(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(descriptor)
        os.replace(temporary, path)
    except BaseException:
        with suppress(FileNotFoundError):
            temporary.unlink()
        raise
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def sweep(folder: Path) -> None:
    """Remove temporary files that a killed process left behind."""
    for stale in folder.rglob(".*.tmp.*"):
        if not _is_alive(stale.name.rpartition(".")[2]):
            with suppress(FileNotFoundError):
                stale.unlink()


def _is_alive(process: str) -> bool:
    try:
        os.kill(int(process), 0)
    except (ValueError, ProcessLookupError):
        return False
    except PermissionError:
        return True
    return True


class Store:
    """Entries below one folder."""

    def __init__(self, folder: Path) -> None:
        """The folder is made when the first entry is put."""
        self._folder = folder

    def get(self, key: str) -> bytes | None:
        """The entry, or None when it is absent or damaged; a damaged one is removed."""
        path = self._path(key)
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            return None
        if hashlib.sha256(data[_DIGEST:]).digest() == data[:_DIGEST]:
            return data[_DIGEST:]
        with suppress(FileNotFoundError):
            path.unlink()
        return None

    def put(self, key: str, data: bytes) -> None:
        """Keep an entry under its key."""
        write_atomically(self._path(key), hashlib.sha256(data).digest() + data)

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / key
