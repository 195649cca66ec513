"""Findings as text with code frames: what, where with the lines themselves, why, what to do.

Text of partners is quoted, never obeyed: what does not print is escaped, and no line begins with it.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from wp3reports.diagnostics import Diagnostic, Severity, Span
from wp3reports.reporters.report import Report, told
from wp3reports.snapshot import Snapshot

SHOWN_PER_FILE = 20
WIDTH = 120  # characters of a source line that are shown
MOST = 500  # characters of a message
_BEFORE = 40  # of them before the mark, in a longer line
_TAB = 4
_LOG_COMMAND = re.compile(r"##(?=\[|vso\[)")  # obeyed by some build servers wherever it stands


def report(report: Report) -> str:
    """All findings with their frames, grouped by partner; more than twenty in one file are counted, not shown."""
    frames = _Frames(report.snapshot)
    by_author: dict[str, list[Diagnostic]] = {}
    for each in told(report):
        by_author.setdefault(each.author, []).append(each.finding)
    blocks: list[str] = []
    for author in sorted(by_author, key=report.rank):
        if len(by_author) > 1:
            blocks.append(f"== {printable(report.name(author))}: {counts(by_author[author])}")
        blocks += _blocks(by_author[author], frames)
    return "\n\n".join(blocks)


def _blocks(findings: Sequence[Diagnostic], frames: "_Frames") -> Iterator[str]:
    """The findings of one partner, file by file."""
    for path in dict.fromkeys(finding.span.path for finding in findings):
        here = [finding for finding in findings if finding.span.path == path]
        # What is there and wrong is often the reason why something else is missing, so it comes first.
        here.sort(key=lambda finding: (finding.severity, finding.code.endswith("-missing")))
        yield from ("\n".join(_block(finding, frames)) for finding in here[:SHOWN_PER_FILE])
        if left := here[SHOWN_PER_FILE:]:
            yield f"… and {len(left)} more in {printable(path)}: {counts(left)}"


def counts(findings: Sequence[Diagnostic]) -> str:
    """`2 errors, 1 warning`, or `no findings`."""
    found = [
        f"{number} {severity.word}{'s' if number != 1 else ''}"
        for severity in Severity
        if (number := sum(finding.severity is severity for finding in findings))
    ]
    return ", ".join(found) or "no findings"


def printable(text: str) -> str:
    """Text on one line; what does not print is escaped, so that no terminal or log obeys it."""
    cut = text if len(text) <= MOST else text[: MOST - 1] + "…"
    return _LOG_COMMAND.sub(r"#\\u{23}", "".join(map(_printable, cut)))


def _printable(character: str) -> str:
    return character if character.isprintable() else f"\\u{{{ord(character):x}}}"


def _block(finding: Diagnostic, frames: "_Frames") -> Iterator[str]:
    places = [(finding.span, finding.label, "-->", "^"), *((n.span, n.text, ":::", "-") for n in finding.notes)]
    gutter = max(2, *(len(str(span.line)) for span, *_ in places))
    yield f"{finding.severity.word}[{finding.code}] {printable(finding.message)}"
    for span, label, arrow, mark in places:
        yield from frames.frame(span, label, arrow, mark, gutter)
    if finding.help:
        yield f"{'':{gutter}}= help: {printable(finding.help)}"


class _Frames:
    """The lines of the snapshot's files, split once."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._lines: dict[str, list[str]] = {}

    def frame(self, span: Span, label: str, arrow: str, mark: str, gutter: int) -> Iterator[str]:
        """The place, and the marked line with the label under the mark; without such a line, the label alone."""
        lines = self._of(span.path)
        has_line = 1 <= span.line <= len(lines)
        place = str(span) if lines else span.path
        yield f"{'':{gutter}}{arrow} {printable(place)}"
        if has_line:
            shown, lead, width = _excerpt(lines[span.line - 1], span)
            yield f"{span.line:>{gutter}} | {shown}".rstrip()
            yield f"{'':{gutter}} | {'':{lead}}{mark * width} {printable(label)}".rstrip()
        elif label:
            yield f"{'':{gutter}} | {printable(label)}"

    def _of(self, path: str) -> list[str]:
        """The lines as an editor counts them; none of a file that was not read."""
        if path not in self._lines:
            data = self._snapshot.files.get(path)
            text = "" if data is None else data.decode("utf-8-sig", "replace")
            self._lines[path] = [] if data is None else text.replace("\r\n", "\n").split("\n")
        return self._lines[path]


def _excerpt(line: str, span: Span) -> tuple[str, int, int]:
    """The line as it is shown, cut around the mark where it is long; columns before the mark, and of the mark."""
    start = min(span.column - 1, len(line))
    end = span.end_column - 1 if span.end_line == span.line else len(line.rstrip())
    first = max(0, min(start - _BEFORE, len(line) - WIDTH))
    last = first + WIDTH
    cells = ["…"] if first else []
    lead = len(cells)
    width = 0
    column = lead
    for index, character in enumerate(line[first:last], first):
        cell = " " * (_TAB - column % _TAB) if character == "\t" else _printable(character)
        cells.append(cell)
        column += (taken := _columns(cell))
        lead += taken if index < start else 0
        width += taken if start <= index < end else 0
    if last < len(line):
        cells.append("…")
    return _LOG_COMMAND.sub(r"#\\u{23}", "".join(cells)), lead, max(1, width)


def _columns(cell: str) -> int:
    """The columns of a terminal that some text takes: two for wide characters, none for accents on the one before."""
    return sum(
        0 if unicodedata.category(c) in {"Mn", "Me"} else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in cell
    )
