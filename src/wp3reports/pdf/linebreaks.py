"""Two line-breaking faults of WeasyPrint 70.0, mended.

A word is left alone on its line before a citation or link.

Pango lets a blank hang over a line's end, the engine does not: when a text before an inline element fits on the line
but for its last blank, the engine takes it to be too wide and breaks it after its *first* word. A space at a line's
end has no width (CSS Text 3, section 4.1.2), so such a text is laid out whole; a no-break space holds on to what
follows, so the text is broken before its last word.

And for the narrowest width of a cell the engine looks, at each word, at all the text that is left: a cell of 20,000
characters took more than its time. A line without width ends in the first word, so no more than two are shown to it.
"""

import re
from typing import Any

from weasyprint.layout import inline, preferred

COLLAPSING = frozenset({"normal", "pre-line"})  # values of white-space under which a line's last space vanishes
BLANKS = (" ", "\u00a0")
_TWO_WORDS = re.compile(r" ?[^\s]+ [^\s]+ (?=.)")  # and what is not the end of the text
_split_first_line = inline.split_first_line


def mend() -> None:
    """Put the mended function in the engine's place; once is enough, twice does no harm."""
    inline.split_first_line = preferred.split_first_line = split_first_line


def split_first_line(text: str, style: Any, context: Any, max_width: float | None, *rest: Any, **named: Any) -> Any:
    """What the engine's function of that name gives, but for the cases above."""
    if max_width == 0 and (words := _TWO_WORDS.match(text)) and style["white_space"] in COLLAPSING:
        text = words[0]
    found = _split_first_line(text, style, context, max_width, *rest, **named)
    if max_width is None or not text.endswith(BLANKS) or style["white_space"] not in COLLAPSING:
        return found
    resume, width = found[2], found[3]
    if resume is None or width > max_width or len(text) > 2 * max_width / style["font_size"] * 4:
        return found  # it fits as it is, or is far too long to fit
    bare = _split_first_line(text.rstrip("".join(BLANKS)), style, context, None, *rest, **named)
    if bare[2] is not None or bare[3] > max_width:
        return found
    room = None if text.endswith(" ") else bare[3] - 1
    return _split_first_line(text, style, context, room, *rest, **named)
