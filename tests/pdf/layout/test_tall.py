"""What is taller than its page."""

from collections.abc import Callable

from wp3reports.pdf.layout.sheet import Sheet
from wp3reports.pdf.layout.tall import too_tall

SheetsOf = Callable[..., tuple[Sheet, ...]]
STYLE = "@page { size: 100mm; margin: 20mm }"  # 60 mm for content
MANY = "One more sentence. " * 60


def told(sheets: tuple[Sheet, ...]) -> list[tuple[str, str, bool]]:
    return [(flaw.message, flaw.source, flaw.fatal) for flaw in too_tall(sheets)]


def test_a_table_over_two_pages_is_not_told(sheets_of: SheetsOf) -> None:
    sheets = sheets_of(f"<table>{'<tr><td>One<br>two<br>three' * 15}</table>", style=STYLE)
    assert len(sheets) > 1
    assert told(sheets) == []


def test_a_row_that_no_page_holds(sheets_of: SheetsOf) -> None:
    body = f"<table><caption>Tools</caption><tr><td>Short<tr data-src=a><th>Ports<td>{MANY}</table>"
    ((message, source, fatal),) = told(sheets_of(body, style=STYLE))
    assert message.startswith('the row "Ports" of the table "Tools" is ')
    assert message.endswith(" pages tall")
    assert (source, fatal) == ("a", False)


def test_a_row_that_is_cut_but_would_fit_is_none(sheets_of: SheetsOf) -> None:
    body = '<div style="height: 40mm">One</div><table><tr><td>One<br>two<br>three<br>four<br>five<br>six</table>'
    sheets = sheets_of(body, style=STYLE)
    assert len(sheets) == 2
    assert told(sheets) == []


def test_a_picture_that_runs_off_the_page_is_lost(sheets_of: SheetsOf) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" style="width: 5mm; height: 90mm"><title>Map</title></svg>'
    message = 'the picture "Map" runs 30 mm over the foot of its page, and is cut off there'
    assert told(sheets_of(f"<p data-src=a>{svg}", style=STYLE)) == [(message, "a", True)]


def test_a_picture_in_the_foot_of_the_page_is_not(sheets_of: SheetsOf) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" style="width: 5mm; height: 70mm"><title>Map</title></svg>'
    assert told(sheets_of(svg, style=STYLE)) == [('the picture "Map" runs 10 mm over the foot of its page', "", False)]
