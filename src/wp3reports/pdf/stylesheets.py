"""The style sheet of a part, parsed once in a process: that is half of what a part of one page costs.

The engine parses the sheet and loads its fonts anew for every document. Through its public interface it also takes a
sheet as an object, with the fonts that belong to it, for as many documents as one likes. A sheet that is given, not
linked, ranks below `style` attributes all the same; so nothing on the pages changes where a document links one sheet
and has no other. All else is left to the engine. With WP3_ENGINE=plain in the environment everything is.
"""

import atexit
import os
from collections.abc import Mapping
from typing import Any, NamedTuple

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetchingError

from wp3reports.pdf import internals
from wp3reports.pdf.fetching import BASE, AssetFetcher
from wp3reports.pdf.journal import Journal


class Faces(FontConfiguration):  # type: ignore[misc] # WeasyPrint ships no types
    """The fonts of a document, with the families that its style sheets declare."""

    def __init__(self) -> None:
        """No family yet."""
        self._owner = os.getpid()
        super().__init__()
        self.families: set[str] = set()

    def __del__(self) -> None:
        """Remove the font files, but not those of a process that this one was forked from: others read them."""
        if self._owner == os.getpid():
            super().__del__()

    def add_font_face(self, rule_descriptors: dict[str, Any], url_fetcher: AssetFetcher) -> None:
        """Load the face, as WeasyPrint does, and note its family."""
        self.families.add(rule_descriptors["font_family"])
        super().add_font_face(rule_descriptors, url_fetcher)


class Styles(NamedTuple):
    """What a document is laid out with besides itself: its fonts, and the sheets that it does not link."""

    faces: Faces
    sheets: tuple[CSS, ...] = ()


class _Kept(NamedTuple):
    url: str
    files: Mapping[str, bytes]  # the sheet and what it fetched, by name
    styles: Styles


_KEPT: list[_Kept] = []  # at most one: the parts of a run share their sheet


@atexit.register  # the fonts' folder goes while there is still an interpreter to remove it
def forget() -> None:
    """Keep no sheet any more."""
    _KEPT.clear()


def styles_of(html: HTML, assets: Mapping[str, bytes]) -> Styles:
    """The styles for a document; where they are kept its link is taken out, so that the engine does not follow it."""
    link = _only_link(html.etree_element) if not internals.is_left_alone() else None
    kept = _kept(link.get("href"), assets) if link is not None else None
    if kept is None:
        return Styles(Faces())
    html.etree_element.find("head").remove(link)
    return kept.styles


def _only_link(root: Any) -> Any | None:
    """The link to the one style sheet of a document, in its head and for all media."""
    links, head = list(root.iter("link")), root.find("head")
    if len(links) != 1 or head is None or links[0] not in list(head) or next(root.iter("style"), None) is not None:
        return None
    (link,) = links
    is_plain = set(link.keys()) == {"rel", "href"} and link.get("rel") == "stylesheet"
    return link if is_plain and link.get("href").startswith(BASE) else None


def _kept(url: str, assets: Mapping[str, bytes]) -> _Kept | None:
    """The sheet out of these assets, parsed now or before; None where the engine must see it in each document."""
    for kept in _KEPT:
        if kept.url == url and all(assets.get(name) == data for name, data in kept.files.items()):
            return kept
    fetcher, faces = AssetFetcher(assets), Faces()
    with Journal() as journal:
        try:
            css = CSS(url=url, url_fetcher=fetcher, font_config=faces, _check_mime_type=True)
        except URLFetchingError:
            return None
    is_important = any(b"!important" in data for name, data in fetcher.served.items() if name.endswith(".css"))
    if journal.entries or fetcher.refused or is_important or css.layers:
        return None  # what it says belongs to each document that links it; and these would rank elsewhere
    _KEPT[:] = [_Kept(url, fetcher.served, Styles(faces, (css,)))]
    return _KEPT[0]
