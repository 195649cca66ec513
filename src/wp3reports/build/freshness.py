"""What a build would do, without doing it: nothing is laid out, bound or written."""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

from wp3reports import pdf
from wp3reports.build.manifest import Entry, is_current, read_manifest
from wp3reports.build.outcome import Places
from wp3reports.build.pages import Pages
from wp3reports.store import Store
from wp3reports.volume import Part, Volume


class Freshness(StrEnum):
    """What there is of a volume."""

    NOT_BUILT = "not built"  # no file
    OUT_OF_DATE = "out of date"  # a build would lay out some of its parts, or bind it anew
    UP_TO_DATE = "up to date"  # a build would leave it as it is


def freshness(volumes: Sequence[Volume], places: Places) -> Mapping[str, Freshness]:
    """What there is of each volume, be it a draft or a release. MissingLibrariesError where nothing can be said."""
    pages = Pages(Store(places.store, untouched=True), _leaves_out, lambda *_: None)
    manifest = read_manifest(places.manifest)
    return {volume.name: _of(volume, pages, manifest.volumes.get(volume.name), places) for volume in volumes}


def built_names(places: Places) -> tuple[str, ...]:
    """The names of all volumes that are there, those in other languages too."""
    return tuple(name for name in read_manifest(places.manifest).volumes if (places.pdf / f"{name}.pdf").exists())


def _of(volume: Volume, pages: Pages, entry: Entry | None, places: Places) -> Freshness:
    file = places.pdf / f"{volume.name}.pdf"
    if not file.exists():
        return Freshness.NOT_BUILT
    keys = _keys(volume, pages)
    return Freshness.UP_TO_DATE if any(is_current(entry, key, file) for key in keys) else Freshness.OUT_OF_DATE


def _keys(volume: Volume, pages: Pages) -> Iterator[str]:
    """The keys under which the volume would be bound as a draft and as a release, of those whose parts are stored."""
    for is_final, bound in ((False, volume), (True, volume.released())):
        settled, _ = pages.settle([bound])
        keys = [pages.keys.part(part) for part in settled[volume.name]]
        if pages.used.issuperset(keys):
            yield pages.keys.volume(bound, keys, draft=not is_final)


def _leaves_out(_: Sequence[Part]) -> Iterator[tuple[Part, pdf.Printed]]:
    """Stands for the workers: what the store lacks stays without pages."""
    return iter(())
