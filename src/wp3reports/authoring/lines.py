"""The lines of a YAML file, to be changed in few places: line ends and byte order mark stay as they are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from wp3reports.diagnostics import Span

_MARK = "\ufeff"
_COMMENT = re.compile(r"[ \t]+#(?:\s.*)?$")


class Stretch(NamedTuple):
    """A value from its first character to the line before `end`; `is_block`: it owns all that is on its lines."""

    line: int
    column: int
    end: int
    is_block: bool


@dataclass
class Lines:
    """The rows of a file without their ends; lines and columns count from 0."""

    rows: list[str]
    line_end: str
    mark: str

    @classmethod
    def of(cls, data: bytes) -> "Lines":
        """The lines of a file in UTF-8."""
        text = data.decode()
        mark = _MARK if text.startswith(_MARK) else ""
        return cls(text.removeprefix(_MARK).split("\n"), "\r" if "\r\n" in text else "", mark)

    def to_bytes(self) -> bytes:
        """The file again."""
        return (self.mark + "\n".join(self.rows)).encode()

    def sign(self, span: Span) -> str:
        """The first character at a place."""
        return self.rows[span.line - 1][span.column - 1]

    def end(self, line: int, indent: int, *, dashes: bool = False) -> int:
        """The line behind all that stands further in than a column; comments and blanks at the end do not count.

        With `dashes`, entries of a list at that very column belong to it.
        """
        end = line + 1
        for number in range(line + 1, len(self.rows)):
            row = self.rows[number].rstrip()
            own = len(row) - len(row.lstrip(" "))
            if not row or (row[own] == "#" and own <= indent):
                continue
            if own > indent or (dashes and own == indent and row[own:].startswith("-")):
                end = number + 1
            else:
                break
        return end

    def behind_brackets(self, end: int) -> str:
        """What stands behind the last bracket before a line."""
        last = _COMMENT.sub("", self.rows[end - 1].rstrip("\r"))
        return last[max(last.rfind("]"), last.rfind("}")) + 1 :]

    def replace(self, old: Stretch, first: str, below: Sequence[str]) -> None:
        """Put a value where another stood. A comment on its first line stays, as do lines of comment behind a text."""
        row, end = self.rows[old.line].rstrip("\r"), old.end
        while not old.is_block and end > old.line + 1 and self.rows[end - 1].lstrip(" ").startswith("#"):
            end -= 1
        comment = _COMMENT.search(row, old.column) if old.is_block or end == old.line + 1 else None
        start = row[: old.column].rstrip() + " " * bool(first)
        written = f"{start}{first}{comment[0] if comment else ''}"
        self.rows[old.line : end] = [each + self.line_end for each in (written, *below)]

    def insert(self, line: int, new: Sequence[str], *, spaced: bool = False) -> None:
        """Put new lines before a line, with a blank one between them and what stands before."""
        at_the_end = line == len(self.rows)
        rows = [each + self.line_end for each in (*([""] if spaced and line else []), *new)]
        if at_the_end and self.rows[-1]:
            self.rows[-1] += self.line_end
        self.rows[line:line] = rows
        if at_the_end:
            self.rows[-1] = self.rows[-1].removesuffix("\r")

    def delete(self, line: int, end: int, *, heir: int = -1) -> None:
        """Take lines away. What stands before column `heir` of the first one, such as a dash, goes to the next."""
        before = self.rows[line][:heir] if heir > 0 else ""
        del self.rows[line:end]
        if before.strip():
            self.rows[line] = before + self.rows[line].lstrip(" ")
