"""What is taller than a page: a row of a table that no page can hold, a picture that runs off the foot."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from wp3reports.pdf.layout.names import called, millimetres
from wp3reports.pdf.layout.sheet import Kind, Sheet
from wp3reports.pdf.layout.wide import SLACK
from wp3reports.pdf.printed import Flaw

TOO_TALL = "pdf-too-tall"
_ROW = "divide the row into several, or shorten its longest cell"
_CUT = "shorten it, or make it smaller"


def too_tall(sheets: Sequence[Sheet]) -> Iterator[Flaw]:
    """Rows that go over pages because none holds them; nothing of them is lost but the view of the whole row.

    What runs into the foot of its page is told too, and is lost where it leaves the page.
    """
    yield from _rows(sheets)
    yield from _run_off(sheets)


def _rows(sheets: Sequence[Sheet]) -> Iterator[Flaw]:
    rows: dict[Any, list[tuple[Sheet, int]]] = defaultdict(list)
    for sheet in sheets:
        for number, piece in enumerate(sheet.pieces):
            if piece.kind is Kind.ROW:
                rows[piece.element].append((sheet, number))
    for element, places in rows.items():
        sheet, number = places[0]
        pages = sum(each.pieces[at].box.height for each, at in places) / sheet.area.height
        is_head = any(sheet.pieces[each].element.tag == "thead" for each in sheet.around(number))  # repeated
        if pages > 1 and len(places) > 1 and not is_head:
            table = next(each for each in sheet.around(number) if sheet.pieces[each].kind is Kind.TABLE)
            message = f"{called(element)} of {called(sheet.pieces[table].element)} is {pages:.1f} pages tall"
            yield Flaw(TOO_TALL, message, sheet.source_at(number), fatal=False, remedy=_ROW)


def _run_off(sheets: Sequence[Sheet]) -> Iterator[Flaw]:
    """What reaches below the area for content, or above the page: each block once, with the most that it does."""
    worst: dict[Any, tuple[float, bool, str]] = {}
    for sheet in sheets:
        for number, piece in enumerate(sheet.pieces):
            if piece.kind is not Kind.PICTURE and not piece.text.strip():
                continue
            line = sheet.line_of(number)
            bottom = min(piece.box.bottom, sheet.pieces[line].box.bottom) if line >= 0 else piece.box.bottom
            beyond = bottom - sheet.area.bottom
            is_cut = bottom > sheet.height + SLACK or piece.box.y < -SLACK
            if is_cut or (piece.in_flow and beyond > SLACK):
                holder = number if piece.kind is Kind.PICTURE else sheet.pieces[line].parent
                element, found = sheet.pieces[holder].element, (beyond, is_cut, sheet.source_at(holder))
                worst[element] = max(worst.get(element, found), found)
    for element, (beyond, is_cut, source) in worst.items():
        end = ", and is cut off there" if is_cut else ""
        message = f"{called(element)} runs {millimetres(beyond)} over the foot of its page{end}"
        yield Flaw(TOO_TALL, message, source, is_cut, _CUT)
