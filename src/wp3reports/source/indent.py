"""Tabs and no-break spaces where YAML wants blanks: invisible, and the commonest thing to go wrong.

Looked up by line, because only the reader of events knows which lines are prose, where both may stand.
"""

import re
from collections.abc import Iterator
from typing import Final

from wp3reports.diagnostics import Diagnostic, error
from wp3reports.source.mark import Place
from wp3reports.source.text import Text

_NO_BREAK: Final = "\u00a0\u1680" + "".join(map(chr, range(0x2000, 0x200B))) + "\u202f\u205f\u3000"
_INDENT: Final = re.compile(rf"^[ \t]*([\t{_NO_BREAK}])", re.MULTILINE)
_AFTER_SIGN: Final = re.compile(rf"^ *(?:- +)*(?:[^\s\"']+:|-)([{_NO_BREAK}])", re.MULTILINE)


class Indents:
    """The lines of a file that would be wrong if they were not prose."""

    def __init__(self, text: Text) -> None:
        """Looks at each line once, if any holds such a sign."""
        is_doubtful = any(sign in text.whole for sign in f"\t{_NO_BREAK}")  # hardly ever, and quickly seen
        self._before = dict(_found(text, _INDENT)) if is_doubtful else {}
        self._after = dict(_found(text, _AFTER_SIGN)) if is_doubtful else {}
        self._looked: set[int] = set()
        self._text = text

    @property
    def are_doubtful(self) -> bool:
        """Whether there is any such line."""
        return bool(self._before or self._after)

    def near(self, *lines: int) -> Diagnostic | None:
        """The error for the first of the lines that is wrong."""
        return next((wrong for line in lines if (wrong := self._before.get(line) or self._after.get(line))), None)

    def inside(self, start: Place, stop: Place) -> list[Diagnostic]:
        """The errors for an unquoted text, where it begins its line and where it goes on."""
        lines = self._text.lines
        goes_on = (line for line in range(start.line + 1, stop.line + 1) if lines[line].strip())
        further = [self._before[line] for line in goes_on if line in self._before]
        if start.line in self._looked:  # only the first text of a line can begin it
            return further
        self._looked.add(start.line)
        wrong = self.near(start.line)
        begins = wrong and not lines[start.line][: start.column].replace("- ", "").strip()
        return [wrong, *further] if wrong and begins else further


def _found(text: Text, pattern: re.Pattern[str]) -> Iterator[tuple[int, Diagnostic]]:
    """The lines that fit, by number; counted onwards from one to the next."""
    line = position = 0
    for found in pattern.finditer(text.whole):
        line += text.whole.count("\n", position, found.start())
        position = found.start()
        yield line, _wrong(found[1], line, found.start(1) - position, text)


def _wrong(sign: str, line: int, column: int, text: Text) -> Diagnostic:
    span = text.span(line, column)
    if sign == "\t":
        advice = "indent with blanks, two for each step; most editors can turn tabs into blanks"
        return error("yaml-tab", span, "a tab in the indentation", help=advice)
    message = f"a no-break space (U+{ord(sign):04X}) where a blank must stand"
    advice = "delete it and type a blank; it comes along when text is copied from Word or a web page"
    return error("yaml-no-break-space", span, message, help=advice)
