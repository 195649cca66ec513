"""Furniture onto the pages of a volume, and what it is drawn with into the resources of every part.

All pages of a part share one dictionary of resources, forms and patterns in them included; so what is put there once
serves them all.
"""

import re
from collections.abc import Sequence

import pydyf

from wp3reports.pdf import furniture as keys
from wp3reports.pdf.embedding import Wardrobe
from wp3reports.pdf.furniture import Furniture
from wp3reports.pdf.numbering import Label
from wp3reports.pdf.objects import Objects
from wp3reports.pdf.sections import Section

_SIZE = re.compile(rb"/MediaBox \[\S+ \S+ (\S+) (\S+)\]")
_CONTENTS = re.compile(rb"/Contents (\d+ 0 R)")
_STATES = b"/ExtGState <<"


class Stamps:
    """The stamps of all pages of a volume."""

    def __init__(
        self,
        objects: Objects,
        sections: Sequence[Section],
        labels: Sequence[Label],
        furniture: Furniture,
        wardrobe: Wardrobe,
    ) -> None:
        """Draw all of them: only then is it known which glyphs they show."""
        pages = [(section, page) for section in sections for page in section.written.pages]
        drawn = [
            furniture.page(*_size(section.written.texts[page]), section.placement, label)
            for (section, page), label in zip(pages, labels, strict=True)
        ]
        # What a part leaves behind in its graphics state must not reach the furniture.
        self._begin = objects.add_stored(b"q\n", {}) if any(drawn) else b""
        self._drawn = [objects.add_stream(b"\nQ\n" + stamps) if stamps else b"" for stamps in drawn]
        fonts, states = {}, {}
        if furniture.text_glyphs:
            fonts[keys.TEXT_KEY] = wardrobe.use(furniture.text, furniture.text_glyphs)
        if furniture.draft:
            fonts[keys.MARK_KEY] = wardrobe.use(furniture.mark, furniture.mark_glyphs)
            state = {"Type": "/ExtGState", "ca": keys.DRAFT_ALPHA, "CA": keys.DRAFT_ALPHA}
            states[keys.STATE_KEY] = objects.add(pydyf.Dictionary(state))
        self._fonts, self._states = _entries(fonts), _entries(states)

    def page(self, page: bytes, number: int) -> bytes:
        """The page of this number in the volume, from 0, with its stamps."""
        stamps = self._drawn[number]
        return _CONTENTS.sub(rb"/Contents [%b \1 %b]" % (self._begin, stamps), page, count=1) if stamps else page

    def resources(self, resources: bytes) -> bytes:
        """The resources of a part with the graphics states that stamps are drawn in; ValueError where none can be."""
        if _STATES not in resources:
            raise ValueError("a part is not as the engine writes it: it has no graphics states")
        return resources.replace(_STATES, _STATES + self._states, 1)

    def fonts(self, fonts: bytes) -> bytes:
        """The fonts of a part with those of the stamps."""
        return b"<<" + self._fonts + fonts.removeprefix(b"<<")


def _size(page: bytes) -> tuple[float, float]:
    """Width and height in points."""
    found = _SIZE.search(page)
    if found is None:
        raise ValueError("a part is not as the engine writes it: a page has no size")
    return float(found[1]), float(found[2])


def _entries(references: dict[str, bytes]) -> bytes:
    """What is put into a dictionary of resources."""
    return b"".join(b"/%b %b" % (key.encode(), reference) for key, reference in references.items())
