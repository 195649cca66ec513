"""Words that are longer than their line: cut where no syllable ends, or running into the next column."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from wp3reports.pdf.layout.names import in_short, millimetres
from wp3reports.pdf.layout.sheet import Kind, Piece, Sheet
from wp3reports.pdf.layout.wide import SLACK
from wp3reports.pdf.printed import Flaw

LONG_WORD = "pdf-long-word"
_ADDRESS = ("/", "@", "www.")  # what has one of these may be cut anywhere
_REMEDY = "use a shorter word, or part it by a hyphen"


class Line(NamedTuple):
    """A line of text: the number of the block that it stands in, and its pieces of text."""

    block: int
    texts: list[Piece]


def long_words(sheets: Sequence[Sheet]) -> Iterator[Flaw]:
    """Each such word, once in its block; those that are cut, once for their source."""
    cut: dict[str, dict[str, None]] = {}
    for sheet in sheets:
        for word, source in _cut(sheet):
            cut.setdefault(source, {})[in_short(word)] = None
        yield from dict.fromkeys(_running_over(sheet))
    for source, (word, *more) in cut.items():
        others = f", and {len(more)} more are" if more else " is"
        message = f'the word "{word}"{others} cut anywhere, because no column holds {"them" if more else "it"}'
        yield Flaw(LONG_WORD, message, source, fatal=False, remedy=_REMEDY)


def _cut(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """Words with a part of them alone on a line, without a hyphen, and the source that each is of."""
    lines: dict[int, Line] = {}
    for number, piece in enumerate(sheet.pieces):
        if piece.text.strip() and (line := sheet.line_of(number)) >= 0:
            lines.setdefault(line, Line(sheet.pieces[line].parent, [])).texts.append(piece)
    for one, other in pairwise(lines.values()):
        begin, end = one.texts[-1].text, other.texts[0].text
        is_lone = len(one.texts) == 1 and " " not in begin.strip() and begin[-1].isalnum() and end[0].isalnum()
        if one.block == other.block and is_lone and one.texts[0].element.tag != "code":
            block = sheet.pieces[one.block]
            word = _word(block.element, begin.strip() + end.split()[0])
            if word and not any(sign in word for sign in _ADDRESS):
                yield word, sheet.source_at(one.block)


def _word(element: Any, part: str) -> str:
    """The word of an element that has this part in one piece; empty where two words or two lines of it make it."""
    typed = (word for text in element.itertext() for word in text.split())
    return next((word for word in typed if part.casefold() in word.casefold()), "")


def _running_over(sheet: Sheet) -> Iterator[Flaw]:
    """Words that leave their cell, but not the page."""
    for number, piece in enumerate(sheet.pieces):
        if not piece.text.strip():
            continue
        cell = next((sheet.pieces[each] for each in sheet.around(number) if sheet.pieces[each].kind is Kind.CELL), None)
        beyond = piece.box.right - cell.box.right if cell else 0
        if beyond > SLACK and piece.box.right <= sheet.area.right + SLACK:
            word = in_short(max(piece.text.split(), key=len))
            message = f'the word "{word}" runs {millimetres(beyond)} into the next column'
            yield Flaw(LONG_WORD, message, sheet.source_at(number), fatal=False, remedy=_REMEDY)
