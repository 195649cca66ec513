"""Furniture onto the pages of a volume, and the resources that it needs into those of every part.

All pages of a part share one dictionary of resources, forms and patterns in them included; so what is put there once
serves them all.
"""

from collections.abc import Sequence
from typing import NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from wp3reports.pdf import furniture as keys
from wp3reports.pdf.embedding import Wardrobe
from wp3reports.pdf.furniture import Furniture
from wp3reports.pdf.numbering import Label
from wp3reports.pdf.printed import Printed
from wp3reports.volume import Placement


class Section(NamedTuple):
    """A part with pages, at its place: its open PDF and the number of its first page in the volume, from 0."""

    placement: Placement
    printed: Printed
    source: pikepdf.Pdf
    first: int

    def resources(self, pdf: pikepdf.Pdf) -> pikepdf.Object:
        """The resources of its pages in the volume."""
        return pdf.pages[self.first].obj.Resources


def stamp(
    pdf: pikepdf.Pdf,
    sections: Sequence[Section],
    labels: Sequence[Label],
    furniture: Furniture,
    wardrobe: Wardrobe,
) -> None:
    """Stamp all pages and note which fonts are used where."""
    begin = Stream(pdf, b"q\n")  # what a part leaves behind in its graphics state must not reach the furniture
    state = pdf.make_indirect(Dictionary(Type=Name.ExtGState, ca=keys.DRAFT_ALPHA, CA=keys.DRAFT_ALPHA))
    for section in sections:
        for number in range(section.first, section.first + section.printed.pages):
            page = pdf.pages[number].obj
            _left, _bottom, width, height = map(float, page.MediaBox.as_list())
            stamps = furniture.page(width, height, section.placement, labels[number])
            if stamps:
                page.Contents = Array([begin, page.Contents, Stream(pdf, b"\nQ\n" + stamps)])
    for section in sections:
        resources = section.resources(pdf)
        wardrobe.take(resources.Font, section.printed.fonts)
        if furniture.text_glyphs:
            wardrobe.use(resources.Font, keys.TEXT_KEY, furniture.text, furniture.text_glyphs)
        if furniture.draft:
            wardrobe.use(resources.Font, keys.MARK_KEY, furniture.mark, furniture.mark_glyphs)
            resources.ExtGState[f"/{keys.STATE_KEY}"] = state


def share_profiles(sections: Sequence[Section], pdf: pikepdf.Pdf) -> None:
    """Keep one copy of each colour profile: every part brings the same one."""
    known: dict[bytes, pikepdf.Object] = {}
    for section in sections:
        for space in dict(section.resources(pdf).ColorSpace.items()).values():
            if space[0] == Name.ICCBased:
                space[1] = known.setdefault(space[1].read_raw_bytes(), space[1])
