"""Narrative text between a file, whose lines are short, and a box that folds lines by itself.

Paragraphs only: lists, tables and whatever else depends on its lines stay as they stand.
"""

import re
from textwrap import wrap

_WIDTH = 100
_GAP = "\n\n"
# What makes more of a line than words: an indent, the signs of lists, quotations, headings, rules, tables, notes and
# links, and a line that is to end where it ends.
_MORE = re.compile(
    r"\s|[-+*](?:\s|$)|[>#~`<=]|[0-9]{1,9}[.)](?:\s|$)|\[[^\]]*\]:|(?:[-*_]\s*){2,}$|.*\||.*(?:\\|  )$", re.DOTALL
)


def flowing(text: str) -> str:
    """The text with each paragraph on one line, as a box shows it."""
    return _GAP.join(" ".join(lines) if (lines := _words(block)) else block for block in _blocks(text))


def folded(text: str, before: str = "") -> str:
    """The text with lines of a length that people read; a paragraph that was there keeps those that it had."""
    kept = {flowing(block): block for block in _blocks(before)}
    return _GAP.join(kept.get(block) or _folded(block) for block in _blocks(text))


def _blocks(text: str) -> list[str]:
    return text.split(_GAP)


def _words(block: str) -> list[str]:
    """The lines of a paragraph; none where a block is more than that."""
    lines = block.split("\n")
    return lines if not any(_MORE.match(line) for line in lines) else []


def _folded(block: str) -> str:
    if "\n" in block or not _words(block):
        return block
    lines = wrap(block, _WIDTH, break_long_words=False, break_on_hyphens=False)
    return "\n".join(lines) if _words("\n".join(lines)) and " ".join(lines) == block else block
