"""Findings as SARIF 2.1.0 (OASIS Standard, 2020), for code scanning and other viewers."""

import json
from importlib.metadata import version
from typing import Any
from urllib.parse import quote

from wp3reports.diagnostics import Severity, Span
from wp3reports.reporters.report import Report, Told, told

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_ROOT = "PROJECTROOT"


def report(report: Report) -> str:
    """A log with one run; its rules are those that were broken, in alphabetical order."""
    results = tuple(told(report))
    codes, pages = sorted({each.finding.code for each in results}), report.pages()
    driver = {
        "name": "wp3reports",
        "version": version("wp3reports"),
        "rules": [_rule(code, pages.get(code, "")) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder that holds inputs/."}}},
        "results": [_result(each, codes.index(each.finding.code)) for each in results],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _rule(code: str, page: str) -> dict[str, Any]:
    """A rule with its page; of what is found while reading, the code says enough."""
    words = "".join(part.capitalize() for part in code.split("-"))
    if not page:
        return {"id": code, "name": words}
    first, _, _ = page.partition("\n")
    return {
        "id": code,
        "name": words,
        "shortDescription": {"text": first},
        "fullDescription": {"text": page},
        "help": {"text": page},
    }


def _result(each: Told, rule: int) -> dict[str, Any]:
    finding = each.finding
    text = f"{finding.message}. {finding.help}" if finding.help else finding.message
    return {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": _LEVEL[finding.severity],
        "message": {"text": text},
        "locations": [_location(finding.span)],
        "relatedLocations": [
            {"id": number, "message": {"text": note.text}, **_location(note.span)}
            for number, note in enumerate(finding.notes, 1)
        ],
        "partialFingerprints": {"wp3reports/v1": each.fingerprint},
    }


def _location(span: Span) -> dict[str, Any]:
    region = {"startLine": span.line, "startColumn": span.column}
    if span.end_line:
        region |= {"endLine": span.end_line, "endColumn": span.end_column}
    return {"physicalLocation": {"artifactLocation": {"uri": quote(span.path), "uriBaseId": _ROOT}, "region": region}}
