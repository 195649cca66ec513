from collections.abc import Callable

import pytest

from wp3reports.diagnostics import Diagnostic, Severity
from wp3reports.standing import Cell, Matrix, Row, State, chase, chases

Make = Callable[..., Cell]
Find = Callable[..., Diagnostic]
Rows = Callable[..., Row]
NO_THREATS = ('Vilnius names no threats of "ict"', 'Vilnius names no threats of "media"')


def test_what_is_wrong_and_until_when(cell: Make, finding: Find, vilnius: Rows) -> None:
    assert chase(vilnius(cell(2, State.SUBMITTED, 6, *map(finding, NO_THREATS)))) == (
        'Vilnius: milestone 2 names no threats of "ict" and "media"; due in six days.'
    )


@pytest.mark.parametrize(
    ("state", "days", "text"),
    [
        (State.MISSING, 6, "Vilnius: milestone 2 has not been handed in; due in six days."),
        (State.MISSING, -11, "Vilnius: milestone 2 has not been handed in; eleven days late."),
        (State.MISSING, 0, "Vilnius: milestone 2 has not been handed in; due today."),
        (State.DRAFT, 1, "Vilnius: milestone 2 is still a draft; due tomorrow."),
        (State.RETURNED, -1, "Vilnius: milestone 2 is returned for revision; one day late."),
        (State.INVALID, 6, "Vilnius: milestone 2 cannot be used: the file cannot be read; due in six days."),
        (State.SUBMITTED, -11, ""),
        (State.ACCEPTED, -11, ""),
        (State.WAIVED, -11, ""),
    ],
)
def test_what_is_owed_by_its_state(cell: Make, vilnius: Rows, state: State, days: int, text: str) -> None:
    assert chase(vilnius(cell(2, state, days))) == text


def test_nothing_is_owed_by_nobody_or_for_later(cell: Make, vilnius: Rows) -> None:
    assert chase(vilnius()) == ""
    assert chase(vilnius(cell(5, State.MISSING, 400, has_begun=False))) == ""


@pytest.mark.parametrize("severity", list(Severity))
def test_what_was_accepted_is_chased_for_errors_only_and_nothing_that_is_waived(
    cell: Make, finding: Find, vilnius: Rows, severity: Severity
) -> None:
    submitted, accepted = (
        chase(vilnius(cell(2, state, 6, finding("Vilnius errs", "m2-x", severity))))
        for state in (State.SUBMITTED, State.ACCEPTED)
    )
    assert bool(submitted) is (severity is not Severity.INFO)
    assert bool(accepted) is (severity is Severity.ERROR)


def test_a_file_that_cannot_be_used_says_why(cell: Make, finding: Find, vilnius: Rows) -> None:
    found = [finding('"naem" is no key', "field-unknown"), finding('the key "name" is missing', "field-missing")]
    assert chase(vilnius(cell(2, State.INVALID, -2, *found))) == (
        'Vilnius: milestone 2, two days late: cannot be used: "naem" is no key; the key "name" is missing.'
    )


def test_state_and_findings_make_one_sentence(cell: Make, finding: Find, vilnius: Rows) -> None:
    assert chase(vilnius(cell(2, State.DRAFT, 6, finding(NO_THREATS[0])))) == (
        'Vilnius: milestone 2 is still a draft and names no threats of "ict"; due in six days.'
    )


def test_findings_that_make_no_sentence_make_a_list(cell: Make, finding: Find, vilnius: Rows) -> None:
    found = [finding('no tool of Vilnius fosters "ict"', "m2-a"), finding("Vilnius errs", "m2-b")]
    assert chase(vilnius(cell(2, State.SUBMITTED, 6, *found))) == (
        'Vilnius: milestone 2, due in six days: no tool fosters "ict"; errs.'
    )
    found = [finding('Vilnius analyses "itc", which was not selected', "m2-a"), finding("Vilnius errs", "m2-b")]
    assert chase(vilnius(cell(2, State.SUBMITTED, 6, *found))) == (
        'Vilnius: milestone 2, due in six days: analyses "itc", which was not selected; errs.'
    )
    counted = finding("Vilnius proposes 2 clusters; 3 are wanted", "m2-c")
    assert chase(vilnius(cell(2, State.SUBMITTED, 6, counted))) == (
        "Vilnius: milestone 2, due in six days: proposes 2 clusters; 3 are wanted."
    )


@pytest.mark.parametrize(("left", "more"), [(1, "one more finding"), (3, "three more findings")])
def test_two_messages_are_told_and_the_rest_is_counted(
    cell: Make, finding: Find, vilnius: Rows, left: int, more: str
) -> None:
    found = [finding(f"Vilnius errs {each}", f"m2-{each}") for each in "abcdefg"[: 2 + left]]
    assert chase(vilnius(cell(2, State.SUBMITTED, 6, *found))) == (
        f"Vilnius: milestone 2 errs a, errs b and has {more}; due in six days."
    )


def test_a_sentence_for_each_of_two_milestones(cell: Make, finding: Find, vilnius: Rows) -> None:
    cells = cell(2, State.DRAFT, -11), cell(3, State.SUBMITTED, 6, finding("Vilnius errs"))
    assert chase(vilnius(*cells)) == (
        "Vilnius: milestone 2 is still a draft; eleven days late. Milestone 3 errs; due in six days."
    )


def test_all_that_is_missing_in_a_row_is_one(cell: Make, vilnius: Rows) -> None:
    cells = [cell(n, State.MISSING, days) for n, days in ((1, -912), (2, -729), (3, 6))]
    assert chase(vilnius(*cells)) == (
        "Vilnius: milestones 1, 2 and 3 have not been handed in; the first is 912 days late."
    )
    final = cell(6, State.MISSING, 6, is_joint=True)
    assert chase(vilnius(cells[0], final)) == (
        "Vilnius: milestone 1 and the final report have not been handed in; the first is 912 days late."
    )
    assert chase(vilnius(*cells, final)).startswith("Vilnius: milestones 1, 2 and 3 and the final report have")
    assert chase(vilnius(final)) == "Vilnius: the final report has not been handed in; due in six days."


def test_what_no_sentence_is_left_for_is_named(cell: Make, vilnius: Rows) -> None:
    drafts = [cell(n, State.DRAFT, 6) for n in range(1, 5)]
    assert chase(vilnius(*drafts[:3])).endswith(
        "Milestone 2 is still a draft; due in six days; milestone 3 is open too."
    )
    assert chase(vilnius(*drafts)).endswith("milestones 3 and 4 are open too.")
    assert chase(vilnius(*drafts)).count(". ") == 1


def test_those_who_owe_nothing_are_left_alone(cell: Make, vilnius: Rows) -> None:
    rows = vilnius(cell(2, State.DRAFT, 6)), vilnius(cell(2, State.ACCEPTED, 6))
    (text,) = chases(Matrix(cell().period.due, (), rows))
    assert text.startswith("Vilnius: milestone 2")
