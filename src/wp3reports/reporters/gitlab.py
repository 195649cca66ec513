"""Findings as a code quality report of GitLab: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format."""

import json

from wp3reports.diagnostics import Severity
from wp3reports.reporters.report import Report, told

_WEIGHT = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.INFO: "info"}


def report(report: Report) -> str:
    """The list of violations."""
    violations = [
        {
            "description": each.finding.message,
            "check_name": each.finding.code,
            "fingerprint": each.fingerprint,
            "severity": _WEIGHT[each.finding.severity],
            "location": {"path": each.finding.span.path, "lines": {"begin": each.finding.span.line}},
        }
        for each in told(report)
    ]
    return json.dumps(violations, ensure_ascii=False, indent=2)
