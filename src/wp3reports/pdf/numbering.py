"""Which label each page of a volume bears: i, ii, iii in front, 1, 2, 3 in the body.

Contents can therefore grow without moving the body. Pages without a printed number count as roman ones.
"""

from collections.abc import Sequence
from typing import NamedTuple

from wp3reports.pdf.printed import Printed
from wp3reports.volume import Numbering, Volume

ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


class Label(NamedTuple):
    """The number of a page in its run."""

    number: int
    numbering: Numbering

    @property
    def is_arabic(self) -> bool:
        """Whether it belongs to the body."""
        return self.numbering is Numbering.ARABIC

    def __str__(self) -> str:
        """`12` or `iv`."""
        return str(self.number) if self.is_arabic else roman(self.number)


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
    last = {True: 0, False: 0}
    for numbering, count in zip(numberings, counts, strict=True):
        arabic = numbering is Numbering.ARABIC
        pages += [Label(last[arabic] + 1 + i, numbering) for i in range(count)]
        last[arabic] += count
    return pages


def page_labels(volume: Volume, printed: Sequence[Printed]) -> tuple[str, ...]:
    """The label of every page of a volume with these parts."""
    numberings = [placement.numbering for placement in volume.placements]
    return tuple(map(str, number_pages(numberings, [part.pages for part in printed])))


def labels(volume: Volume, printed: Sequence[Printed | None]) -> dict[str, str]:
    """The page label of every destination, and under the empty name the number of all pages.

    None stands for a part that waits for these labels; it counts as one page. That is roman as a rule, so a longer one
    moves nothing.
    """
    counts = [1 if part is None else part.pages for part in printed]
    pages = number_pages([placement.numbering for placement in volume.placements], counts)
    found, first = {"": str(len(pages))}, 0
    for part, count in zip(printed, counts, strict=True):
        for name, page in part.destinations if part else ():
            found[name] = str(pages[first + page])
        first += count
    return found
