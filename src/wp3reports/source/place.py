"""From a character of a text back to its place in the file.

YAML folds lines and drops indentation, so the text is laid beside the lines it came from, line by line. Where the two
do not agree, because of an escape, nothing is guessed.
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from wp3reports.diagnostics import Span

_BLANK = " \t\n"


class _Piece(NamedTuple):
    """A stretch of one line that stands in the text as it is, up to NFC; `start` counts in the text."""

    start: int
    line: int
    column: int
    raw: str


def place(lines: Sequence[str], span: Span, text: str, offset: int, *, block: bool) -> tuple[int, int] | None:
    """Line and column of a character of a text that begins at a span, or None where that cannot be told."""
    found = None
    for piece in _pieces(lines, span, text, block=block):
        if piece.start > offset and found is not None:
            break
        found = piece
    if found is None or (offset > found.start + len(_nfc(found.raw)) and not _blank_from(found, text, offset)):
        return None
    column = found.column + _raw_offset(found.raw, max(0, offset - found.start))
    return found.line, max(1, min(column, len(lines[found.line - 1])))


def _pieces(lines: Sequence[str], span: Span, text: str, *, block: bool) -> Iterator[_Piece]:
    """The stretches of a text in their order, up to the first that does not agree with its line."""
    opening = lines[span.line - 1][span.column - 1 : span.column]
    quoted = not block and opening in ('"', "'")
    line, column = (span.line + 1, 1) if block else (span.line, span.column + quoted)
    position = _skip(text, 0)
    while position < len(text) and line <= len(lines):
        whole = lines[line - 1][column - 1 :]
        raw = whole.strip(_BLANK)
        shown = _nfc(raw)
        rest = text[position : position + len(shown)]
        if not rest or not shown.startswith(rest) or (rest != shown and position + len(rest) < len(text)):
            if raw:
                return
        else:
            kept = raw if rest == shown else raw[: _raw_offset(raw, len(rest))]
            yield _Piece(position, line, column + len(whole) - len(whole.lstrip(_BLANK)), kept)
            position = _skip(text, position + len(rest))
        line, column = line + 1, 1


def _skip(text: str, position: int) -> int:
    """The next position that is not blank."""
    while position < len(text) and text[position] in _BLANK:
        position += 1
    return position


def _blank_from(piece: _Piece, text: str, offset: int) -> bool:
    """Whether only blanks lie between a piece and the character."""
    return not text[piece.start + len(_nfc(piece.raw)) : offset + 1].strip(_BLANK)


def _raw_offset(raw: str, offset: int) -> int:
    """The character of the file that became a character of the text; they differ where NFC joined letters."""
    if unicodedata.is_normalized("NFC", raw):
        return offset
    return bisect_right(range(len(raw) + 1), offset, key=lambda end: len(_nfc(raw[:end]))) - 1


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)
