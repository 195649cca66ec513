"""Findings to formats: strings out, nothing printed. One file for each format."""

from collections.abc import Callable, Mapping
from importlib import import_module

from wp3reports.reporters.github import summary
from wp3reports.reporters.report import Report
from wp3reports.reporters.text import counts

Reporter = Callable[[Report], str]


def _written(module: str, function: str = "report") -> Reporter:
    """A format whose module is imported when it is asked for: a run asks for one, and some need JSON or XML."""

    def write(report: Report) -> str:
        reporter: Reporter = getattr(import_module(f"{__name__}.{module}"), function)
        return reporter(report)

    return write


REPORTERS: Mapping[str, Reporter] = {
    "text": _written("text"),
    "concise": _written("concise"),
    "json": _written("data", "as_json"),
    "jsonl": _written("data", "as_json_lines"),
    "github": _written("github"),
    "gitlab": _written("gitlab"),
    "junit": _written("junit"),
    "sarif": _written("sarif"),
}

__all__ = ["REPORTERS", "Report", "Reporter", "counts", "summary"]
