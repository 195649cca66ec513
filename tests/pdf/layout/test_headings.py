"""Headings at the foot of a page."""

from collections.abc import Callable

from wp3reports.pdf.layout.headings import left_alone
from wp3reports.pdf.layout.sheet import Sheet

SheetsOf = Callable[..., tuple[Sheet, ...]]
NEXT = '<p style="break-before: page">More.'


def told(sheets: tuple[Sheet, ...]) -> list[tuple[str, str]]:
    return [(flaw.message, flaw.source) for flaw in left_alone(sheets)]


def test_the_last_line_of_a_page_is_a_heading(sheets_of: SheetsOf) -> None:
    message = 'the heading "Tools" stands alone at the foot of page 1: what it heads is on the next'
    assert told(sheets_of(f"<p>One.<h3 data-src=a>Tools</h3>{NEXT}")) == [(message, "a")]


def test_the_caption_of_a_table_that_no_page_holds(sheets_of: SheetsOf) -> None:
    rows = "<tr><td>One" * 60
    table = f'<table data-src=a style="break-inside: avoid"><caption>Tools</caption>{rows}</table>'
    message = 'the caption "Tools" stands alone at the foot of page 1: what it heads is on the next'
    assert told(sheets_of(f"<p>One.{table}")) == [(message, "a")]


def test_a_heading_of_nothing(sheets_of: SheetsOf) -> None:
    message = 'the heading "Tools" stands alone at the foot of page 1: nothing of it below'
    assert told(sheets_of("<p>One.<h3>Tools</h3>")) == [(message, "")]


def test_a_line_of_what_it_heads_is_enough(sheets_of: SheetsOf) -> None:
    assert told(sheets_of(f"<p>One.<h3>Tools</h3><p>A line.{NEXT}")) == []


def test_a_title_page_holds_headings_alone(sheets_of: SheetsOf) -> None:
    assert told(sheets_of(f"<h1>Report</h1><h2>Of Riga</h2>{NEXT}")) == []
