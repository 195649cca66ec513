"""What is wider than its page."""

from collections.abc import Callable

import pytest

from wp3reports.pdf.layout.sheet import Sheet
from wp3reports.pdf.layout.wide import too_wide

SheetsOf = Callable[..., tuple[Sheet, ...]]
STYLE = "@page { size: 100mm; margin: 20mm } body { margin: 0 }"  # 60 mm for content
ROW = "<tr><td>One<td>Two"


def told(sheets: tuple[Sheet, ...]) -> list[tuple[str, str, bool]]:
    return [(flaw.message, flaw.source, flaw.fatal) for flaw in too_wide(sheets)]


def test_what_fits_is_not_told(sheets_of: SheetsOf) -> None:
    body = f'<p>{"Some text. " * 30}<table style="width: 100%"><caption>Two</caption>{ROW}</table>'
    assert told(sheets_of(body, style=STYLE)) == []


def test_a_table_in_the_margin_is_no_loss(sheets_of: SheetsOf) -> None:
    body = f'<section data-src=a><table style="width: 70mm"><caption>Ports</caption>{ROW}</table></section>'
    assert told(sheets_of(body, style=STYLE)) == [('the table "Ports" is 10 mm wider than the page', "a", False)]


def test_a_table_beyond_the_paper_is(sheets_of: SheetsOf) -> None:
    body = f'<table data-src=a style="width: 90mm">{ROW}</table>'
    message = "a table is 30 mm wider than the page, and cut off at its edge"
    assert told(sheets_of(body, style=STYLE)) == [(message, "a", True)]


def test_a_word_that_nothing_breaks(sheets_of: SheetsOf) -> None:
    (found,) = told(sheets_of(f"<p data-src=a>{'x' * 60}", style=STYLE))
    assert found[1:] == ("a", True)
    assert found[0].startswith('the text "xxxx')


def test_a_picture_is_told_by_its_words(sheets_of: SheetsOf) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" style="width: 65mm; height: 5mm"><title>Map</title></svg>'
    assert told(sheets_of(svg, style=STYLE)) == [('the picture "Map" is 5 mm wider than the page', "", False)]


def test_it_is_told_once_with_the_most_that_it_does(sheets_of: SheetsOf) -> None:
    body = f'<table style="width: 70mm">{"<tr><td>One<td>Two" * 40}</table>'
    sheets = sheets_of(body, style=STYLE)
    assert len(sheets) > 1
    assert len(told(sheets)) == 1


@pytest.mark.parametrize(("left", "count"), [("-15mm", 0), ("-25mm", 1)])
def test_what_the_style_sheet_places_may_stand_in_the_margin(left: str, count: int, sheets_of: SheetsOf) -> None:
    body = f'<div style="position: absolute; left: {left}">Margin</div><p>Text.'
    assert len(told(sheets_of(body, style=STYLE))) == count
