"""Where on the pages each source stands: the source map of a part."""

from collections.abc import Iterable, Iterator
from typing import Any

from wp3reports.pdf.layout.boxes import POINTS
from wp3reports.pdf.layout.sheet import Rectangle, Sheet
from wp3reports.pdf.places import Places
from wp3reports.pdf.printed import Fragment


def of_sheets(sheets: Iterable[Sheet]) -> Iterator[Fragment]:
    """A fragment for each box of an element that names its source."""
    for sheet in sheets:
        for piece in sheet.pieces:
            if piece.is_source:
                yield _fragment(piece.source, sheet.number, piece.box, sheet.height)


def of_anchors(document: Any, places: Places) -> Iterator[Fragment]:
    """The same by the engine's public interface alone, which knows places of elements with an id only."""
    sources = {element.get("id"): source for element, source in places.of_elements().items() if source}
    for number, page in enumerate(document.pages):
        for name, (left, top, right, bottom) in page.anchors.items():
            if name in sources:
                corners = (left, top, right - left, bottom - top)
                box = Rectangle(*(each * POINTS for each in corners))
                yield _fragment(sources[name], number, box, page.height * POINTS)


def _fragment(source: str, page: int, box: Rectangle, height: float) -> Fragment:
    """The box as PDF counts, from the lower left."""
    corners = (box.x, height - box.bottom, box.width, box.height)
    return Fragment(source, page, *(round(each, 2) for each in corners))
