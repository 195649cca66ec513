"""A laid-out page as plain values: what stands where, and of which source it is.

Lengths are in points from the top left corner of the page.
"""

from collections.abc import Iterator
from enum import Enum, auto
from typing import Any, NamedTuple


class Kind(Enum):
    """What a piece is, as far as anybody asks."""

    BLOCK = auto()
    LINE = auto()
    INLINE = auto()
    TEXT = auto()
    PICTURE = auto()
    TABLE = auto()
    ROW = auto()
    CELL = auto()


class Rectangle(NamedTuple):
    """A border box: its top left corner and its extent."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.height


class Piece(NamedTuple):
    """A box on a page: `parent` is its number among the page's pieces, -1 for none.

    `source` is that of its element; `is_source`: the outermost box of an element that names one, or one taken out of
    what surrounds it in the HTML, such as a footnote. `in_flow`: neither positioned nor floated nor at the page's foot.
    `dots` are the pixels of a raster picture by inch, 0 for anything else.
    """

    kind: Kind
    element: Any
    source: str
    parent: int
    box: Rectangle
    text: str = ""
    in_flow: bool = True
    is_source: bool = False
    dots: float = 0


class Sheet(NamedTuple):
    """A page: its number within the part from 0, its size, the area for content, and its pieces in their order.

    `is_forced`: it begins where the style sheet asks for a new page, not where the page before is full.
    """

    number: int
    width: float
    height: float
    area: Rectangle
    is_forced: bool
    pieces: tuple[Piece, ...]

    def around(self, number: int) -> Iterator[int]:
        """The numbers of the pieces that hold this one, from the innermost outwards."""
        while (number := self.pieces[number].parent) >= 0:
            yield number

    def source_at(self, number: int) -> str:
        """The source of a piece, or of the next one that has any; empty when none follows."""
        return next((piece.source for piece in self.pieces[number:] if piece.source), "")

    def shown(self) -> Iterator[int]:
        """The numbers of the lines with text and of the pictures in the flow."""
        with_text = {self.line_of(number) for number, piece in enumerate(self.pieces) if piece.text.strip()}
        for number, piece in enumerate(self.pieces):
            if piece.in_flow and (piece.kind is Kind.PICTURE or number in with_text):
                yield number

    def line_of(self, number: int) -> int:
        """The number of the line that a piece of text stands in, -1 for none."""
        return next((each for each in self.around(number) if self.pieces[each].kind is Kind.LINE), -1)
