"""Findings as text with code frames: what, where with the lines themselves, why, what to do."""

from collections.abc import Iterator, Sequence

from wp3reports.diagnostics import Diagnostic, Note, Severity, Span
from wp3reports.snapshot import Snapshot

SHOWN_PER_FILE = 20
_WIDTH = 160  # characters of a source line that are shown


def report(findings: Sequence[Diagnostic], snapshot: Snapshot) -> str:
    """All findings with their frames; more than twenty in one file are counted, not shown."""
    frames = _Frames(snapshot)
    blocks: list[str] = []
    for path in dict.fromkeys(finding.span.path for finding in findings):
        here = [finding for finding in findings if finding.span.path == path]
        here.sort(key=lambda finding: finding.severity)
        blocks += ["\n".join(_block(finding, frames)) for finding in here[:SHOWN_PER_FILE]]
        if (left := len(here) - SHOWN_PER_FILE) > 0:
            blocks.append(f"… and {left} more in {path}")
    return "\n\n".join(blocks)


def counts(findings: Sequence[Diagnostic]) -> str:
    """`2 errors, 1 warning`, or `no findings`."""
    found = [
        f"{number} {severity.word}{'s' if number != 1 else ''}"
        for severity in Severity
        if (number := sum(finding.severity is severity for finding in findings))
    ]
    return ", ".join(found) or "no findings"


def _block(finding: Diagnostic, frames: "_Frames") -> Iterator[str]:
    yield f"{finding.severity.word}[{finding.code}] {printable(finding.message)}"
    yield f"  --> {finding.span}"
    yield from frames.frame(finding.span, finding.label)
    for note in finding.notes:
        yield from _note(note, frames)
    if finding.help:
        yield f"   = help: {printable(finding.help)}"


def _note(note: Note, frames: "_Frames") -> Iterator[str]:
    yield f"  ::: {note.span}"
    yield from frames.frame(note.span, note.text, mark="-")


class _Frames:
    """The lines of the snapshot's files, split once."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._lines: dict[str, list[str]] = {}

    def frame(self, span: Span, label: str, mark: str = "^") -> Iterator[str]:
        """The marked line with the label under the mark; only the label where there is no such line."""
        lines = self._of(span.path)
        if not 1 <= span.line <= len(lines):
            if label:
                yield f"   | {printable(label)}"
            return
        line = lines[span.line - 1]
        start = min(span.column - 1, len(line))
        end = span.end_column - 1 if span.end_line == span.line else len(line.rstrip())
        lead = f"{span.line:>4} | "
        before = "".join("\t" if c == "\t" else " " for c in line[:start])
        yield lead + printable(line[:_WIDTH])
        yield " " * (len(lead) - 2) + "| " + before[:_WIDTH] + mark * max(1, min(end, _WIDTH) - start) + f" {printable(label)}".rstrip()

    def _of(self, path: str) -> list[str]:
        if path not in self._lines:
            data = self._snapshot.files.get(path, b"")
            self._lines[path] = data.decode("utf-8-sig", "replace").replace("\r\n", "\n").split("\n")
        return self._lines[path]


def printable(text: str) -> str:
    """Text on one line; what does not print is escaped, so that no terminal or log obeys it."""
    return "".join(c if c.isprintable() or c == "\t" else f"\\u{{{ord(c):x}}}" for c in text)
