"""The wrong and the right sample of a code: a case of the rule book, as the program sees it.

Both are excerpts of the files that the tests run, so that no sample can be out of date.
"""

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import cache
from typing import NamedTuple

from wp3reports.diagnostics import Diagnostic, Span, error, info, warning
from wp3reports.rulebook.book import DISK, PAPER, book
from wp3reports.rulebook.case import Case, Line, Lines, content
from wp3reports.rulebook.judging import findings

AROUND = 2  # lines that are shown before and after those that differ
MOST = 10  # lines in a row that are shown; of more, those near a mark

Numbers = frozenset[int]


class Excerpt(NamedTuple):
    """Some lines of a file with their numbers from 1; of a place without a file, what is there instead."""

    path: str
    lines: tuple[tuple[int, str], ...]
    instead: str = ""


class Sample(NamedTuple):
    """A case for one code: the lines that are wrong, what is said of them, and how they are right."""

    case: Case
    wrong: tuple[Excerpt, ...]
    found: tuple[Diagnostic, ...]
    right: tuple[Excerpt, ...]


def sample(code: str) -> Sample:
    """The sample of a code. What shows on the disk or on paper only is not looked for again: a test has done it."""
    case = _cases()[code]
    found = tuple(
        each for each in (_promised if case.document in {DISK, PAPER} else findings)(case) if each.code == code
    )
    paths = list(dict.fromkeys((*(each.span.path for each in found), *_changed(case))))
    right = _right(case)
    return Sample(
        case,
        tuple(_wrong(case, path, _marked(found, path)) for path in paths),
        found,
        tuple(shown for path in paths if path in right and (shown := _shown_right(right, case, path)).lines),
    )


def _promised(case: Case) -> tuple[Diagnostic, ...]:
    make = {"error": error, "warning": warning, "info": info}
    return tuple(make[each.severity](each.code, Span(each.path, each.line), each.message) for each in case.announced)


@cache
def _cases() -> dict[str, Case]:
    """By code the first case that announces nothing else and changes what was right; else the first."""
    first: dict[str, Case] = {}
    alone: dict[str, Case] = {}
    for case in book().cases():
        announced = {each.code for each in case.announced}
        shows_both = len(announced) == 1 and any(path in _right(case) for path in _changed(case))
        for code in announced:
            (alone if shows_both else first).setdefault(code, case)
    return first | alone


def _right(case: Case) -> Lines:
    """The files as they are right: those of the case that is named for it, else those before the changes."""
    if not case.right:
        return case.start
    return next(each.lines for each in book().cases() if (each.document, each.title) == (case.document, case.right))


def _changed(case: Case) -> Iterator[str]:
    """The paths of the files that the case changes."""
    for path in (*case.lines, *case.odd):
        if (
            path not in case.lines
            or path in case.disk
            or path not in case.start
            or _texts(case.lines[path]) != _texts(case.start[path])
        ):
            yield path


def _marked(found: Iterable[Diagnostic], path: str) -> Numbers:
    places: list[Span] = [span for each in found for span in (each.span, *(note.span for note in each.notes))]
    return frozenset(span.line for span in places if span.path == path)


def _wrong(case: Case, path: str, marked: Numbers) -> Excerpt:
    if path in case.disk or path not in case.lines:
        return Excerpt(path, (), case.odd[path].text if path in case.disk else "is not there")
    lines = case.lines[path]
    differing = {number for _, now in _hunks(case.start.get(path, ()), lines) for number in now}
    near = {number + step for number in marked for step in range(-AROUND, AROUND + 1)}
    return _excerpt(path, lines, differing | near, marked)


def _shown_right(right: Lines, case: Case, path: str) -> Excerpt:
    """The lines of the right file that stand where the wrong ones differ; all of one that has no wrong twin."""
    wrong = case.lines.get(path, ())
    differing = {number for then, _ in _hunks(right[path], wrong) for number in then}
    return _excerpt(path, right[path], differing, frozenset())


def _hunks(before: Sequence[Line], after: Sequence[Line]) -> Iterator[tuple[range, range]]:
    """Where two files differ, with some lines around: numbers in the one and in the other."""
    matcher = SequenceMatcher(None, _texts(before), _texts(after), autojunk=False)
    for group in matcher.get_grouped_opcodes(AROUND):
        yield range(group[0][1] + 1, group[-1][2] + 1), range(group[0][3] + 1, group[-1][4] + 1)


def _excerpt(path: str, lines: Sequence[Line], wanted: Iterable[int], marked: Numbers) -> Excerpt:
    """The wanted lines; of a long row of them, the first and those near a mark."""
    shown = content(tuple(lines)).decode("utf-8-sig", "replace").split("\n")
    kept: list[tuple[int, str]] = []
    row = last = 0
    for number in sorted(each for each in set(wanted) if 1 <= each <= len(lines)):
        row = row + 1 if last == number - 1 else 1
        last = number
        if row <= MOST or any(abs(number - mark) <= AROUND for mark in marked):
            kept.append((number, shown[number - 1].rstrip("\r")))
    return Excerpt(path, tuple(kept))


def _texts(lines: Iterable[Line]) -> list[str]:
    return [line.text for line in lines]
