"""The engine's pages as plain values."""

import base64
from collections.abc import Callable

import pytest

from wp3reports.pdf.layout.sheet import Kind, Sheet

SheetsOf = Callable[..., tuple[Sheet, ...]]
TWO_BY_TWO = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACAQAAAABazTCJAAAADElEQVR42mM4wMQAAAJIAMO+KgfVAAAAAElFTkSuQmCC"
)
MILLIMETRE = 72 / 25.4


def test_a_page_has_its_size_and_its_area_in_points(sheets_of: SheetsOf) -> None:
    (sheet,) = sheets_of("<p>One.", style="@page { size: 100mm 200mm; margin: 10mm 20mm 30mm 40mm }")
    assert (sheet.width, sheet.height) == pytest.approx((100 * MILLIMETRE, 200 * MILLIMETRE))
    assert sheet.area == pytest.approx([each * MILLIMETRE for each in (40, 10, 40, 160)])


def test_every_kind_of_piece_in_document_order(sheets_of: SheetsOf) -> None:
    (sheet,) = sheets_of("<p>One <b>two</b></p><table><tr><td>Three</table>")
    kinds = [piece.kind for piece in sheet.pieces if piece.kind is not Kind.BLOCK]
    paragraph = [Kind.LINE, Kind.TEXT, Kind.INLINE, Kind.TEXT]
    assert kinds == [*paragraph, Kind.TABLE, Kind.ROW, Kind.CELL, Kind.LINE, Kind.TEXT]
    assert [piece.text.strip() for piece in sheet.pieces if piece.text] == ["One", "two", "Three"]


def test_a_piece_knows_its_source_and_is_one_where_it_names_it(sheets_of: SheetsOf) -> None:
    (sheet,) = sheets_of("<section data-src=a><p>One.</p><p data-src=b>Two.</p></section>")
    sources = {(piece.element.tag, piece.source, piece.is_source) for piece in sheet.pieces if piece.kind is Kind.BLOCK}
    assert {("section", "a", True), ("p", "a", False), ("p", "b", True)} <= sources


def test_a_footnote_stands_outside_the_flow_and_is_a_source_of_its_own(sheets_of: SheetsOf) -> None:
    body = "<p data-src=a>One<span class=note>Two.</span></p>"
    (sheet,) = sheets_of(body, style=".note { float: footnote }")
    (note,) = (piece for piece in sheet.pieces if piece.is_source and piece.element.tag == "span")
    assert (note.source, note.in_flow) == ("a", False)


def test_dots_of_a_raster_picture_by_inch(sheets_of: SheetsOf) -> None:
    body = '<img src="asset:/p.png" alt=p style="width: 1in"><svg width="9" height="9"><title>t</title></svg>'
    (sheet,) = sheets_of(body, assets={"p.png": TWO_BY_TWO})
    assert [piece.dots for piece in sheet.pieces if piece.kind is Kind.PICTURE] == pytest.approx([2, 0])


def test_what_is_turned_has_the_upright_box_round_it(sheets_of: SheetsOf) -> None:
    style = "div { width: 100pt; height: 10pt; transform: rotate(90deg) }"
    (sheet,) = sheets_of("<div>One</div>", style=style)
    (turned,) = (piece.box for piece in sheet.pieces if piece.element.tag == "div" and piece.kind is Kind.BLOCK)
    assert (turned.width, turned.height) == pytest.approx((10, 100))


@pytest.mark.parametrize(
    ("body", "is_forced"),
    [
        ('<p>One.<p style="break-before: page">Two.', True),
        ('<p style="break-after: page">One.<p>Two.', True),
        ('<p>One.<section><p style="break-before: right">Two.</section>', True),
        ('<p>One.<p style="page: wide">Two.', True),
        ('<p style="height: 200mm">One.<p style="height: 200mm">Two.', False),
        ('<p style="height: 200mm">One.<table><tr style="height: 200mm"><td>Two.</table>', False),
    ],
)
def test_whether_a_page_was_asked_for(body: str, is_forced: bool, sheets_of: SheetsOf) -> None:  # noqa: FBT001
    sheets = sheets_of(body, style="@page wide { size: A4 landscape }")
    assert not sheets[0].is_forced
    assert sheets[-1].is_forced is is_forced
