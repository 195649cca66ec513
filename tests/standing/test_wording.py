from collections.abc import Callable

import pytest

from wp3reports.diagnostics import Diagnostic, Severity
from wp3reports.model import COORDINATOR
from wp3reports.standing import Cell, State, said
from wp3reports.standing.wording import guided, listed, many, number, when

Make = Callable[..., Cell]


@pytest.mark.parametrize(
    ("days", "text"),
    [
        (0, "due today"),
        (1, "due tomorrow"),
        (2, "due in two days"),
        (6, "due in six days"),
        (12, "due in twelve days"),
        (13, "due in 13 days"),
        (1200, "due in 1,200 days"),
        (-1, "one day late"),
        (-11, "eleven days late"),
        (-13, "13 days late"),
        (-7098, "7,098 days late"),
    ],
)
def test_days_are_words_up_to_twelve(days: int, text: str) -> None:
    assert when(days) == text


def test_numbers_and_lists() -> None:
    assert [number(count) for count in (0, 1, 12, 13, 2719)] == ["no", "one", "twelve", "13", "2,719"]
    assert [many(count, "word") for count in (0, 1, 2719)] == ["0 words", "1 word", "2,719 words"]
    assert [listed(list(things)) for things in ("", "a", "ab", "abc")] == ["", "a", "a and b", "a, b and c"]
    assert guided(None) == ""


@pytest.mark.parametrize(
    ("state", "days", "more", "text"),
    [
        (State.ACCEPTED, -400, {}, "in time"),
        (State.SUBMITTED, 6, {}, "in time"),
        (State.SUBMITTED, -400, {"late": 1}, "1 day late"),
        (State.SUBMITTED, -400, {"late": 154}, "154 days late"),
        (State.DRAFT, 6, {}, "in 6 days"),
        (State.DRAFT, -11, {}, "11 days late"),
        (State.RETURNED, 1, {}, "in 1 day"),
        (State.MISSING, 0, {}, "in 0 days"),
        (State.INVALID, -1, {}, "1 day late"),
        (State.WAIVED, -11, {}, ""),
    ],
)
def test_what_is_owed_counts_days_and_what_is_settled_its_own_date(
    cell: Make, state: State, days: int, more: dict[str, int], text: str
) -> None:
    assert said(cell(2, state, days, **more)).timing == text


@pytest.mark.parametrize(
    ("words", "author", "extent", "measure"),
    [
        (1210, "vilnius", "1,210 of 600–1,500 words", ""),
        (600, "vilnius", "600 of 600–1,500 words", ""),
        (599, "vilnius", "599 of 600–1,500 words", "short"),
        (1500, "vilnius", "1,500 of 600–1,500 words", ""),
        (1501, "vilnius", "1,501 of 600–1,500 words", "long"),
        (0, "vilnius", "0 of 600–1,500 words", "short"),
        (2719, COORDINATOR, "2,719 words", ""),
        (None, "vilnius", "", ""),
    ],
)
def test_words_stand_beside_what_the_plan_asks_for(
    cell: Make, words: int | None, author: str, extent: str, measure: str
) -> None:
    _, told, measured, _ = said(cell(2, words=words, author=author))
    assert (told, measured) == (extent, measure)


def test_errors_and_warnings_are_counted_and_remarks_are_not(cell: Make, finding: Callable[..., Diagnostic]) -> None:
    found = [finding("a"), finding("b"), *(finding(each.word, severity=each) for each in Severity)]
    assert said(cell(2, State.DRAFT, 6, *found)).counted == "3 errors, 1 warning"
    assert said(cell(2, State.DRAFT, 6, found[-1])).counted == ""
    assert said(cell(2, State.MISSING, 6, finding("missing", "hand-in-missing"))).counted == ""
