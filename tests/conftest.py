"""What tests of several folders share: the given project of the rule book, and what a finding shows."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from wp3reports.diagnostics import Diagnostic, Span
from wp3reports.load import load
from wp3reports.model import Dossier
from wp3reports.snapshot import Snapshot

_GIVEN = Path(__file__).parent / "cases" / "README.md"
_FILE = re.compile(r"^`(inputs/[^`]+)`\n```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="session")
def given() -> Mapping[str, str]:
    """The files of the given project, in which nothing is wrong."""
    files = dict(_FILE.findall(_GIVEN.read_text(encoding="utf-8")))
    assert len(files) == 11
    return files


@pytest.fixture(scope="session")
def dossier_of() -> Callable[[Mapping[str, str]], Dossier]:
    """What the program makes of files that fit the schema."""

    def read(files: Mapping[str, str]) -> Dossier:
        snapshot = Snapshot({path: text.encode() for path, text in files.items()})
        dossier, findings = load(snapshot, date(2008, 1, 31))
        assert dossier is not None
        assert not findings
        return dossier

    return read


@pytest.fixture(scope="session")
def shown() -> Callable[[Mapping[str, str], Diagnostic], list[tuple[str, str]]]:
    """What a finding marks and what it says there: its own place first, then the others."""

    def marked(text: str, span: Span) -> str:
        return text.splitlines()[span.line - 1][span.column - 1 : span.end_column - 1]

    def read(files: Mapping[str, str], found: Diagnostic) -> list[tuple[str, str]]:
        places = [(found.span, found.label), *((note.span, note.text) for note in found.notes)]
        lines = [files[span.path].splitlines()[span.line - 1] for span, _ in places]
        return [
            (line[span.column - 1 : span.end_column - 1], text)
            for line, (span, text) in zip(lines, places, strict=True)
        ]

    return read
