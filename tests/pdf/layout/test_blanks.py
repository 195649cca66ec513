"""Pages with next to nothing on them."""

from collections.abc import Callable

import pytest

from wp3reports.pdf.layout.blanks import near_empty
from wp3reports.pdf.layout.sheet import Sheet

SheetsOf = Callable[..., tuple[Sheet, ...]]
STYLE = """@page { size: 100mm 160mm; margin: 20mm } html { font-size: 4mm; line-height: 6mm; orphans: 1; widows: 1 }
body, p { margin: 0 } table { border-collapse: collapse } td { padding: 0 }"""  # 20 lines
LINE = "<p>One."


def told(sheets: tuple[Sheet, ...]) -> list[tuple[str, str]]:
    return [(flaw.message, flaw.source) for flaw in near_empty(sheets)]


def test_one_short_page_is_all_right(sheets_of: SheetsOf) -> None:
    assert told(sheets_of("<p>One.")) == []


@pytest.mark.parametrize(("lines", "message"), [(21, "page 2 of 2 holds no more than one line"), (23, "")])
def test_a_last_page_with_a_line_and_one_with_three(lines: int, message: str, sheets_of: SheetsOf) -> None:
    body = f"{LINE * (lines - 1)}<p data-src=a>Last."
    assert told(sheets_of(body, style=STYLE)) == ([(message, "a")] if message else [])


def test_a_page_before_a_forced_break_may_be_short(sheets_of: SheetsOf) -> None:
    assert told(sheets_of(f'{LINE * 5}<p style="break-before: page">{LINE * 5}', style=STYLE)) == []


def test_a_page_that_is_half_blank_because_the_next_thing_does_not_fit(sheets_of: SheetsOf) -> None:
    rows = "<tr><td>One" * 12
    table = f'<div style="break-inside: avoid"><table data-src=a><caption>Tools</caption>{rows}</table></div>'
    message = 'page 1 of 2 is blank over 55% of its height: the table "Tools" did not fit'
    assert told(sheets_of(f"{LINE * 9}{table}", style=STYLE)) == [(message, "a")]


def test_notes_at_its_foot_are_not_blank(sheets_of: SheetsOf) -> None:
    notes = "".join(f"<span class=note>{number}</span>" for number in range(8))
    table = f'<table style="break-inside: avoid">{"<tr><td>One" * 12}</table>'
    style = STYLE + ".note { float: footnote } @footnote { margin: 0; padding: 0 }"
    assert told(sheets_of(f"{LINE * 8}<p>Nine{notes}</p>{table}", style=style)) == []


def test_a_cover_on_which_nothing_stands_in_the_flow(sheets_of: SheetsOf) -> None:
    cover = '<div style="position: absolute">Report</div>'
    assert told(sheets_of(f'{cover}<p style="break-before: page">{LINE * 10}', style=STYLE)) == []
