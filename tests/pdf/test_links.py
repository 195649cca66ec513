import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import pikepdf
import pytest

from wp3reports import pdf
from wp3reports.pdf.links import Destinations
from wp3reports.volume import Part, Placement, Volume

MakePart = Callable[..., Part]
Bind = Callable[..., bytes]


@pytest.fixture
def bind(volume: Volume, fonts: Mapping[str, bytes]) -> Bind:
    """Binds pages as a volume."""

    def make(*printed: pdf.Printed) -> bytes:
        placements = tuple(Placement(volume.placements[0].part, "") for _ in printed)
        return pdf.bind(replace(volume, placements=placements), printed, draft=False, fonts=fonts)

    return make


def test_links_lead_to_the_right_pages(final: bytes, printed: Sequence[pdf.Printed]) -> None:
    body = printed[0].pages + printed[1].pages
    second = body + printed[2].pages - 1
    found = {}
    with pikepdf.open(io.BytesIO(final)) as file:
        pages = {page.obj.objgen: number for number, page in enumerate(file.pages)}
        names = file.Root.Names.Dests.Names.as_list()
        places = {str(name): pages[place[0].objgen] for name, place in zip(names[::2], names[1::2], strict=True)}
        assert [bytes(name) for name in names[::2]] == sorted({bytes(name) for name in names[::2]})
        for number, page in enumerate(file.pages):
            for note in page.obj.get("/Annots", pikepdf.Array()).as_list():
                target = places[str(note.Dest)] if "/Dest" in note else str(note.A.URI)
                found[number, str(note.Contents)] = target
    assert found == {
        (1, "Rīga"): body,
        (1, "second"): second,
        (1, "wide"): second + 1,
        (2, "us"): "mailto:wp3@example.org",
        (2, "there"): "https://example.org/a?b=c",
        (body, "below"): second,
        (second + 1, "Rīga"): body,
    }
    assert {"cover", "contents", "riga", "riga-first", "riga-second", "wide"} == places.keys()


def test_a_place_that_the_volume_lacks(make_part: MakePart, bind: Bind) -> None:
    printed = pdf.export(make_part('<p><a href="volume:nowhere">x</a></p>'))
    with pytest.raises(pdf.DanglingLinkError, match="nowhere"):
        bind(printed)


def test_a_place_in_a_part_that_failed(make_part: MakePart, bind: Bind) -> None:
    printed = pdf.export(make_part('<p><a href="volume:nowhere">x</a></p>'))
    data = bind(printed, pdf.Printed(b"", 0))
    with pikepdf.open(io.BytesIO(data)) as file:
        (note,) = file.pages[0].obj.Annots.as_list()
        assert "/A" not in note
        assert "/Dest" not in note


def test_the_same_id_in_two_parts(make_part: MakePart, bind: Bind) -> None:
    printed = pdf.export(make_part("<p id=same>x</p>"))
    with pytest.raises(ValueError, match="same"):
        bind(printed, printed)


@pytest.mark.parametrize(
    ("action", "why"),
    [
        (b"/Type /Action/S /URI/URI (javascript:x)", "javascript:x"),
        (b"/Type /Action/S /URI/URI (//example.org)", "not allowed"),
        (b"/Type /Action/S /Launch/F (x)", "does what is not allowed"),
        (b"/S /URI/Type /Action/URI (https://example.org/)", "does what is not allowed"),  # the engine writes no such
    ],
)
def test_an_address_that_came_in_another_way(action: bytes, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        Destinations(lenient=True).led(b"<</Type /Annot/Subtype /Link/Contents (x)/A <<" + action + b">>>>")


def test_what_a_link_says_is_not_what_it_does() -> None:
    link = b"<</Type /Annot/Contents (/A <</Type /Action/S /URI/URI \\(data:x\\)>> /Dest \\(y\\))/F 4>>"
    assert Destinations(lenient=False).led(link) == link


def test_names_beyond_ascii(make_part: MakePart, bind: Bind) -> None:
    one = pdf.export(make_part('<p id="malmö"><a href="#malmö">x</a></p>'))
    other = pdf.export(make_part('<p id="łódź"><a href="volume:malmö">x</a></p>'))
    with pikepdf.open(io.BytesIO(bind(one, other))) as file:
        names = {bytes(name) for name in file.Root.Names.Dests.Names.as_list()[::2]}
        assert len(names) == 2
        assert all(bytes(page.obj.Annots[0].Dest) in names for page in file.pages)
