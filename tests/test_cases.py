"""Every case of the rule book finds what it announces, where it announces it, and nothing else."""

import pytest

from wp3reports.diagnostics import Diagnostic, Span
from wp3reports.pdf.codes import PAGES as OF_PAPER
from wp3reports.rulebook import DISK, LATER, PAGES, PAPER, Announced, Case, book, findings
from wp3reports.workspace.codes import PAGES as OF_THE_DISK

# The cases about the disk and about paper have tests of their own, which put them on one and print the other.
ALL = tuple(case for case in book().cases() if case.document not in {DISK, PAPER})


def announcement(found: Diagnostic) -> Announced:
    return Announced(found.span.path, found.span.line, found.severity.word, found.code, found.message)


def is_inside(span: Span, case: Case) -> bool:
    lines = case.lines.get(span.path, (case.gone.get(span.path),))
    return 1 <= span.line <= len(lines) and 1 <= span.column <= len(lines[span.line - 1].text) + 1


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.document}: {case.title}")
def test_a_case_finds_what_it_announces(case: Case) -> None:
    found = sorted(findings(case), key=lambda each: tuple(announcement(each)))
    assert [str(announcement(each)) for each in found] == [str(each) for each in case.announced]
    for each, announced in zip(found, case.announced, strict=True):
        assert announced.message in each.message
        assert all(is_inside(span, case) for span in (each.span, *(note.span for note in each.notes)))


@pytest.mark.parametrize("document", ["README", *LATER])
def test_the_given_project_is_right(document: str) -> None:
    assert findings(book().given(document)) == ()


def test_the_given_project_grows() -> None:
    sizes = [len(book().given(document).files) for document in ("README", *LATER)]
    assert sizes[0] == 11
    assert sizes == sorted(sizes)


def test_every_code_has_a_case_and_every_announced_code_is_one() -> None:
    announced = {each.code for case in ALL for each in case.announced}
    assert announced == PAGES.keys() - OF_THE_DISK.keys() - OF_PAPER.keys()
    assert len(announced) >= 180


def test_the_rule_book_was_read() -> None:
    assert len(ALL) >= 290
    assert len(tuple(book().cases())) >= len(ALL) + 30
    assert {case.document for case in ALL} == {"reading", "schema", "text", "common", "m1_selection", "m2_swot", *LATER}
    assert len({(case.document, case.title) for case in ALL}) == len(ALL)


@pytest.mark.parametrize("code", PAGES)
def test_a_code_explains_itself(code: str) -> None:
    page = PAGES[code]
    assert page.rule.endswith(".")
    assert [each.partition(":")[0] for each in page.paragraphs if ": " in each][:2] == ["Why", "What to do"]
