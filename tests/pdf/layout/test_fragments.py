"""Where each source stands on the pages."""

from collections.abc import Callable
from typing import Any

import pytest

from wp3reports.pdf.layout.fragments import of_anchors, of_sheets
from wp3reports.pdf.layout.sheet import Sheet
from wp3reports.pdf.places import Places
from wp3reports.pdf.printed import Fragment

SheetsOf = Callable[..., tuple[Sheet, ...]]
STYLE = "@page { size: 400pt 500pt; margin: 50pt } body, p, div { margin: 0 } "


def test_a_box_is_told_from_the_lower_left(sheets_of: SheetsOf) -> None:
    body = '<div style="height: 100pt"></div><div data-src=a style="height: 30pt; width: 200pt">One</div>'
    assert [*of_sheets(sheets_of(body, style=STYLE))] == [Fragment("a", 0, 50, 320, 200, 30)]


def test_a_block_over_two_pages_has_a_fragment_on_each(sheets_of: SheetsOf) -> None:
    found = [*of_sheets(sheets_of(f"<p data-src=a>{'One more sentence. ' * 200}", style=STYLE))]
    assert [(each.source, each.page) for each in found] == [("a", page) for page in range(len(found))]
    assert len(found) > 1


def test_what_runs_in_a_line_has_a_fragment_for_each_line(sheets_of: SheetsOf) -> None:
    body = f"<p data-src=a>One <span data-src=b>{'two and three ' * 12}</span>"
    found = [*of_sheets(sheets_of(body, style=STYLE))]
    paragraph, *lines = found
    assert len(lines) > 1
    assert {each.source for each in lines} == {"b"}
    assert all(
        paragraph.y <= each.y + 3 and each.y + each.height <= paragraph.y + paragraph.height + 3 for each in lines
    )


def test_by_the_public_interface_there_is_what_has_an_id(document_of: Callable[..., tuple[Any, Places]]) -> None:
    body = '<div id=x data-src=a style="height: 30pt; width: 200pt">One</div><p data-src=b>Two.'
    (found,) = of_anchors(*document_of(body, style=STYLE))
    assert found == Fragment("a", 0, pytest.approx(50), pytest.approx(420), pytest.approx(200), pytest.approx(30))
