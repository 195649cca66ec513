"""Findings to formats: strings out, nothing printed. One file for each format."""

from collections.abc import Callable, Mapping, Sequence

from wp3reports.diagnostics import Diagnostic
from wp3reports.reporters import text
from wp3reports.reporters.text import counts
from wp3reports.snapshot import Snapshot

Reporter = Callable[[Sequence[Diagnostic], Snapshot], str]

REPORTERS: Mapping[str, Reporter] = {"text": text.report}

__all__ = ["REPORTERS", "Reporter", "counts"]
