"""Findings as annotations of GitHub Actions, and as the table of a step's summary.

A step shows ten annotations of each level and drops the rest, so where there are more, those of a file are one.
Text of partners stands behind the command only, with what could end it escaped: it can never become a command.
"""

from collections.abc import Iterator, Sequence

from wp3reports.diagnostics import Diagnostic, Severity
from wp3reports.reporters.markdown import quoted
from wp3reports.reporters.report import Report, told
from wp3reports.reporters.text import counts

MOST = 10  # annotations of one level that a step shows
_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def report(report: Report) -> str:
    """The workflow commands, a line each."""
    return "\n".join(
        line
        for severity in Severity
        for line in _annotations([each for each in report.findings if each.severity is severity])
    )


def summary(report: Report) -> str:
    """All findings as a Markdown table, with their number above."""
    rows = [
        f"| {each.finding.severity.word} | {quoted(report.name(each.author))} | {quoted(str(each.finding.span))} "
        f"| {each.finding.code} | {quoted(each.finding.message)} |"
        for each in told(report)
    ]
    head = ["| | Partner | Place | Finding | What |", "|---|---|---|---|---|"] if rows else []
    return "\n".join((f"### wp3reports check: {counts(report.findings)}", "", *head, *rows, ""))


def _annotations(findings: Sequence[Diagnostic]) -> Iterator[str]:
    if len(findings) <= MOST:
        yield from (_command([finding]) for finding in findings)
        return
    paths = dict.fromkeys(finding.span.path for finding in findings)
    by_file = [[each for each in findings if each.span.path == path] for path in paths]
    shown, left = (by_file, []) if len(by_file) <= MOST else (by_file[: MOST - 1], by_file[MOST - 1 :])
    yield from map(_command, shown)
    if left:
        yield _command([each for here in left for each in here], f"{len(left)} more files")


def _command(findings: Sequence[Diagnostic], title: str = "") -> str:
    """One annotation at the place of its first finding."""
    first = findings[0]
    span = first.span
    heading = title or (first.code if len(findings) == 1 else f"{len(findings)} findings in {span.path}")
    place = {"file": span.path, "line": str(span.line), "col": str(span.column), "title": heading}
    if span.end_line == span.line and span.end_column > span.column:
        place["endColumn"] = str(span.end_column)
    properties = ",".join(f"{key}={_property(value)}" for key, value in place.items())
    lines = [_sentence(first)] if len(findings) == 1 else [f"{each.span}: {_sentence(each)}" for each in findings]
    data = _data("\n".join(lines))
    return f"::{_LEVEL[first.severity]} {properties}::{data}"


def _sentence(finding: Diagnostic) -> str:
    return f"{finding.message}. {finding.help}" if finding.help else finding.message


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
