"""Every case of the rule book finds what it announces, where it announces it, and nothing else.

The format of the documents is described in `cases/README.md`, which also holds the project that every case starts from.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

from wp3reports.check import INDEX, check
from wp3reports.diagnostics import Diagnostic, Span
from wp3reports.load import load
from wp3reports.snapshot import Snapshot

CASES = Path(__file__).parent / "cases"
ISSUED = date(2008, 1, 31)

_FILE = re.compile(r"^`(?P<path>inputs/[^`]+)`\n```(?P<kind>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_ISSUED = re.compile(r"^Issued on (\d{4}-\d{2}-\d{2})\.$", re.MULTILINE)
_ANNOUNCED = re.compile(r"\s*# (?P<severity>error|warning|info): \[(?P<code>[a-z0-9-]+)\] ?(?P<message>.*?)\s*$")


class Announced(NamedTuple):
    """A finding that a case promises."""

    path: str
    line: int
    severity: str
    code: str
    message: str  # a part of it; empty when only the code matters

    def __str__(self) -> str:
        return f"{self.path}:{self.line} {self.severity} [{self.code}]"


class Line(NamedTuple):
    """A line of a file without the announcements that stood behind it."""

    text: str
    announced: tuple[re.Match[str], ...] = ()


@dataclass(frozen=True)
class Case:
    """A heading of the rule book with its files as they are after all changes."""

    document: str
    title: str
    issued: date = ISSUED
    lines: Mapping[str, tuple[Line, ...]] = field(default_factory=dict)

    @property
    def files(self) -> dict[str, bytes]:
        """What the program reads."""
        return {path: "".join(f"{line.text}\n" for line in lines).encode() for path, lines in self.lines.items()}

    @property
    def announced(self) -> list[Announced]:
        """What it must find, sorted."""
        return sorted(
            Announced(path, number, announced["severity"], announced["code"], announced["message"])
            for path, lines in self.lines.items()
            for number, line in enumerate(lines, start=1)
            for announced in line.announced
        )


def given() -> Case:
    """The project that every case starts from."""
    return _case("README", "The given project", (CASES / "README.md").read_text(encoding="utf-8"), {})


def cases() -> Iterator[Case]:
    """All cases of all documents."""
    start = given().lines
    for document in sorted(set(CASES.glob("*.md")) - {CASES / "README.md"}):
        text = document.read_text(encoding="utf-8")
        heads = [*re.finditer(r"^## (.+)$", text, re.MULTILINE), None]
        for head, following in pairwise(heads):
            assert head is not None
            body = text[head.end() : following.start() if following else len(text)]
            yield _case(document.stem, head[1], body, start)


def _case(document: str, title: str, body: str, start: Mapping[str, tuple[Line, ...]]) -> Case:
    lines = dict(start)
    for shown in _FILE.finditer(body):
        path, text = shown["path"], shown["text"].splitlines()
        match shown["kind"]:
            case "yaml":
                lines[path] = tuple(map(_line, text))
            case "diff":
                lines[path] = _changed(lines[path], text)
            case "missing":
                del lines[path]
            case kind:
                raise AssertionError(f"{document}: {title}: unknown kind of file: {kind}")
    issued = _ISSUED.search(body)
    return Case(document, title, date.fromisoformat(issued[1]) if issued else ISSUED, lines)


def _line(text: str) -> Line:
    """A line and what it announces; several announcements may follow each other."""
    announced: list[re.Match[str]] = []
    while found := _last_announcement(text):
        announced.insert(0, found)
        text = text[: found.start()]
    return Line(text, tuple(announced))


def _last_announcement(text: str) -> re.Match[str] | None:
    start = max((text.rfind(f"# {severity}: [") for severity in ("error", "warning", "info")), default=-1)
    return _ANNOUNCED.search(text, len(text[:start].rstrip())) if start >= 0 else None


def _changed(lines: tuple[Line, ...], diff: list[str]) -> tuple[Line, ...]:
    """The lines after the changes, each of which must fit in exactly one place."""
    for hunk in _hunks(diff):
        old = [_line(each[1:]).text for each in hunk if not each.startswith("+")]
        new = [_line(each[1:]) for each in hunk if not each.startswith("-")]
        texts = [line.text for line in lines]
        places = [at for at in range(len(texts)) if texts[at : at + len(old)] == old]
        assert len(places) == 1, f"fits in {len(places)} places instead of one: {hunk}"
        lines = (*lines[: places[0]], *new, *lines[places[0] + len(old) :])
    return lines


def _hunks(diff: Iterable[str]) -> Iterator[list[str]]:
    hunk: list[str] = []
    for each in (*diff, "@@"):
        if each == "@@":
            yield hunk
            hunk = []
        else:
            assert each[:1] in {"", " ", "+", "-"}, f"neither kept, nor gone, nor new: {each}"
            hunk.append(each)


ALL = tuple(cases())


def findings(case: Case) -> list[Diagnostic]:
    dossier, found = load(Snapshot(case.files), case.issued)
    return sorted([*found, *(check(dossier) if dossier else ())], key=lambda each: tuple(announcement(each)))


def announcement(found: Diagnostic) -> Announced:
    return Announced(found.span.path, found.span.line, found.severity.word, found.code, found.message)


def is_inside(span: Span, case: Case) -> bool:
    lines = case.lines[span.path]
    return 1 <= span.line <= len(lines) and 1 <= span.column <= len(lines[span.line - 1].text) + 1


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.document}: {case.title}")
def test_a_case_finds_what_it_announces(case: Case) -> None:
    found = findings(case)
    assert [str(announcement(each)) for each in found] == [str(each) for each in case.announced]
    for each, announced in zip(found, case.announced, strict=True):
        assert announced.message in each.message
        assert all(is_inside(span, case) for span in (each.span, *(note.span for note in each.notes)))


def test_the_given_project_is_right() -> None:
    assert findings(given()) == []
    assert len(given().files) == 11


def test_every_rule_has_a_case_and_every_announced_code_is_a_rule() -> None:
    announced = {each.code for case in ALL for each in case.announced}
    assert announced == set(INDEX)
    assert len(announced) >= 45


def test_the_rule_book_was_read() -> None:
    assert len(ALL) >= 70
    assert {case.document for case in ALL} == {"common", "m1_selection", "m2_swot"}
    assert len({(case.document, case.title) for case in ALL}) == len(ALL)


@pytest.mark.parametrize("code", INDEX)
def test_a_rule_explains_itself(code: str) -> None:
    page = INDEX[code].__doc__ or ""
    assert "Why:" in page
    assert "What to do:" in page
    assert page.splitlines()[0].endswith(".")
