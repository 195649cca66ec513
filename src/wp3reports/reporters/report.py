"""What reporters are given: the findings and all that a format may say about them."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import NamedTuple

from wp3reports.diagnostics import Diagnostic, Span
from wp3reports.model import COORDINATOR, Partner
from wp3reports.snapshot import Snapshot


@dataclass(frozen=True)
class Report:
    """The findings to be told, the files that they are about, and the partners.

    `pages` gives the page of each rule by its code, where a format asks for it.
    """

    findings: Sequence[Diagnostic]
    snapshot: Snapshot
    partners: Sequence[Partner] = ()
    pages: Callable[[], Mapping[str, str]] = dict

    def name(self, author: str) -> str:
        """Who an author is, as a heading has it."""
        if author == COORDINATOR:
            return "WP co-ordinator"
        if not author:
            return "Project"
        return next((partner.metropolis for partner in self.partners if partner.id == author), author)

    def rank(self, author: str) -> tuple[int, str]:
        """Where an author stands: the project first, then the co-ordinator, the partners in their order, others."""
        known = ["", COORDINATOR, *(partner.id for partner in self.partners)]
        return (known.index(author) if author in known else len(known)), author


class Told(NamedTuple):
    """A finding with what its path and text say: whose hand-in for which milestone, and what stays the same of it.

    `fingerprint` does not change when lines are added above, as it knows no lines: it is the SHA-256 of code, file,
    message and marked text, and of the number among those that are alike.
    """

    finding: Diagnostic
    milestone: str  # empty for files of the project
    author: str  # the same
    fingerprint: str


def told(report: Report) -> Iterator[Told]:
    """Each finding of a report, in its order."""
    seen: Counter[tuple[str, ...]] = Counter()
    for finding in report.findings:
        same = (finding.code, finding.span.path, finding.message, marked(report.snapshot, finding.span))
        seen[same] += 1
        digest = hashlib.sha256("\0".join((*same, str(seen[same]))).encode("utf-8", "replace")).hexdigest()
        yield Told(finding, *whose(finding.span.path), digest)


def marked(snapshot: Snapshot, span: Span) -> str:
    """The text that a place marks, up to the end of its first line; empty where the file was not read."""
    lines = snapshot.files.get(span.path, b"").decode("utf-8-sig", "replace").replace("\r\n", "\n").split("\n")
    if not 1 <= span.line <= len(lines):
        return ""
    end = span.end_column - 1 if span.end_line == span.line else None
    return lines[span.line - 1][span.column - 1 : end]


def whose(path: str) -> tuple[str, str]:
    """Milestone and author of a hand-in; nothing for other files."""
    match PurePosixPath(path).parts:
        case ("inputs", milestone, name) if name.endswith(".yaml"):
            return milestone, PurePosixPath(name).stem
        case _:
            return "", ""
