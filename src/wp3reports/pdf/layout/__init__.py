"""What only the layout knows: where on the pages each source stands, and what went wrong with the pages.

`boxes` makes plain values of the engine's pages; every other module looks at those for one thing.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from wp3reports.pdf import internals
from wp3reports.pdf.journal import UNSEEN
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

__all__ = ["POINTS", "Seen", "look_over"]

Look = Callable[[Sequence[Sheet]], Iterable[Flaw]]
LOOKS: tuple[Look, ...] = (too_wide, too_tall, left_alone, near_empty, coarse, long_words)


class Seen(NamedTuple):
    """The sizes of the pages, where each source stands on them, and what is wrong with them."""

    sizes: tuple[Size, ...]
    fragments: tuple[Fragment, ...]
    flaws: tuple[Flaw, ...]


def look_over(document: Any, places: Places) -> Seen:
    """What is to be seen on the pages of a document.

    Where the engine is another one than we know, no page is judged, and the map has only what has an id. The same holds
    for a document with boxes that nobody thought of: it is told, and must not cost the pages.
    """
    sizes = tuple(Size(round(page.width * POINTS, 2), round(page.height * POINTS, 2)) for page in document.pages)
    if internals.differences():
        return Seen(sizes, tuple(fragments.of_anchors(document, places)), ())
    try:
        pages = sheets(document, places.of_elements())
        flaws = tuple(flaw for look in LOOKS for flaw in look(pages))
    except Exception as fault:  # noqa: BLE001 - as said above
        unseen = Flaw(UNSEEN, f"the pages cannot be looked over: {type(fault).__name__} {fault}", fatal=False)
        return Seen(sizes, tuple(fragments.of_anchors(document, places)), (unseen,))
    return Seen(sizes, tuple(fragments.of_sheets(pages)), flaws)
