"""Findings as JSON for other programs: one document, or one line each. `docs/findings.schema.json` describes both."""

import json
from typing import Any

from wp3reports.diagnostics import Severity, Span
from wp3reports.reporters.report import Report, Told, told

VERSION = 1  # of the form; a key that is added does not change it


def as_json(report: Report) -> str:
    """One document with all findings and their number by severity."""
    counts = {severity.word: sum(each.severity is severity for each in report.findings) for severity in Severity}
    document = {"version": VERSION, "counts": counts, "findings": [record(each) for each in told(report)]}
    return json.dumps(document, ensure_ascii=False, indent=2)


def as_json_lines(report: Report) -> str:
    """One finding a line, each with the version of the form."""
    return "\n".join(json.dumps({"version": VERSION, **record(each)}, ensure_ascii=False) for each in told(report))


def record(each: Told) -> dict[str, Any]:
    """A finding as JSON has it; lines and columns count characters from 1, the end is exclusive."""
    finding = each.finding
    return {
        "code": finding.code,
        "severity": finding.severity.word,
        "message": finding.message,
        "label": finding.label,
        "help": finding.help,
        "milestone": each.milestone,
        "partner": each.author,
        **_place(finding.span),
        "related": [{"message": note.text, **_place(note.span)} for note in finding.notes],
        "fingerprint": each.fingerprint,
    }


def _place(span: Span) -> dict[str, Any]:
    start = {"line": span.line, "column": span.column}
    end = {"line": span.end_line, "column": span.end_column} if span.end_line else start
    return {"path": span.path, "start": start, "end": end}
