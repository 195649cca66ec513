"""How deep, how wide and how much a narrative field may be (reliability.md, section 10), told from its tokens."""

from collections.abc import Iterator, Sequence
from typing import Final

from markdown_it.token import Token

from wp3reports.render.commonmark import MAX_NESTING, Reading, cells
from wp3reports.render.refused import Remark

MAX_ROWS: Final = 500
MAX_NOTES: Final = 100
MAX_LINKS: Final = 200
FLATTENS: Final = {"text-nesting", "text-cells"}  # where words or measure would be lost: printed as typed instead

_CONTAINERS = ("blockquote", "bullet_list", "ordered_list", "footnote_reference")
_OPEN = {f"{each}_open" for each in _CONTAINERS}
_CLOSE = {f"{each}_close" for each in _CONTAINERS}


def shape(reading: Reading) -> Iterator[Remark]:
    """What goes beyond the limits."""
    yield from _nesting(reading)
    yield from _tables(reading)
    yield from _much(reading, "footnote_ref", MAX_NOTES, "text-footnote", "footnotes")
    yield from _much(reading, "link_open", MAX_LINKS, "text-link", "links")


def _nesting(reading: Reading) -> Iterator[Remark]:
    depth = 0
    for token in reading.tokens:
        depth += (token.type in _OPEN) - (token.type in _CLOSE)
        if depth > MAX_NESTING:
            message = f"lists or quotations are nested more than {MAX_NESTING} deep, so they are printed as typed"
            yield Remark(reading.start(token), "text-nesting", message, "write it flatter")
            return
        if any(child.nesting and child.level >= MAX_NESTING for child in token.children or ()):
            message = f"emphasis is nested more than {MAX_NESTING} deep, so the innermost is left out"
            yield Remark(reading.start(token), "text-emphasis", message, "write it flatter")
            return


def _tables(reading: Reading) -> Iterator[Remark]:
    begun: list[Token] = []
    for token in reading.tokens:
        if token.type == "table_open":
            begun = []
        begun.append(token)
        if token.type == "table_close":
            yield from _table(reading, begun)


def _table(reading: Reading, tokens: Sequence[Token]) -> Iterator[Remark]:
    columns = sum(token.type == "th_open" for token in tokens)
    rows = [token for token in tokens if token.type == "tr_open"][1:]
    typed = [cells(reading.lines[row.map[0]]) if row.map else columns for row in rows]
    if len(rows) > MAX_ROWS:
        message = f"a table has {len(rows)} rows, more than {MAX_ROWS}"
        yield Remark(reading.start(tokens[0]), "text-rows", message, "split the table")
    wide = next((row for row, number in zip(rows, typed, strict=True) if number > columns), None)
    if wide is not None:
        message = (
            f"this row has more cells than the {columns} in the head of its table, so the text is printed as typed"
        )
        yield Remark(reading.start(wide), "text-cells", message, r"add a column, or write \| for a stroke in a cell")
    if sum(columns - number for number in typed) > reading.size:
        message = "most cells of this table are empty, so the text is printed as typed"
        yield Remark(reading.start(tokens[0]), "text-cells", message, "leave out the columns that nobody fills")


def _much(reading: Reading, kind: str, limit: int, code: str, name: str) -> Iterator[Remark]:
    number = 0
    for token in reading.tokens:
        number += sum(child.type == kind for child in token.children or ())
        if number > limit:
            yield Remark(
                reading.start(token), code, f"the text has more than {limit} {name}", "leave some out, or split it"
            )
            return
