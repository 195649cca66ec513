"""Which label each page of a volume bears: i, ii, iii in front, 1, 2, 3 in the body.

Contents can therefore grow without moving the body. Pages without a printed number count as roman ones. Loose sheets
count as none: they come and go without changing what any other page says.
"""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from wp3reports.pdf.printed import Printed
from wp3reports.volume import Numbering, Volume

ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip

INSERT = "insert "


class Label(NamedTuple):
    """The number of a page in its run."""

    number: int
    numbering: Numbering

    @property
    def is_arabic(self) -> bool:
        """Whether it belongs to the body."""
        return self.numbering is Numbering.ARABIC

    @property
    def run(self) -> Numbering:
        """The run that it is a number of."""
        return Numbering.ROMAN if self.numbering is Numbering.NONE else self.numbering

    def __str__(self) -> str:
        """`12`, `iv` or `insert 1`."""
        if self.run is Numbering.ROMAN:
            return roman(self.number)
        return f"{INSERT}{self.number}" if self.run is Numbering.LOOSE else str(self.number)


def roman(number: int) -> str:
    """A positive number in small roman numerals."""
    text = ""
    for value, numeral in ROMAN:
        count, number = divmod(number, value)
        text += numeral * count
    return text


def number_pages(numberings: Sequence[Numbering], counts: Sequence[int]) -> list[Label]:
    """The label of every page, for parts with these numberings and numbers of pages."""
    pages: list[Label] = []
    last = Counter[Numbering]()
    for numbering, count in zip(numberings, counts, strict=True):
        run = Label(0, numbering).run
        pages += [Label(last[run] + 1 + i, numbering) for i in range(count)]
        last[run] += count
    return pages


def page_labels(volume: Volume, printed: Sequence[Printed]) -> tuple[str, ...]:
    """The label of every page of a volume with these parts."""
    numberings = [placement.numbering for placement in volume.placements]
    return tuple(map(str, number_pages(numberings, [part.pages for part in printed])))


def labels(volume: Volume, printed: Sequence[Printed | None]) -> dict[str, str]:
    """The page label of every destination, and under the empty name the number of all pages but loose ones.

    None stands for a part that waits for these labels; it counts as one page. That is roman as a rule, so a longer one
    moves nothing.
    """
    counts = [1 if part is None else part.pages for part in printed]
    pages = number_pages([placement.numbering for placement in volume.placements], counts)
    said = list(map(str, pages))
    found, first = {"": str(sum(page.run is not Numbering.LOOSE for page in pages))}, 0
    for part, count in zip(printed, counts, strict=True):
        for name, page in part.destinations if part else ():
            found[name] = said[first + page]
        first += count
    return found
