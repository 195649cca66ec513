"""Entries by key: from the own folder, else from those behind it."""

import os
from collections.abc import Collection, Sequence
from contextlib import suppress
from pathlib import Path

from wp3reports.store.sealing import opened, path_of, sealed
from wp3reports.store.upkeep import LIMIT, trim
from wp3reports.store.writing import sweep, write_atomically


class Store:
    """Entries below one folder, by keys of 64 hexadecimal digits.

    `behind` are the stores of others, asked in their order for what is not here; they are only read. A store that is
    `untouched` is only read as well: damaged entries stay, and no use is noted.
    """

    def __init__(
        self, folder: Path, behind: Sequence[Path] = (), limit: int = LIMIT, *, untouched: bool = False
    ) -> None:
        """The folder is made when the first entry is put; `limit` is the bytes of entries that `trim` leaves."""
        self._folder, self._behind, self._limit, self._untouched = folder, tuple(behind), limit, untouched
        self.damaged: list[Path] = []  # the entries that were found damaged, here and behind

    def get(self, key: str) -> bytes | None:
        """The entry, or None when it is absent or damaged. A damaged one is removed, one from behind is kept here."""
        if (data := self._read(self._folder, key)) is not None:
            self._note_use(key)
            return data
        for folder in self._behind:
            if (data := self._read(folder, key)) is not None:
                if not self._untouched:
                    self.put(key, data)
                return data
        return None

    def has(self, key: str) -> bool:
        """Whether there is an entry here, whole or not."""
        return path_of(self._folder, key).is_file()

    def offers(self, key: str) -> bool:
        """Whether there is an entry here or behind that can be looked at, whole or not."""
        for folder in (self._folder, *self._behind):
            with suppress(OSError):
                if path_of(folder, key).is_file():
                    return True
        return False

    def drop(self, key: str) -> None:
        """Remove an entry that turned out to be unusable."""
        self._lose(self._folder, key)

    def put(self, key: str, data: bytes) -> None:
        """Keep an entry under its key."""
        write_atomically(path_of(self._folder, key), sealed(key, data))

    def sweep(self) -> None:
        """Remove temporary files that a killed process left behind."""
        for folder in self._folder.glob("??"):
            sweep(folder)

    def trim(self, keep: Collection[str]) -> None:
        """Remove what has not been used for longest until the limit is met, but none of the entries to keep."""
        trim(self._folder, keep, self._limit)

    def _read(self, folder: Path, key: str) -> bytes | None:
        try:
            entry = path_of(folder, key).read_bytes()
        except FileNotFoundError:
            return None
        except OSError:
            entry = b""
        if (data := opened(key, entry)) is None:
            self._lose(folder, key)
        return data

    def _lose(self, folder: Path, key: str) -> None:
        path = path_of(folder, key)
        self.damaged.append(path)
        if folder == self._folder and not self._untouched:
            with suppress(OSError):
                path.unlink()

    def _note_use(self, key: str) -> None:
        """The date of an entry is that of its last use; only what is removed first depends on it."""
        if not self._untouched:
            with suppress(OSError):
                os.utime(path_of(self._folder, key))
