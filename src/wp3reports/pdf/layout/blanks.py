"""Pages with next to nothing on them, and pages whose lower half is blank because what follows would not fit."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from wp3reports.pdf.layout.names import THINGS, called
from wp3reports.pdf.layout.sheet import Kind, Sheet
from wp3reports.pdf.printed import Flaw

NEAR_EMPTY = "pdf-near-empty"
LEAST = 0.1  # of the area for content: what a page at the end holds at least, five lines or so
MOST_BLANK = 0.4  # of it: what may stay blank on a page that the text goes on after
_END = "shorten the text before by as much, or add to it"
_MIDDLE = "move or divide the table or figure that comes next"


def near_empty(sheets: Sequence[Sheet]) -> Iterator[Flaw]:
    """Pages that look like a mistake. A single page may be short; a page that stands before a forced break may too."""
    for sheet, after in zip_longest(sheets, sheets[1:]):
        used = _used(sheet)
        if used is None or len(sheets) == 1:
            continue
        if used < LEAST and (after is None or after.is_forced):
            message = f"page {sheet.number + 1} of {len(sheets)} holds no more than {_lines(sheet)}"
            yield Flaw(NEAR_EMPTY, message, _last_source(sheets[: sheet.number + 1]), fatal=False, remedy=_END)
        elif after is not None and not after.is_forced and 1 - used > MOST_BLANK:
            next_one = _next(sheet, after)
            blank = f"page {sheet.number + 1} of {len(sheets)} is blank over {1 - used:.0%} of its height"
            message = f"{blank}: {called(after.pieces[next_one].element)} did not fit"
            yield Flaw(NEAR_EMPTY, message, after.source_at(next_one), fatal=False, remedy=_MIDDLE)


def _used(sheet: Sheet) -> float | None:
    """The share of a page's height down to the end of its text; None where nothing is in the flow, as on covers."""
    ends = [sheet.pieces[number].box.bottom for number in sheet.shown()]
    notes = [piece.box.y for piece in sheet.pieces if piece.kind is Kind.LINE and not piece.in_flow]
    floor = min([sheet.area.bottom, *(y for y in notes if ends and y > max(ends))])
    return (max(ends) - sheet.area.y) / (floor - sheet.area.y) if ends else None


def _last_source(sheets: Sequence[Sheet]) -> str:
    """The source that ends these pages; empty when they have none."""
    return next((piece.source for sheet in reversed(sheets) for piece in reversed(sheet.pieces) if piece.source), "")


def _next(sheet: Sheet, after: Sheet) -> int:
    """The number on a page of the outermost table or figure that is shown there and not on the page before.

    Where none begins it is the outermost piece of any kind.
    """
    before = {sheet.pieces[each].element for number in sheet.shown() for each in sheet.around(number)}
    first = next(after.shown(), 0)
    holders = [each for each in after.around(first) if after.pieces[each].element not in before]
    things = [each for each in holders if after.pieces[each].element.tag in THINGS]
    return next(reversed(things or holders), first)


def _lines(sheet: Sheet) -> str:
    """How many lines of text a page has, in words."""
    count = len({round(sheet.pieces[number].box.bottom) for number in sheet.shown()})
    return "one line" if count == 1 else f"{count} lines"
