"""What a build would do with each volume: nothing, bind it, or lay out some of its parts first."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from wp3reports import pdf
from wp3reports.build.manifest import Entry, Manifest, is_current, read_manifest
from wp3reports.build.outcome import Places
from wp3reports.build.pages import Pages
from wp3reports.pipeline import Compilation
from wp3reports.reasons.comparing import Comparison, Pair
from wp3reports.reasons.reason import Kind, Reason
from wp3reports.reasons.trial import Trial
from wp3reports.store import Store
from wp3reports.volume import Part, Volume


class State(StrEnum):
    """What there is of a volume."""

    NOT_BUILT = "not built"
    OUT_OF_DATE = "out of date"
    UP_TO_DATE = "up to date"


@dataclass(frozen=True)
class PartOutlook:
    """A part that would be laid out; `is_certain` is false where that depends on page numbers still unknown."""

    name: str
    is_certain: bool
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Outlook:
    """What a build would do with one volume, and why; nothing where it is up to date."""

    volume: str
    state: State
    reasons: tuple[Reason, ...] = ()
    parts: tuple[PartOutlook, ...] = ()


def plan(
    compilation: Compilation, volumes: Sequence[Volume], places: Places, store: Store, *, is_final: bool
) -> tuple[Outlook, ...]:
    """The outlook of each of these volumes. MissingLibrariesError where nothing can be said.

    `store` is best one that stays untouched: what is read from it is nobody's use.
    """
    return tuple(_Planner(compilation, places, store, is_final=is_final).outlooks(volumes))


class _Planner:
    def __init__(self, compilation: Compilation, places: Places, store: Store, *, is_final: bool) -> None:
        self._compilation, self._places, self._store, self._is_final = compilation, places, store, is_final
        self._pages = Pages(store, _leaves_out, lambda *_: None, compilation.limits.pages)
        self._manifest: Manifest = read_manifest(places.manifest)
        self._trials: dict[str, Trial] = {}

    def outlooks(self, volumes: Sequence[Volume]) -> Iterator[Outlook]:
        bound = [volume.released() for volume in volumes] if self._is_final else list(volumes)
        settled, _ = self._pages.settle(bound)
        for volume in bound:
            yield self._outlook(volume, self._pairs(volume, settled[volume.name]))

    def _pairs(self, volume: Volume, settled: Sequence[Part]) -> list[Pair]:
        keys, used = self._pages.keys, self._pages.used
        are_known = all(keys.part(placed.part) in used for placed in volume.placements if not placed.part.is_late)
        return [
            Pair(placed.part, filled, are_known or not placed.part.is_late)
            for placed, filled in zip(volume.placements, settled, strict=True)
        ]

    def _outlook(self, volume: Volume, pairs: Sequence[Pair]) -> Outlook:
        entry = self._manifest.volumes.get(volume.name)
        file = self._places.pdf / f"{volume.name}.pdf"
        keys = [self._pages.keys.part(pair.filled) for pair in pairs]
        key = self._pages.keys.volume(volume, keys, draft=not self._is_final)
        if self._pages.used.issuperset(keys) and is_current(entry, key, file):
            return Outlook(volume.name, State.UP_TO_DATE)
        parts = tuple(self._parts(volume, entry, pairs))
        reasons = dict.fromkeys(self._reasons(volume, entry, file, pairs))
        if not reasons:
            reasons = dict.fromkeys(reason for part in parts for reason in part.reasons)
        state = State.OUT_OF_DATE if file.exists() else State.NOT_BUILT
        return Outlook(volume.name, state, tuple(reasons), parts)

    def _reasons(self, volume: Volume, entry: Entry | None, file: Path, pairs: Sequence[Pair]) -> Iterator[Reason]:
        """Why a volume is bound anew."""
        if entry is None:
            how = "is there, and nobody knows what it was made from" if file.exists() else "was never built"
            yield Reason(Kind.OUTPUT, volume.name, how)
            return
        if not file.exists():
            yield Reason(Kind.OUTPUT, f"{volume.name}.pdf", "is gone")
        elif hashlib.sha256(file.read_bytes()).hexdigest() != entry.sha256:
            yield Reason(Kind.OUTPUT, f"{volume.name}.pdf", "is not as it was written")
        if comparison := self._comparison(volume, entry):
            yield from comparison.of_volume(pairs)

    def _parts(self, volume: Volume, entry: Entry | None, pairs: Sequence[Pair]) -> Iterator[PartOutlook]:
        """The parts that are not in the store."""
        comparison = self._comparison(volume, entry) if entry else None
        for pair in pairs:
            if pair.is_known and self._pages.keys.part(pair.filled) in self._pages.used:
                continue
            found = tuple(dict.fromkeys(comparison.of_part(pair))) if comparison else ()
            lost = Reason(Kind.STORE, pair.part.name, "is not in the store")
            yield PartOutlook(pair.part.name, pair.is_known, found or (lost,))

    def _comparison(self, volume: Volume, entry: Entry) -> Comparison | None:
        origin = self._manifest.origins.get(entry.origin)
        if origin is None:
            return None
        keys = self._pages.keys
        if entry.origin not in self._trials:
            self._trials[entry.origin] = Trial(self._compilation, origin, keys, self._store)
        return Comparison(volume, entry, self._trials[entry.origin], keys, is_draft=not self._is_final)


def _leaves_out(_: Sequence[Part]) -> Iterator[tuple[Part, pdf.Printed]]:
    """Stands for the workers: what the store lacks stays without pages."""
    return iter(())
