"""Headings, captions and heads of tables that stand at a page's foot while what they head begins on the next."""

from collections.abc import Iterator, Sequence

from wp3reports.pdf.layout.names import HEADINGS, called
from wp3reports.pdf.layout.sheet import Sheet
from wp3reports.pdf.printed import Flaw

HEADS = frozenset({*HEADINGS, "caption", "thead"})
_REMEDY = "shorten or lengthen the text before it by two lines; mend the template if it comes again"


def left_alone(sheets: Sequence[Sheet]) -> Iterator[Flaw]:
    """The heading at the foot of each page that ends with one; a page of headings alone is a title page."""
    for sheet in sheets:
        heads = [(number, _head(sheet, number)) for number in sheet.shown()]
        if heads and heads[-1][1] >= 0 and any(head < 0 for _, head in heads):
            number, head = heads[-1]
            what = called(sheet.pieces[head].element)
            follows = "nothing of it below" if sheet is sheets[-1] else "what it heads is on the next"
            message = f"{what} stands alone at the foot of page {sheet.number + 1}: {follows}"
            yield Flaw("pdf-heading-alone", message, sheet.source_at(number), fatal=False, remedy=_REMEDY)


def _head(sheet: Sheet, number: int) -> int:
    """The number of the heading that a line is of, -1 for none."""
    return next((each for each in sheet.around(number) if sheet.pieces[each].element.tag in HEADS), -1)
