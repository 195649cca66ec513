"""Plain texts: words, citations and paragraphs, without a sign to which CommonMark gives a meaning.

Nearly all texts are such. Nothing can be wrong in them, and their HTML is told without a parser, which would take many
times as long.
"""

import re
from collections.abc import Callable

from markdown_it.common.utils import escapeHtml

from wp3reports.model import CITATION

# An "&" has a meaning where it begins a character's name, a citation another than its own where it looks like a link.
_WORD = r"(?:[^\s<>&\[\]!#|`~_\\=*\0]++|&(?![#a-zA-Z0-9]+;))++"
_LINE = rf"(?![-+]|[0-9]+[.)]){_WORD}(?:[ \u00a0]++{_WORD})*+"  # begins no list
_PLAIN = re.compile(rf"{_LINE}(?:\n\n?{_LINE})*+\n*+")
_CITED = re.compile(rf"{CITATION.pattern}(?![:(\[])")
_PLACED = re.compile(rf"[ \n]?{CITATION.pattern}")


def is_plain(text: str) -> bool:
    """Whether the text is such."""
    return _PLAIN.fullmatch(_CITED.sub("x", text)) is not None


def paragraphs(text: str, cite: Callable[[str], str]) -> str:
    """The HTML of a plain text; `cite` prints a reference to a source, which stays on the line of its word."""

    def placed(citation: re.Match[str]) -> str:
        return ("" if citation[0][0] == "[" else "\u00a0") + cite(citation[1])

    body = escapeHtml(text.rstrip("\n")).replace("\n\n", "</p>\n<p>")
    return f"<p>{_PLACED.sub(placed, body)}</p>"
