"""The rule book in `cases/`: each heading a case, read from Markdown. `cases/README.md` describes the format."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

CASES = Path(__file__).parent / "cases"
ISSUED = date(2008, 1, 31)
# The documents that open with what they add to the given project, each on top of those before it.
LATER = ("m3_themes", "m4_concepts", "m5_programmes", "final")

_HEAD = re.compile(r"^## (.+)$", re.MULTILINE)
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
    gone: Mapping[str, Line] = field(default_factory=dict)  # files taken away, and what is announced of them

    @property
    def files(self) -> dict[str, bytes]:
        """What the program reads."""
        return {path: "".join(f"{line.text}\n" for line in lines).encode() for path, lines in self.lines.items()}

    @property
    def announced(self) -> list[Announced]:
        """What it must find, sorted."""
        return sorted(
            Announced(path, number, announced["severity"], announced["code"], announced["message"])
            for path, lines in (*self.lines.items(), *((path, (line,)) for path, line in self.gone.items()))
            for number, line in enumerate(lines, start=1)
            for announced in line.announced
        )


def given(document: str = "README") -> Case:
    """The project that every case of a document starts from.

    What stands before the first case of a later milestone is added to what was given for those before it.
    """
    lines: Mapping[str, tuple[Line, ...]] = {}
    for each in ("README", *(LATER[: LATER.index(document) + 1] if document in LATER else ())):
        text = (CASES / f"{each}.md").read_text(encoding="utf-8")
        opening = text if each == "README" else _HEAD.split(text, maxsplit=1)[0]
        lines = _case(each, "The given project", opening, lines).lines
    return Case(document, "The given project", ISSUED, lines)


def cases() -> Iterator[Case]:
    """All cases of all documents."""
    for document in sorted(set(CASES.glob("*.md")) - {CASES / "README.md"}):
        start = given(document.stem).lines
        text = document.read_text(encoding="utf-8")
        heads = [*_HEAD.finditer(text), None]
        for head, following in pairwise(heads):
            assert head is not None
            body = text[head.end() : following.start() if following else len(text)]
            yield _case(document.stem, head[1], body, start)


def _case(document: str, title: str, body: str, start: Mapping[str, tuple[Line, ...]]) -> Case:
    lines, gone = dict(start), {}
    for shown in _FILE.finditer(body):
        path, text = shown["path"], shown["text"].splitlines()
        match shown["kind"]:
            case "yaml":
                lines[path] = tuple(map(_line, text))
            case "diff":
                lines[path] = _changed(lines[path], text)
            case "missing":
                del lines[path]
                gone[path] = _line(" ".join(text))
            case kind:
                raise AssertionError(f"{document}: {title}: unknown kind of file: {kind}")
    issued = _ISSUED.search(body)
    return Case(document, title, date.fromisoformat(issued[1]) if issued else ISSUED, lines, gone)


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
