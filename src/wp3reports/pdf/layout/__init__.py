"""What only the layout knows: where on the pages each source stands, and what went wrong with the pages.

`boxes` makes plain values of the engine's pages; every other module looks at those for one thing.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from wp3reports.pdf.layout import fragments
from wp3reports.pdf.layout.blanks import near_empty
from wp3reports.pdf.layout.boxes import POINTS, sheets
from wp3reports.pdf.layout.headings import left_alone
from wp3reports.pdf.layout.long_words import long_words
from wp3reports.pdf.layout.pictures import coarse
from wp3reports.pdf.layout.sheet import Sheet
from wp3reports.pdf.layout.tall import too_tall
from wp3reports.pdf.layout.wide import too_wide
from wp3reports.pdf.places import Places
from wp3reports.pdf.printed import Flaw, Fragment, Size

__all__ = ["Seen", "look_over"]

Look = Callable[[Sequence[Sheet]], Iterable[Flaw]]
LOOKS: tuple[Look, ...] = (too_wide, too_tall, left_alone, near_empty, coarse, long_words)


class Seen(NamedTuple):
    """The sizes of the pages, where each source stands on them, and what is wrong with them."""

    sizes: tuple[Size, ...]
    fragments: tuple[Fragment, ...]
    flaws: tuple[Flaw, ...]


def look_over(document: Any, places: Places) -> Seen:
    """What is to be seen on the pages of a document.

    Where the engine's boxes are not those that we know, no page is looked over, and the map has only what has an id.
    """
    sizes = tuple(Size(round(page.width * POINTS, 2), round(page.height * POINTS, 2)) for page in document.pages)
    try:
        pages = sheets(document, places.of_elements())
    except (AttributeError, TypeError) as other:
        flaw = Flaw("pdf-unseen", f"the engine's pages cannot be looked over: {other}", fatal=False)
        return Seen(sizes, tuple(fragments.of_anchors(document, places)), (flaw,))
    return Seen(sizes, tuple(fragments.of_sheets(pages)), tuple(_flaws(pages)))


def _flaws(pages: Sequence[Sheet]) -> Iterator[Flaw]:
    for look in LOOKS:
        yield from look(pages)
