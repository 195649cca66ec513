"""The source maps of volumes, made from what is known of their parts; nothing of a PDF is read for it."""

from collections.abc import Callable, Sequence
from functools import cache

from wp3reports import pdf
from wp3reports.build.sourcemap import Place, Sheet, SourceMap
from wp3reports.diagnostics import Span
from wp3reports.volume import Volume

Mapping = Callable[[Volume, Sequence[pdf.Printed], str], SourceMap]  # volume, its printed parts, SHA-256 of its PDF


def mapping(place: Callable[[str], Span]) -> Mapping:
    """Makes the maps of a run; `place` is where in the inputs a pointer leads, and asked once for each."""
    place = cache(place)

    def made(volume: Volume, printed: Sequence[pdf.Printed], digest: str) -> SourceMap:
        labels = pdf.page_labels(volume, printed)
        sizes = [size for part in printed for size in part.sizes]
        places: list[Place] = []
        destinations: dict[str, int] = {}
        first = 1
        for part in printed:
            places += (Place(each.source, first + each.page, *each[2:]) for each in part.fragments)
            destinations |= {name: first + page for name, page in part.destinations}
            first += part.pages
        sheets = tuple(Sheet(label, *size) for label, size in zip(labels, sizes, strict=True))
        sources = {pointer: place(pointer) for pointer in dict.fromkeys(each.source for each in places)}
        return SourceMap(volume.name, digest, sheets, tuple(places), sources, destinations)

    return made
