import io
from collections.abc import Callable, Mapping
from dataclasses import replace

import pikepdf
from PIL import Image

from wp3reports import pdf
from wp3reports.pdf.objects import Objects
from wp3reports.pdf.sections import Gathering
from wp3reports.pdf.written import Written
from wp3reports.volume import Part, Placement, Volume

MakePart = Callable[..., Part]


def test_pages_and_links_are_counted_through(make_part: MakePart) -> None:
    placement = Placement(make_part('<p id=a><a href="#a">x</a> <a href="#a">y</a><p style="break-before: page">z'), "")
    printed = pdf.export(placement.part)
    objects, written = Objects(), Written.of(printed.pdf)
    gathering = Gathering(objects, 4)
    given = {written.sheaf: b"0 0 R", written.document: b"0 0 R"}
    one, other = (gathering.take(placement, printed, written, given) for _ in range(2))
    assert [one.key(key) for key in range(4)] == [0, 1, 4, 5]
    assert [other.key(key) for key in range(4)] == [2, 3, 6, 7]
    assert one.number + len(one.shown) + len(one.written.elements) == other.number
    assert not set(one.pages) & set(other.pages)


def test_a_picture_in_two_parts_lies_in_the_volume_once(
    make_part: MakePart, volume: Volume, fonts: Mapping[str, bytes]
) -> None:
    target = io.BytesIO()
    Image.new("RGB", (8, 8), "teal").save(target, "PNG")
    assets = {"map.png": target.getvalue()}
    parts = [make_part(f'<p>{word}<img alt="Map" src="asset:/map.png">', assets=assets) for word in ("one", "two")]
    printed = [pdf.export(part) for part in parts]
    placed = replace(volume, placements=tuple(Placement(part, "") for part in parts))
    with pikepdf.open(io.BytesIO(pdf.bind(placed, printed, draft=False, fonts=fonts))) as file:
        shown = {image.objgen for page in file.pages for image in page.obj.Resources.XObject.values()}
        kept = [each for each in file.objects if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image"]
    assert len(shown) == len(kept) == 1
