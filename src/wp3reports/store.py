"""A content-addressed place for results: files by key, written atomically, verified at each read.

The store never decides what to make. A damaged entry is as good as none, and is remembered in `damaged`.
"""

import hashlib
import os
import re
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

LIMIT = 500_000_000  # bytes of entries that `prune` leaves
_DIGEST = 32  # bytes of SHA-256 that lead each entry
_TEMPORARY = re.compile(r"\..+\.(\d+)\.wp3-tmp")


def write_atomically(path: Path, data: bytes) -> None:
    """Put a file in place so that at any moment the old one or the new one is there, whole.

    The bytes go to a temporary file beside the target, are flushed to the disk and renamed. OSError that names the
    target when the disk refuses; the target is then as it was.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.wp3-tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o666)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(descriptor)
        temporary.replace(path)
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
    except BaseException as fault:
        with suppress(OSError):
            temporary.unlink()
        if isinstance(fault, OSError):
            raise OSError(fault.errno, fault.strerror, str(path)) from fault
        raise


def sweep(folder: Path) -> None:
    """Remove temporary files that a killed process left in this folder; those of living processes stay."""
    with suppress(OSError):
        for path in folder.iterdir():
            match = _TEMPORARY.fullmatch(path.name)
            if match and not _is_another(int(match[1])):
                with suppress(OSError):
                    path.unlink()


def _is_another(process: int) -> bool:
    """Whether a living process other than this one has that number."""
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return process != os.getpid()


class Store:
    """Entries below one folder, by keys of hexadecimal digits."""

    def __init__(self, folder: Path) -> None:
        """The folder is made when the first entry is put."""
        self._folder = folder
        self.damaged: list[str] = []  # the keys of entries that were found damaged

    def get(self, key: str) -> bytes | None:
        """The entry, or None when it is absent or damaged; a damaged one is removed."""
        path = self._path(key)
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError:
            data = b""
        if _seal(key, data[_DIGEST:]) == data[:_DIGEST]:
            return data[_DIGEST:]
        self.drop(key)
        return None

    def drop(self, key: str) -> None:
        """Remove an entry that turned out to be unusable."""
        self.damaged.append(key)
        with suppress(OSError):
            self._path(key).unlink()

    def put(self, key: str, data: bytes) -> None:
        """Keep an entry under its key."""
        write_atomically(self._path(key), _seal(key, data) + data)

    def sweep(self) -> None:
        """Remove temporary files that a killed process left behind."""
        for folder in self._folder.glob("??"):
            sweep(folder)

    def prune(self, keep: Collection[str], limit: int = LIMIT) -> None:
        """Remove the oldest entries until the limit is met, but none of those to keep."""
        entries = []
        for path in self._folder.glob("??/*"):
            with suppress(OSError):
                entries.append((path.stat().st_mtime, path.stat().st_size, path))
        surplus = sum(size for _, size, _ in entries) - limit
        for _, size, path in sorted(entries):
            if surplus <= 0:
                return
            if path.name not in keep:
                with suppress(OSError):
                    path.unlink()
                    surplus -= size

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / key


def _seal(key: str, data: bytes) -> bytes:
    """The digest that leads an entry: of its key too, so that entries cannot change places."""
    return hashlib.sha256(key.encode() + data).digest()
