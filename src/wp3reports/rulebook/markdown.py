"""Markdown to cases. The format is described in `tests/cases/README.md`; what does not keep to it raises ValueError."""

import re
from base64 import b64decode
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise

from wp3reports.rulebook.case import Case, Line, Lines, Promise
from wp3reports.shipped import template

_HEAD = re.compile(r"^## (.+)$", re.MULTILINE)
_FILE = re.compile(
    r"^`(?P<path>(?:inputs|templates|build)(?:/[^`]+)?)`\n```(?P<kind>\w+)\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
_ISSUED = re.compile(r"^Issued on (\d{4}-\d{2}-\d{2})\.$", re.MULTILINE)
_RIGHT = re.compile(r"^Right: (.+)\.$", re.MULTILINE)
_TARGET = re.compile(r"^Built: (\S+)\.$", re.MULTILINE)
_MEANWHILE = re.compile(r"^Meanwhile (.+)\.$", re.MULTILINE)
_ANNOUNCED = re.compile(r"\s*# (?P<severity>error|warning|info): \[(?P<code>[a-z0-9-]+)\] ?(?P<message>.*?)\s*$")
_ESCAPE = re.compile(r"\\(?:x(?P<byte>[0-9a-f]{2})|(?P<sign>[tn\\])|\{(?P<times>\d+):(?P<again>[^{}]*)\})")
_SIGNS = {"t": "\t", "n": "\n", "\\": "\\"}


def opening(text: str) -> str:
    """What stands before the first case of a document."""
    return _HEAD.split(text, maxsplit=1)[0]


def cases(document: str, text: str, start: Lines) -> Iterator[Case]:
    """The cases of a document, each of which changes the files of the start."""
    heads = [*_HEAD.finditer(text), None]
    for head, following in pairwise(heads):
        if head is not None:
            body = text[head.end() : following.start() if following else len(text)]
            yield case(document, head[1], body, start)


def case(document: str, title: str, body: str, start: Lines) -> Case:
    """One case from what stands below its heading."""
    read = Case(document, title, start, start)
    for shown in _FILE.finditer(body):
        try:
            read = _with(read, shown["path"], shown["kind"], shown["text"].splitlines())
        except (ValueError, KeyError) as wrong:
            raise ValueError(f"{document}: {title}: {shown['path']}: {wrong}") from None
    issued = _ISSUED.search(body)
    return replace(
        read,
        issued=date.fromisoformat(issued[1]) if issued else read.issued,
        right=_said(_RIGHT, body),
        target=_said(_TARGET, body),
        meanwhile=_said(_MEANWHILE, body),
    )


def _said(pattern: re.Pattern[str], body: str) -> str:
    found = pattern.search(body)
    return found[1] if found else ""


def _with(case: Case, path: str, kind: str, text: list[str]) -> Case:
    """The case with one file more, or another one, or something else in its place."""
    match kind:
        case "base64":
            return replace(case, binary={**case.binary, path: b64decode("".join(text), validate=True)})
        case "disk":
            return replace(case, disk={**case.disk, path: line(" ".join(text))})
        case "missing":
            kept = {name: lines for name, lines in case.lines.items() if name != path}
            return replace(case, lines=kept, gone={**case.gone, path: line(" ".join(text))})
        case "more":
            known = tuple(map(Line, template(path.removeprefix("templates/")).decode().splitlines()))
            added = (*known, *map(line, text))
            return replace(case, lines={**case.lines, path: added}, start={**case.start, path: known})
    return replace(case, lines={**case.lines, path: _read(case, path, kind, text)})


def _read(case: Case, path: str, kind: str, text: list[str]) -> tuple[Line, ...]:
    """The lines of a file."""
    match kind:
        case "yaml":
            return tuple(map(line, text))
        case "diff":
            return _changed(case.lines[path], text, _one)
        case "bytes":
            return _changed(case.lines.get(path, ()), text, _unescaped)
        case "copy":
            return case.start["".join(text)]
        case _:
            raise ValueError(f"unknown kind of file: {kind}")


def line(text: str) -> Line:
    """A line and what it announces; several announcements may follow each other."""
    announced: list[Promise] = []
    while found := _last_announcement(text):
        announced.insert(0, Promise(**found.groupdict()))
        text = text[: found.start()]
    return Line(text, tuple(announced))


def _last_announcement(text: str) -> re.Match[str] | None:
    start = max((text.rfind(f"# {severity}: [") for severity in ("error", "warning", "info")), default=-1)
    return _ANNOUNCED.search(text, len(text[:start].rstrip())) if start >= 0 else None


def _one(text: str) -> tuple[Line, ...]:
    return (line(text),)


def _unescaped(text: str) -> tuple[Line, ...]:
    r"""The lines that a line with escapes stands for: `\n` ends one; what is announced belongs to the first."""
    marked = line(text)
    first, *others = _ESCAPE.sub(_meant, marked.text).split("\n")
    return (Line(first, marked.announced), *map(Line, others))


def _meant(escape: re.Match[str]) -> str:
    if escape["byte"]:
        return bytes.fromhex(escape["byte"]).decode("ascii", "surrogateescape")
    return _SIGNS[escape["sign"]] if escape["sign"] else _ESCAPE.sub(_meant, escape["again"]) * int(escape["times"])


def _changed(lines: tuple[Line, ...], diff: list[str], read: Callable[[str], tuple[Line, ...]]) -> tuple[Line, ...]:
    """The lines after the changes, each of which must fit in exactly one place; a new file has no place yet."""
    for hunk in _hunks(diff):
        old = [line(each[1:]).text for each in hunk if not each.startswith("+")]
        new = [one for each in hunk if not each.startswith("-") for one in read(each[1:])]
        texts = [each.text for each in lines]
        places = [at for at in range(len(texts) or 1) if texts[at : at + len(old)] == old]
        if len(places) != 1:
            raise ValueError(f"fits in {len(places)} places instead of one: {hunk}")
        lines = (*lines[: places[0]], *new, *lines[places[0] + len(old) :])
    return lines


def _hunks(diff: Iterable[str]) -> Iterator[list[str]]:
    hunk: list[str] = []
    for each in (*diff, "@@"):
        if each == "@@":
            yield hunk
            hunk = []
        elif each[:1] in {"", " ", "+", "-"}:
            hunk.append(each)
        else:
            raise ValueError(f"neither kept, nor gone, nor new: {each}")
