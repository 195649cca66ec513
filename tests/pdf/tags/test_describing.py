"""What elements of the tree say beyond their role."""

from collections.abc import Callable

import pytest

import tagtree

Tagged = Callable[..., tagtree.Tag]


def test_languages_stand_where_they_change(tagged: Tagged) -> None:
    document = tagged('<p>One <span lang="lv">divi</span></p><p lang="ru">Три</p>')
    assert [(tag.text(), tag.language) for tag in document.walk() if tag.language] == [("divi", "lv"), ("Три", "ru")]


@pytest.mark.parametrize(
    ("scope", "written"),
    [("col", "Column"), ("colgroup", "Column"), ("row", "Row"), ("rowgroup", "Row"), ("", "Column"), ("ROW", "Row")],
)
def test_header_cells_say_what_they_head(scope: str, written: str, tagged: Tagged) -> None:
    (header,) = tagged(f'<table><tr><th scope="{scope}">One<td>1</table>').find("TH")
    assert header.attributes == {"Scope": written}


def test_spans_are_told_where_there_are_any(tagged: Tagged) -> None:
    table = "<table><tr><td colspan=2>One<tr><td rowspan=2>Two<td>3<tr><td>4</table>"
    cells = [(cell.text(), cell.attributes) for cell in tagged(table).find("TD")]
    assert cells == [("One", {"ColSpan": 2}), ("Two", {"RowSpan": 2}), ("3", {}), ("4", {})]


@pytest.mark.parametrize(
    ("style", "written"),
    [("decimal", "Decimal"), ("lower-roman", "LowerRoman"), ("upper-alpha", "UpperAlpha"), ("disc", "Disc")],
)
def test_lists_say_how_they_are_numbered(style: str, written: str, tagged: Tagged) -> None:
    (found,) = tagged(f'<ol style="list-style-type: {style}"><li>One</ol>').find("L")
    assert found.attributes == {"ListNumbering": written}


def test_a_list_without_numbers_says_so(tagged: Tagged) -> None:
    (found,) = tagged('<ul style="list-style: none"><li>One</ul>').find("L")
    assert found.attributes == {"ListNumbering": "None"}


def test_a_picture_without_words_is_a_flaw(tagged: Tagged) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text y="9">x</text></svg>'
    assert tagged(svg, flaws=("pdf-untagged",)).find("Figure")[0].alternative == ""
