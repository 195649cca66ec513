"""A finding as a browser is told: the same record as in all reporters, with an address for its place."""

from wp3reports.diagnostics import Diagnostic, Span
from wp3reports.snapshot import Snapshot


def told(finding: Diagnostic, snapshot: Snapshot) -> dict[str, object]:
    """One finding: what, where with the line itself, other places, what to do, and whether it can be fixed."""
    return {
        "severity": finding.severity.word,
        "code": finding.code,
        "message": finding.message,
        "label": finding.label,
        "help": finding.help,
        "place": _place(finding.span, snapshot),
        "notes": [{"text": note.text, "place": _place(note.span, snapshot)} for note in finding.notes],
        "fixes": [{"typed": edit.typed, "text": edit.text, "line": edit.span.line} for edit in finding.fix],
    }


def _place(span: Span, snapshot: Snapshot) -> dict[str, object]:
    lines = snapshot.files.get(span.path, b"").decode("utf-8", "replace").split("\n")
    line = lines[span.line - 1] if span.line <= len(lines) else ""
    end = span.end_column if span.end_line == span.line else 0
    return {
        "path": span.path,
        "line": span.line,
        "column": span.column,
        "end": end,
        "text": line.rstrip("\r"),
    }
