"""Pictures of pages: as wide as asked for, and alike only where the pages look alike."""

import io
import struct

import pikepdf
import pytest
from pikepdf import Dictionary, Name

from wp3reports.preview.pictures import looks, outline, picture


def document(*drawings: bytes) -> bytes:
    """A PDF with a page of 200 by 100 points for each drawing, and its outline."""
    pdf = pikepdf.new()
    for drawing in drawings:
        page = pdf.add_blank_page(page_size=(200, 100))
        page.Contents = pdf.make_stream(drawing)
        page.Resources = Dictionary(
            Font=Dictionary(F=Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Courier))
        )
    with pdf.open_outline() as entries:
        entries.root += [pikepdf.OutlineItem(f"Page {number + 1}", number) for number in range(len(drawings))]
    target = io.BytesIO()
    pdf.save(target)
    return target.getvalue()


def text(said: str) -> bytes:
    return f"BT /F 8 Tf 20 50 Td ({said}) Tj ET".encode()


@pytest.mark.parametrize("width", [200, 500])
def test_a_picture_is_as_wide_as_asked_for(width: int) -> None:
    png = picture(document(text("Riga")), 0, width)
    assert png.startswith(b"\x89PNG")
    assert struct.unpack(">II", png[16:24]) == (width, width // 2)


def test_a_page_that_looks_the_same_has_the_same_look() -> None:
    one, other, again = looks(document(text("one"), text("two"), text("one")))
    assert one == again != other
    assert looks(document(text("one"), text("two."), text("one")))[1] not in {one, other}


def test_the_outline_leads_to_pages() -> None:
    assert outline(document(b"", b"")) == ((0, "Page 1", 0), (0, "Page 2", 1))
