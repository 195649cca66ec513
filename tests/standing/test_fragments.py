from collections.abc import Callable

import pytest

from wp3reports.diagnostics import Diagnostic, Severity
from wp3reports.standing import Cell, State
from wp3reports.standing.fragments import Fragment, fragments

Make = Callable[..., Cell]
Find = Callable[..., Diagnostic]


@pytest.fixture
def short(cell: Make, finding: Find) -> Callable[..., list[Fragment]]:
    def read(*messages: str, name: str = "Vilnius") -> list[Fragment]:
        return list(fragments(cell(2, State.SUBMITTED, 6, *map(finding, messages)), name))

    return read


@pytest.mark.parametrize(
    ("message", "text", "is_verbal"),
    [
        ('Vilnius names no threats of "ict"', 'names no threats of "ict"', True),
        ("Vilnius's hand-in is odd", "is odd", True),
        ('no tool of Vilnius fosters "ict"', 'no tool fosters "ict"', False),
        ('the tool "freeport" of Vilnius fosters no cluster', 'the tool "freeport" fosters no cluster', False),
        ("the tools of Vilniusia", "the tools of Vilniusia", False),
        ("Vilniusia proposes", "Vilniusia proposes", False),
        ('"naem" is no key that is known', '"naem" is no key that is known', False),
        ("Vilnius repeats a statement of Riga", "repeats a statement of Riga", True),
        ("Riga is not Vilnius of old", "Riga is not Vilnius of old", False),
    ],
)
def test_the_name_of_the_author_is_left_out(
    short: Callable[..., list[Fragment]], message: str, text: str, is_verbal: object
) -> None:
    assert short(message) == [Fragment(text, bool(is_verbal))]


def test_a_name_is_no_pattern(short: Callable[..., list[Fragment]]) -> None:
    assert short("St. (P) sends nobody", name="St. (P)") == [Fragment("sends nobody", is_verbal=True)]
    assert short("the WP co-ordinator's hand-in is odd", name="WP co-ordinator")[0].is_verbal


@pytest.mark.parametrize(
    ("things", "text"),
    [
        (["a"], 'names no threats of "a"'),
        (["a", "b"], 'names no threats of "a" and "b"'),
        (["a", "a"], 'names no threats of "a"'),
        (["a", "b", "c"], 'names no threats of "a", "b" and "c"'),
        (["a", "b", "c", "d"], 'names no threats of "a", "b", "c" and "d"'),
        (["a", "b", "c", "d", "e"], 'names no threats of "a", "b", "c" and two more'),
    ],
)
def test_messages_that_differ_in_one_name_are_one(
    short: Callable[..., list[Fragment]], things: list[str], text: str
) -> None:
    assert short(*(f'Vilnius names no threats of "{each}"' for each in things)) == [
        Fragment(text, is_verbal=True, findings=len(things))
    ]


def test_messages_that_differ_in_more_stay_apart(short: Callable[..., list[Fragment]]) -> None:
    found = short('"a" of "x" is odd', '"b" of "y" is odd', '"a" is odd', "odd")
    assert [each.text for each in found] == ['"a" of "x" is odd', '"b" of "y" is odd', '"a" is odd', "odd"]
    assert sum(each.findings for each in found) == 4


def test_only_the_name_that_differs_is_listed(short: Callable[..., list[Fragment]]) -> None:
    (found,) = short('"a" lists "x" for "z"', '"a" lists "y" for "z"')
    assert found.text == '"a" lists "x" and "y" for "z"'


def test_errors_come_first_and_remarks_not_at_all(cell: Make, finding: Find) -> None:
    found = [finding(each.word, f"code-{each.word}", each) for each in reversed(Severity)]
    assert [each.text for each in fragments(cell(2, State.DRAFT, 6, *found), "Vilnius")] == ["error", "warning"]


@pytest.mark.parametrize("code", ["hand-in-missing", "coordinator-missing", "hand-in-unsettled", "hand-in-late"])
def test_what_the_state_says_is_not_said_again(cell: Make, finding: Find, code: str) -> None:
    assert list(fragments(cell(2, State.DRAFT, 6, finding("…", code)), "Vilnius")) == []


def test_a_long_message_is_cut(short: Callable[..., list[Fragment]]) -> None:
    (found,) = short(f"Vilnius {'says ' * 60}")
    assert len(found.text) <= 140
    assert found.text.endswith("says …")
