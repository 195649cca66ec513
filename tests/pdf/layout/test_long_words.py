"""Words that no column holds."""

from collections.abc import Callable

import pytest

from wp3reports.pdf.layout.long_words import long_words
from wp3reports.pdf.layout.sheet import Sheet

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
