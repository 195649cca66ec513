"""Words that no column holds."""

import re
from collections.abc import Callable, Mapping

import pytest

from wp3reports.pdf.layout.long_words import long_words
from wp3reports.pdf.layout.sheet import Sheet
from wp3reports.pdf.layout.wide import too_wide

SheetsOf = Callable[..., tuple[Sheet, ...]]
STYLE = "@page { size: 100mm; margin: 20mm } html { hyphens: auto; hyphenate-character: '-' }"
ANYWHERE = "p, td { overflow-wrap: anywhere }"
CODE = "x" * 70
COMPOUND = "Kvalifikationsentwicklungsmassnahmenkatalogsverwaltungsordnung"


def told(sheets: tuple[Sheet, ...]) -> list[tuple[str, str]]:
    return [(flaw.message, flaw.source) for flaw in long_words(sheets)]


def test_a_word_that_is_cut_anywhere(sheets_of: SheetsOf) -> None:
    ((message, source),) = told(sheets_of(f"<p data-src=a>One {CODE} two.", style=STYLE + ANYWHERE))
    assert message == f'the word "{"x" * 59}…" is cut anywhere, because no column holds it'
    assert source == "a"


def test_the_words_of_one_source_are_told_together(sheets_of: SheetsOf) -> None:
    cells = "".join(f"<td>{letter * 30}" for letter in "xyz")
    ((message, source),) = told(sheets_of(f"<table data-src=a><tr>{cells}</table>", style=STYLE + ANYWHERE))
    assert message == f'the word "{"x" * 30}", and 2 more are cut anywhere, because no column holds them'
    assert source == "a"


@pytest.mark.parametrize(
    "text",
    [
        "Words that are short and lines that end between them, as they should, again and again.",
        f"https://example.org/{'a' * 60}",
        f"<code>{CODE}</code>",
        "One<br>two",
    ],
)
def test_what_may_be_cut_is_not_told(text: str, sheets_of: SheetsOf) -> None:
    assert told(sheets_of(f"<p>{text}", style=STYLE + ANYWHERE)) == []


def test_a_word_that_is_divided_by_its_syllables(sheets_of: SheetsOf) -> None:
    sheets = sheets_of(f"<p>{COMPOUND}", style=STYLE + ANYWHERE, lang="de")
    assert sum(piece.text.endswith("-") for piece in sheets[0].pieces) > 0
    assert told(sheets) == []


def test_a_word_that_runs_into_the_next_column(sheets_of: SheetsOf) -> None:
    style = STYLE + "table { table-layout: fixed; width: 100% }"
    ((message, source),) = told(sheets_of(f"<table><tr><td data-src=a>{'x' * 20}<td>Two<td>", style=style))
    assert message.startswith(f'the word "{"x" * 20}" runs ')
    assert message.endswith(" mm into the next column")
    assert source == "a"


def column(texts: str, rows: int = 1) -> str:
    return "<table>" + f"<tr>{texts}</tr>" * rows + "</table>"


@pytest.mark.parametrize(
    "table",
    [
        column("<td>Name<td>" + "Words that are many. " * 100),
        column(f"<td>Name<td><span class=unbroken>{'x' * 200}</span>"),
        column(f"<td>{'m' * 12}" * 4),
        column(f"<th scope=col>Name<th scope=col>{chr(120) * 12}" * 6),
        f"<table><tr><td><div class=text>{column(f'<td>{chr(120) * 20}' * 4)}</div><td><td></table>",
    ],
    ids=["a long cell", "a long word", "four columns", "many columns", "a table in a cell"],
)
def test_a_table_of_an_author_stays_on_the_page_and_cuts_no_word_for_another(
    table: str, sheets_of: SheetsOf, templates: Mapping[str, bytes]
) -> None:
    laid_out = sheets_of(f"<div class=text>{table}</div>", style=templates["templates/static/report.css"].decode())
    assert [*too_wide(laid_out)] == []
    assert not any("Name" in flaw.message for flaw in long_words(laid_out))


def test_no_table_that_measures_its_words_may_cut_them_anywhere(templates: Mapping[str, bytes]) -> None:
    """The engine would measure each letter of each cell, with all that follows it."""
    style = templates["templates/static/report.css"].decode()
    cells = [rule for rule in re.findall(r"[^{}]+{[^{}]*overflow-wrap: anywhere[^{}]*}", style) if "td" in rule]
    assert len(cells) == 1  # that of all tables, whose layout is fixed
    assert style.index(cells[0]) < style.index(".text th, .text td { overflow-wrap: break-word }")
