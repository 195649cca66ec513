"""Every case of the rule book finds what it announces, where it announces it, and nothing else."""

import pytest

from rule_book import LATER, Announced, Case, cases, given
from wp3reports.check import INDEX, check, settled
from wp3reports.diagnostics import Diagnostic, Span
from wp3reports.load import load
from wp3reports.snapshot import Snapshot

ALL = tuple(cases())


def findings(case: Case) -> list[Diagnostic]:
    dossier, found = load(Snapshot(case.files), case.issued)
    every = settled(dossier, [*found, *check(dossier)]) if dossier else found
    return sorted(every, key=lambda each: tuple(announcement(each)))


def announcement(found: Diagnostic) -> Announced:
    return Announced(found.span.path, found.span.line, found.severity.word, found.code, found.message)


def is_inside(span: Span, case: Case) -> bool:
    lines = case.lines.get(span.path, (case.gone.get(span.path),))
    return 1 <= span.line <= len(lines) and 1 <= span.column <= len(lines[span.line - 1].text) + 1


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.document}: {case.title}")
def test_a_case_finds_what_it_announces(case: Case) -> None:
    found = findings(case)
    assert [str(announcement(each)) for each in found] == [str(each) for each in case.announced]
    for each, announced in zip(found, case.announced, strict=True):
        assert announced.message in each.message
        assert all(is_inside(span, case) for span in (each.span, *(note.span for note in each.notes)))


@pytest.mark.parametrize("document", ["README", *LATER])
def test_the_given_project_is_right(document: str) -> None:
    assert findings(given(document)) == []


def test_the_given_project_grows() -> None:
    sizes = [len(given(document).files) for document in ("README", *LATER)]
    assert sizes[0] == 11
    assert sizes == sorted(sizes)


def test_every_rule_has_a_case_and_every_announced_code_is_a_rule() -> None:
    announced = {each.code for case in ALL for each in case.announced}
    assert announced == set(INDEX)
    assert len(announced) >= 45


def test_the_rule_book_was_read() -> None:
    assert len(ALL) >= 70
    assert {case.document for case in ALL} == {"common", "m1_selection", "m2_swot", *LATER}
    assert len({(case.document, case.title) for case in ALL}) == len(ALL)


@pytest.mark.parametrize("code", INDEX)
def test_a_rule_explains_itself(code: str) -> None:
    page = INDEX[code].__doc__ or ""
    assert "Why:" in page
    assert "What to do:" in page
    assert page.splitlines()[0].endswith(".")
