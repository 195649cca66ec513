"""Mistakes as people make them in the real hand-ins: the first error stands where a person would point, and says so."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache, lru_cache
from pathlib import Path

import pytest
import yaml

from wp3reports import load
from wp3reports.diagnostics import Diagnostic, Severity
from wp3reports.milestones import MILESTONES
from wp3reports.model import PARTNERS_FILE, PROJECT_FILE
from wp3reports.reporters import REPORTERS, Report
from wp3reports.rulebook import Case, findings
from wp3reports.rulebook.case import Line
from wp3reports.rulebook.markdown import cases
from wp3reports.snapshot import Snapshot
from wp3reports.source import parse

ROOT = Path(__file__).parents[1]
MISTAKES = ROOT / "tests" / "mistakes"
NAMES = [milestone.name for milestone in MILESTONES]
_SHOWN = re.compile(r"^error\[(?P<code>[^]]+)\] .*\n +--> (?P<path>[^:\n]+)(?::(?P<line>\d+):\d+)?$", re.MULTILINE)
# What only the program calls so; a person in a city has never heard of it.
OURS = re.compile(
    r"\b(?:None|null|str|tuple|dict|mapping|scalar|node|token|schema|pydantic|yaml|libyaml|parser?|pars(?:e|ing)|regex"
    r"|object|attribute|instance|exception|traceback|Dossier|Delivery|[A-Z][a-z]+(?:[A-Z][a-z]+)+)\b|#/|<[a-z]+ at"
)


@cache
def real() -> dict[str, tuple[Line, ...]]:
    """The real inputs, each file by lines."""
    found = {path.relative_to(ROOT).as_posix(): path for path in sorted((ROOT / "inputs").rglob("*.yaml"))}
    return {name: tuple(map(Line, path.read_text(encoding="utf-8").splitlines())) for name, path in found.items()}


@cache
def due(milestone: str) -> date:
    plan = yaml.safe_load((ROOT / PROJECT_FILE).read_text(encoding="utf-8"))["milestones"]
    return next(date.fromisoformat(str(each["due"])) for each in plan if each["milestone"] == milestone)


def as_it_was(case: Case) -> Case:
    """The case in the project on the day after the hand-in was due; nothing is there yet for later milestones."""
    changed = [path for path in (*case.lines, *case.gone) if case.lines.get(path) != case.start.get(path)]
    last = max(NAMES.index(path.split("/")[1]) if path.count("/") == 2 else 0 for path in changed)
    known = (PROJECT_FILE, PARTNERS_FILE, *(f"inputs/{name}/" for name in NAMES[: last + 1]))
    lines = {path: text for path, text in case.lines.items() if path.startswith(known)}
    pictures = {
        path.relative_to(ROOT).as_posix(): path.read_bytes()
        for folder in (ROOT / "inputs", *(ROOT / "inputs" / name for name in NAMES[: last + 1]))
        for path in folder.glob("*.png")
    }
    return replace(case, lines=lines, binary=pictures, issued=due(NAMES[last]) + timedelta(days=1))


def mistakes() -> Iterator[Case]:
    for document in sorted(MISTAKES.glob("*.md")):
        if document.stem != "README":
            yield from cases(document.stem, document.read_text(encoding="utf-8"), real())


ALL = tuple(mistakes())


@pytest.fixture(autouse=True, scope="module")
def _files_are_read_once() -> Iterator[None]:
    """Most files are the same in all cases; what they are read as depends on nothing else."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(load, "parse", lru_cache(maxsize=512)(parse))
        yield


def first_error(case: Case) -> Diagnostic:
    """What `check` prints first."""
    errors = [each for each in findings(case) if each.severity is Severity.ERROR]
    printed = _SHOWN.search(REPORTERS["text"](Report(errors, Snapshot(case.files))))
    assert printed is not None, "nothing is wrong"
    first = (printed["code"], printed["path"], int(printed["line"] or 1))
    return next(each for each in errors if (each.code, each.span.path, each.span.line) == first)


@pytest.mark.slow
@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.document}: {case.title}")
def test_the_first_error_stands_where_a_person_would_point(case: Case) -> None:
    (wanted,) = case.announced
    found = first_error(as_it_was(case))
    assert (found.span.path, found.span.line, found.code) == (wanted.path, wanted.line, wanted.code)
    assert wanted.message
    assert wanted.message in found.message
    speaks_of_the_persons_things(found)


def speaks_of_the_persons_things(found: Diagnostic) -> None:
    """It is short, says what to do, and names nothing that only the program knows."""
    assert len(found.message) <= 160
    assert found.help or found.fix
    words = re.sub(r'"[^"]*"|inputs/\S+', "", f"{found.message} {found.label} {found.help}")
    assert not OURS.findall(words)


def test_the_mistakes_are_many_and_of_all_kinds() -> None:
    assert len(ALL) >= 60
    assert {case.document for case in ALL} == {"files", "names", "shape", "signs", "words"}
    assert len({(case.document, case.title) for case in ALL}) == len(ALL)
    assert len({each.code for case in ALL for each in case.announced}) >= 30


def test_nothing_is_wrong_before_the_mistake() -> None:
    for name in NAMES[:3]:
        path = f"inputs/{name}/oslo.yaml"
        case = as_it_was(Case("", "", {**real(), path: (*real()[path], Line("# a comment"))}, real()))
        assert [each for each in findings(case) if each.severity is Severity.ERROR] == []
