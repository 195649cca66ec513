"""Findings told to whoever asked: in their format, as statistics, and as a last line that says what to do next."""

import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from wp3reports.cli.console import narration, out, show
from wp3reports.diagnostics import Diagnostic, Severity
from wp3reports.reporters import REPORTERS, Report, counts, summary


def usual_format() -> str:
    """Text; in GitHub Actions annotations too."""
    return "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text"


def tell(report: Report, style: str) -> None:
    """The findings in their format; annotations go to standard error, where Actions reads them, beside the text."""
    if style == "github":
        narration().print(REPORTERS["github"](report), highlight=False)
        if path := os.environ.get("GITHUB_STEP_SUMMARY"):
            with Path(path).open("a", encoding="utf-8") as file:
                file.write(summary(report))
    if style in {"github", "text"}:
        if report.findings:
            show(REPORTERS["text"](report))
    elif written := REPORTERS[style](report):
        out().print(written, highlight=False)


def tell_statistics(findings: Sequence[Diagnostic]) -> None:
    """How often each finding occurs, the most frequent first."""
    counted = Counter((finding.severity.word, finding.code) for finding in findings)
    for (word, code), number in counted.most_common():
        out().print(f"{number:>5} {word:<8} {code}", highlight=False)


def last_line(here: Sequence[Diagnostic], findings: Sequence[Diagnostic]) -> str:
    """How many findings, and what to do next."""
    fixes = sum(bool(finding.fix) for finding in here)
    if _errors(here):
        safely = f"{fixes} can be fixed by: wp3reports check --fix"
        return f"{counts(here)}; {safely if fixes else 'mend the errors and run: wp3reports check'}"
    if elsewhere := _errors(findings):
        return f"{counts(here)} here, {elsewhere} error{'s' if elsewhere != 1 else ''} elsewhere; see: wp3reports check"
    return f"{counts(here)}; next: wp3reports build"


def _errors(findings: Sequence[Diagnostic]) -> int:
    return sum(finding.severity is Severity.ERROR for finding in findings)
