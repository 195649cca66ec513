"""What is wider than the area for content: a table, a picture, a text that nothing could break."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from wp3reports.pdf.layout.names import called, millimetres
from wp3reports.pdf.layout.sheet import Kind, Piece, Sheet
from wp3reports.pdf.printed import Flaw

SLACK = 1.0  # points: what nobody sees
_REMEDY = {
    Kind.TABLE: "shorten its longest words, or give it fewer columns",
    Kind.PICTURE: "draw it narrower, or leave its width to the style sheet",
}
_BREAK = "shorten its longest word, or part it by a hyphen"


class Excess(NamedTuple):
    """How far a thing reaches beyond its page's content, in points, and whether beyond the page itself."""

    by: float
    is_cut: bool
    kind: Kind
    source: str


def too_wide(sheets: Sequence[Sheet]) -> Iterator[Flaw]:
    """Each thing that sticks out sideways, once, with the most that it does; what leaves the page is lost."""
    worst: dict[Any, Excess] = {}
    for sheet in sheets:
        for number, piece in enumerate(sheet.pieces):
            if _sticks_out(piece, sheet):
                thing = _thing(sheet, number)
                element, kind = sheet.pieces[thing].element, sheet.pieces[thing].kind
                found = Excess(_beyond(piece, sheet), _is_cut(piece, sheet), kind, sheet.source_at(thing))
                worst[element] = max(worst.get(element, found), found)
    for element, excess in worst.items():
        end = ", and cut off at its edge" if excess.is_cut else ""
        message = f"{called(element)} is {millimetres(excess.by)} wider than the page{end}"
        yield Flaw("pdf-too-wide", message, excess.source, excess.is_cut, _REMEDY.get(excess.kind, _BREAK))


def _sticks_out(piece: Piece, sheet: Sheet) -> bool:
    """Whether a piece that shows something leaves its area; one that is placed by the style sheet, the page."""
    if piece.kind in {Kind.TABLE, Kind.PICTURE} or piece.text.strip():
        return _beyond(piece, sheet) > SLACK if piece.in_flow else _is_cut(piece, sheet)
    return False


def _beyond(piece: Piece, sheet: Sheet) -> float:
    return max(piece.box.right - sheet.area.right, sheet.area.x - piece.box.x)


def _is_cut(piece: Piece, sheet: Sheet) -> bool:
    return piece.box.right > sheet.width + SLACK or piece.box.x < -SLACK


def _thing(sheet: Sheet, number: int) -> int:
    """The outermost table that sticks out too, else the picture or the block that the piece is of."""
    holders = [number, *sheet.around(number)]
    tables = [
        each for each in holders if sheet.pieces[each].kind is Kind.TABLE and _sticks_out(sheet.pieces[each], sheet)
    ]
    if tables:
        return tables[-1]
    return next(each for each in holders if sheet.pieces[each].kind not in {Kind.TEXT, Kind.INLINE, Kind.LINE})
