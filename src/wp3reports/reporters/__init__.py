"""Findings to formats: strings out, nothing printed. One file for each format."""

from collections.abc import Callable, Mapping

from wp3reports.reporters import concise, data, github, gitlab, junit, sarif, text
from wp3reports.reporters.github import summary
from wp3reports.reporters.report import Report
from wp3reports.reporters.text import counts

Reporter = Callable[[Report], str]

REPORTERS: Mapping[str, Reporter] = {
    "text": text.report,
    "concise": concise.report,
    "json": data.as_json,
    "jsonl": data.as_json_lines,
    "github": github.report,
    "gitlab": gitlab.report,
    "junit": junit.report,
    "sarif": sarif.report,
}

__all__ = ["REPORTERS", "Report", "Reporter", "counts", "summary"]
