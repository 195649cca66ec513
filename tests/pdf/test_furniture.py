import re
from collections.abc import Mapping
from dataclasses import replace

import pytest

from wp3reports.pdf.furniture import GAP, SIDE, SIZE, Furniture
from wp3reports.pdf.numbering import Label
from wp3reports.pdf.shaping import typeface
from wp3reports.volume import Numbering, Part, Placement, Thumb, Wording

A4 = (595.28, 841.89)
BODY, FRONT, COVER = Label(12, Numbering.ARABIC), Label(4, Numbering.ROMAN), Label(1, Numbering.NONE)


@pytest.fixture
def furniture(fonts: Mapping[str, bytes]) -> Furniture:
    text, mark = (typeface(fonts[f"SourceSans3-{name}.ttf.woff2"]) for name in ("Regular", "Semibold"))
    return Furniture(text, mark, "SWOT of the clusters", "BSR INTERREG III B", 84, draft=False)


def texts(furniture: Furniture, stamps: bytes) -> list[tuple[float, float, str]]:
    """Where which text stands, in the order of drawing."""
    found = []
    for x, y, operand in re.findall(r"([\d.]+) ([\d.]+) Td \[(.*?)\] TJ", stamps.decode()):
        glyphs = re.findall("....", "".join(re.findall("<(.*?)>", operand)))
        found.append((float(x), float(y), "".join(furniture.text_glyphs[int(glyph, 16)] for glyph in glyphs)))
    return found


def placed(head: str, thumb: Thumb | None = None) -> Placement:
    return Placement(Part("analysis", ""), head, thumb=thumb)


def test_a_page_of_the_body(furniture: Furniture) -> None:
    head, title, number, foot = texts(furniture, furniture.page(*A4, placed("Rīga"), BODY))
    assert head == (62.36, 802.2, "Rīga")
    assert title[1:] == (802.2, "SWOT of the clusters")
    assert number[1:] == (34.02, "12 of 84")
    assert foot == (62.36, 34.02, "BSR INTERREG III B")
    for x, _, text in (title, number):
        assert x + furniture.text.line(text).width * SIZE / 1000 == pytest.approx(A4[0] - SIDE, abs=0.02)


def test_front_matter_has_a_roman_number(furniture: Furniture) -> None:
    assert "iv" in [text for _, _, text in texts(furniture, furniture.page(*A4, placed("Contents"), FRONT))]


def test_a_cover_has_nothing(furniture: Furniture) -> None:
    assert furniture.page(*A4, placed("Cover"), COVER) == b""


def test_a_head_that_is_the_title_stands_once(furniture: Furniture) -> None:
    found = [text for _, _, text in texts(furniture, furniture.page(*A4, placed(furniture.title), BODY))]
    assert found.count(furniture.title) == 1


@pytest.mark.parametrize("width", A4)
@pytest.mark.parametrize(("head", "title"), [("h" * 300, "T"), ("h", "T" * 300), ("h" * 300, "T" * 300)])
def test_long_heads_never_touch(head: str, title: str, width: float, furniture: Furniture) -> None:
    furniture = replace(furniture, title=title)
    (left, _, one), (right, _, other), *_ = texts(furniture, furniture.page(width, 595, placed(head), BODY))
    assert left + furniture.text.line(one).width * SIZE / 1000 + GAP <= right + 0.02
    assert right + furniture.text.line(other).width * SIZE / 1000 <= width - SIDE + 0.02
    assert one[0] == "h"
    assert other[0] == "T"


def test_a_draft_is_marked_everywhere(furniture: Furniture) -> None:
    furniture = replace(furniture, draft=True, foot="f" * 300)
    stamps = furniture.page(*A4, placed("Rīga"), BODY)
    assert b"/Watermark" in stamps
    assert set(furniture.mark_glyphs.values()) == set("DRAFT")
    number, draft, foot = texts(furniture, stamps)[2:]
    assert (number[2], draft[2]) == ("12 of 84", "Draft")
    assert foot[0] + furniture.text.line(foot[2]).width * SIZE / 1000 < draft[0] < A4[0] / 2
    cover = furniture.page(*A4, placed("Cover"), COVER)
    assert b"/Watermark" in cover
    assert b"/Header" not in cover


def test_it_speaks_the_language_of_the_volume(furniture: Furniture) -> None:
    furniture = replace(furniture, draft=True, wording=Wording("Проект", "{page} из {last}"))
    stamps = furniture.page(*A4, placed("Рига"), BODY)
    assert [text for _, _, text in texts(furniture, stamps)][2:4] == ["12 из 84", "Проект"]
    assert set(furniture.mark_glyphs.values()) == set("ПРОЕКТ")
    assert b"/ActualText <FEFF" + "ПРОЕКТ".encode("utf-16-be").hex().upper().encode() in stamps


def test_everything_is_an_artifact(furniture: Furniture) -> None:
    stamps = replace(furniture, draft=True).page(*A4, placed("Rīga"), BODY).decode()
    outside = re.sub(r"/Artifact <<.*?>> BDC\nq\n.*?\nQ\nEMC", "", stamps, flags=re.DOTALL)
    assert outside.strip() == ""


@pytest.mark.parametrize(("place", "foot"), [(0, 703.29), (1, 640.23), (10, 72.72)])
def test_a_thumb_stands_at_the_height_of_its_place(place: int, foot: float, furniture: Furniture) -> None:
    stamps = furniture.page(*A4, placed("Rīga", Thumb("St. Petersburg", place, 11)), BODY).decode()
    (left, low, wide, high) = map(float, re.findall(r"([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re f", stamps)[0])
    assert left + wide == pytest.approx(A4[0], abs=0.02)
    assert low == pytest.approx(foot, abs=0.02)
    ((x, y),) = re.findall(r"0 -1 1 0 ([\d.]+) ([\d.]+) Tm", stamps)
    width = furniture.text.line("St. Petersburg").width * SIZE / 1000
    assert left < float(x) < A4[0]
    assert low < float(y) - width < float(y) < low + high
    assert set("St. Petersburg") <= set("".join(furniture.text_glyphs.values()))


def test_a_word_that_its_thumb_cannot_hold_is_shortened(furniture: Furniture) -> None:
    stamps = furniture.page(*A4, placed("", Thumb("w" * 100, 0, 40)), BODY).decode()
    assert re.findall(r"0 -1 1 0 [\d.]+ ([\d.]+) Tm", stamps)
    assert "/Artifact <</Type /Pagination>> BDC" in stamps


def test_a_cover_has_no_thumb(furniture: Furniture) -> None:
    assert furniture.page(*A4, placed("Cover", Thumb("Rīga", 0, 1)), COVER) == b""
