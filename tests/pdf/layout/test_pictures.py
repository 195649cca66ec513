"""Pictures with too few pixels."""

import io
from collections.abc import Callable

import PIL.Image
import pytest

from wp3reports.pdf.layout.pictures import coarse
from wp3reports.pdf.layout.sheet import Sheet

SheetsOf = Callable[..., tuple[Sheet, ...]]


@pytest.mark.parametrize(("pixels", "count"), [(149, 1), (150, 0)])
def test_150_pixels_to_the_inch_are_wanted(pixels: int, count: int, sheets_of: SheetsOf) -> None:
    data = io.BytesIO()
    PIL.Image.new("RGB", (pixels, pixels)).save(data, "PNG")
    body = '<p data-src=a><img src="asset:/p.png" alt="Port" style="width: 1in">'
    flaws = [*coarse(sheets_of(body, assets={"p.png": data.getvalue()}))]
    assert len(flaws) == count
    for flaw in flaws:
        assert flaw.message == 'the picture "Port" has 149 pixels to the inch on 25 mm'
        assert (flaw.source, flaw.fatal) == ("a", False)
        assert flaw.remedy == "give a file of 150 pixels in width or more"
