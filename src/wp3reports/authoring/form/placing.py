"""Findings by the value that they are about: a form has no lines."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from wp3reports.authoring.changes import Path
from wp3reports.diagnostics import Diagnostic, Span
from wp3reports.source import Listing, Node, Source
from wp3reports.source import Mapping as Fields

Placed = Mapping[Path, tuple[Diagnostic, ...]]


def placed(source: Source, findings: Iterable[Diagnostic]) -> Placed:
    """The findings in a file by the deepest value that they are about; those of the whole file by an empty path."""
    places = [(path, source.key_at(*path), source.at(*path)) for path in _paths(source.root, ())]
    exact: dict[Span, Path] = {}
    for path, *spans in places:
        for span in spans:
            exact.setdefault(span, path)
    found: dict[Path, list[Diagnostic]] = defaultdict(list)
    for finding in findings:
        if finding.span.path == source.path:
            found[exact.get(finding.span) or _before(finding.span, places)].append(finding)
    return {path: tuple(here) for path, here in found.items()}


def _paths(node: Node, path: Path) -> Iterator[Path]:
    """All places in the order of the file."""
    match node:
        case Fields(entries):
            inside = [((*path, key.text), value) for key, value in entries]
        case Listing(items):
            inside = [((*path, number), item) for number, item in enumerate(items)]
        case _:
            return
    for where, each in inside:
        yield where
        yield from _paths(each, where)


def _before(span: Span, places: Iterable[tuple[Path, Span, Span]]) -> Path:
    """The last value that begins where a finding stands, or before: texts of several lines have but a beginning."""
    found: Path = ()
    for path, key, _ in places:
        if (key.line, key.column) <= (span.line, span.column) and span.line > 1:
            found = path
    return found
