"""Which of several changed files make a difference to a part: each is put back as it was, and all is compiled anew.

That takes half a second a file, and no more than a few files change between two builds as a rule; of more than
`MOST` only those count that a part names.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property

from wp3reports.build.keys import Keys
from wp3reports.build.origin import Origin
from wp3reports.pipeline import Compilation, compile_reports
from wp3reports.snapshot import Snapshot
from wp3reports.store import Store

MOST = 8
DAY = ""  # stands for the day of issue among the files
Content = Mapping[tuple[str, str], str]  # by volume and part its HTML; by volume and no part a digest of its frame


def content(compilation: Compilation, keys: Keys) -> Content:
    """What the volumes of a compilation consist of, before page numbers are filled in."""
    parts = {
        (volume.name, placed.part.name): placed.part.html
        for volume in compilation.volumes
        for placed in volume.placements
    }
    return parts | {(volume.name, ""): keys.frame(volume) for volume in compilation.volumes}


class Trial:
    """The changes since one origin, and what each of them did."""

    def __init__(self, compilation: Compilation, origin: Origin, keys: Keys, store: Store) -> None:
        """Nothing is compiled before it is asked for."""
        self._now, self.origin, self._keys, self._store = compilation, origin, keys, store
        self._effects: dict[str, frozenset[tuple[str, str]]] = {}

    @cached_property
    def changed(self) -> Mapping[str, str]:
        """The files that differ, with `changed`, `added` or `removed`."""
        before, after = self.origin.files, self._now.snapshot.files
        found = {path: "removed" for path in before if path not in after}
        found |= {path: "added" for path in after if path not in before}
        digest = self._now.snapshot.digest
        found |= {path: "changed" for path in after if path in before and before[path] != digest(path)}
        return dict(sorted(found.items()))

    def old(self, path: str) -> bytes | None:
        """The text of a file as it was; None when it was not there, or nobody kept it."""
        digest = self.origin.files.get(path)
        return self._store.get(digest) if digest else None

    def now(self, path: str) -> bytes:
        """The text of a file as it is."""
        return self._now.snapshot.files[path]

    def causes(self, place: tuple[str, str], html: str) -> tuple[str, ...]:
        """The changed texts that make a difference at this place, `DAY` for the day of issue; all where none does."""
        candidates = [path for path in self.changed if path.endswith((".yaml", ".yml", ".j2", ".po"))]
        if len(candidates) > MOST:
            return tuple(path for path in candidates if f'"{path}#' in html) or tuple(candidates)
        days = [DAY] if self._issued != self.origin.issued else []
        return tuple(path for path in (*candidates, *days) if place in self._effect(path)) or tuple(candidates)

    @property
    def _issued(self) -> str:
        return self._now.dossier.issued.isoformat() if self._now.dossier else ""

    @cached_property
    def _content(self) -> Content:
        return content(self._now, self._keys)

    def _effect(self, path: str) -> frozenset[tuple[str, str]]:
        """The places that would be otherwise, had this file not changed."""
        if path not in self._effects:
            without = content(self._without(path), self._keys)
            places = {*without, *self._content}
            self._effects[path] = frozenset(_differing(places, without, self._content))
        return self._effects[path]

    def _without(self, path: str) -> Compilation:
        files = dict(self._now.snapshot.files)
        if path == DAY:
            return self._compiled(files, self.origin.issued)
        old = self.old(path)
        if old is not None:
            files[path] = old
        elif self.changed[path] == "added":
            del files[path]
        return self._compiled(files, self._issued)

    def _compiled(self, files: Mapping[str, bytes], issued: str) -> Compilation:
        return compile_reports(Snapshot(files), date.fromisoformat(issued), editions=self._now.editions)


def _differing(places: Iterable[tuple[str, str]], one: Content, other: Content) -> Iterable[tuple[str, str]]:
    return (place for place in places if one.get(place) != other.get(place))
