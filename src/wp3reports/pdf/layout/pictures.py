"""Raster pictures that have too few pixels for the size in which they are printed."""

from collections.abc import Iterator, Sequence
from math import ceil

from wp3reports.pdf.layout.names import called, millimetres
from wp3reports.pdf.layout.sheet import Sheet
from wp3reports.pdf.printed import Flaw

DOTS = 150  # by inch: below, edges and letters in a picture look torn


def coarse(sheets: Sequence[Sheet]) -> Iterator[Flaw]:
    """Each picture below that, with the width in pixels that would do."""
    for sheet in sheets:
        for number, piece in enumerate(sheet.pieces):
            if 0 < piece.dots < DOTS:
                where = (
                    f"{called(piece.element)} has {piece.dots:.0f} pixels to the inch on {millimetres(piece.box.width)}"
                )
                remedy = f"give a file of {ceil(round(piece.box.width / 72 * DOTS, 3))} pixels in width or more"
                yield Flaw("pdf-coarse-picture", where, sheet.source_at(number), fatal=False, remedy=remedy)
