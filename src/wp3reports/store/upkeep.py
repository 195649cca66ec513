"""What lies in a store, whether it is whole, and what goes when there is too much of it."""

from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from wp3reports.store.sealing import NAME, opened

LIMIT = 500_000_000  # bytes of entries that `trim` leaves; a project of eleven metropolises has 60 million


class Entry(NamedTuple):
    """An entry on the disk: `used` is the moment of its last use, in seconds since 1970."""

    used: float
    size: int
    path: Path

    @property
    def key(self) -> str:
        """The key that it is stored under."""
        return self.path.name


def entries(folder: Path) -> Iterator[Entry]:
    """The entries of the store in that folder; what has another name than an entry is none."""
    for path in sorted(folder.glob("??/*")):
        if NAME.fullmatch(path.name):
            with suppress(OSError):
                status = path.stat()
                yield Entry(status.st_mtime, status.st_size, path)


def is_whole(entry: Entry) -> bool:
    """Whether an entry is as it was written; one that has gone meanwhile is nobody's loss."""
    try:
        return opened(entry.key, entry.path.read_bytes()) is not None
    except FileNotFoundError:
        return True
    except OSError:
        return False


def remove(unwanted: Iterable[Entry]) -> int:
    """Remove entries; the bytes that this has freed."""
    freed = 0
    for entry in unwanted:
        with suppress(OSError):
            entry.path.unlink()
            freed += entry.size
    return freed


def trim(folder: Path, keep: Collection[str], limit: int = LIMIT) -> None:
    """Remove the entries that have not been used for longest until the limit is met, but none of those to keep."""
    known = sorted(entries(folder))
    surplus = sum(entry.size for entry in known) - limit
    for entry in known:
        if surplus <= 0:
            return
        if entry.key not in keep:
            surplus -= remove([entry])
