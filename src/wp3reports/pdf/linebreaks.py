"""A line-breaking fault of WeasyPrint 70.0, mended: a word left alone on its line before a citation or link.

When text ends with a space before an inline element, and fits on the line without that space but not with it, the
engine takes the text to be too wide and breaks it after its *first* word. Without the space it would have fitted, and
a space at a line's end has no width (CSS Text 3, section 4.1.2), so it is laid out whole.
"""

from typing import Any

from weasyprint.layout import inline

COLLAPSING = frozenset({"normal", "pre-line"})  # values of white-space under which a line's last space vanishes
_split_first_line = inline.split_first_line


def mend() -> None:
    """Put the mended function in the engine's place; once is enough, twice does no harm."""
    inline.split_first_line = split_first_line


def split_first_line(text: str, style: Any, context: Any, max_width: float | None, *rest: Any, **named: Any) -> Any:
    """What the engine's function of that name gives, but for the case above: the whole text on one line."""
    found = _split_first_line(text, style, context, max_width, *rest, **named)
    if max_width is None or not text.endswith(" ") or style["white_space"] not in COLLAPSING:
        return found
    resume, width = found[2], found[3]
    if resume is None or width > max_width or len(text) > 2 * max_width / style["font_size"] * 4:
        return found  # it fits as it is, or is far too long to fit
    bare = _split_first_line(text.rstrip(" "), style, context, None, *rest, **named)
    if bare[2] is not None or bare[3] > max_width:
        return found
    return _split_first_line(text, style, context, None, *rest, **named)
