"""One line for each finding, as editors and grep read them: `file:line:column: severity[code] message`."""

from collections.abc import Iterable

from wp3reports.diagnostics import Diagnostic
from wp3reports.reporters.report import Report
from wp3reports.reporters.text import printable


def report(report: Report) -> str:
    """The lines, in the order of the findings."""
    return lines(report.findings)


def lines(findings: Iterable[Diagnostic]) -> str:
    """One line for each."""
    return "\n".join(
        f"{printable(str(each.span))}: {each.severity.word}[{each.code}] {printable(each.message)}" for each in findings
    )
