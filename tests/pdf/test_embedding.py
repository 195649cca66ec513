import re
from collections.abc import Callable, Mapping

import pikepdf
import pytest

from wp3reports.pdf import Face
from wp3reports.pdf.embedding import Wardrobe
from wp3reports.pdf.objects import Objects

NAME = "SourceSans3-Regular"
Read = Callable[..., pikepdf.Pdf]


@pytest.fixture
def objects() -> Objects:
    return Objects()


@pytest.fixture
def wardrobe(objects: Objects, fonts: Mapping[str, bytes]) -> Wardrobe:
    return Wardrobe(objects, {f"static/fonts/{name}": data for name, data in fonts.items()})


def test_parts_share_one_font_with_the_glyphs_of_all(wardrobe: Wardrobe, objects: Objects, read: Read) -> None:
    face = wardrobe.face(NAME)
    taken = [
        wardrobe.take([Face("AAAAAA", NAME, face.digest, tuple(face.line(text).texts.items()))], {"AAAAAA": number})
        for text, number in (("Łó", b"7"), ("dź", b"9"))
    ]
    assert [*taken[0]] == [b"7"]
    assert taken[0][b"7"] == taken[1][b"9"]
    wardrobe.embed()
    font = read(objects, Font=taken[0][b"7"]).Root.Font
    assert re.fullmatch(rf"/[A-Z]{{6}}\+{NAME}", str(font.BaseFont))
    descendant = font.DescendantFonts[0]
    assert font.BaseFont == descendant.BaseFont == descendant.FontDescriptor.FontName
    texts = re.findall(r"^<\w{4}> <(\w+)>$", _map(font), re.MULTILINE)
    assert {bytes.fromhex(text).decode("utf-16-be") for text in texts} == {*"Łódź", "\uffff"}  # with the code space
    assert sum(len(widths) for widths in descendant.W.as_list()[1::2]) == 4


def test_a_plainer_text_wins_whatever_comes_first(wardrobe: Wardrobe, objects: Objects, read: Read) -> None:
    face = wardrobe.face(NAME)
    used = [wardrobe.use(face, {3: text}) for text in ("\N{NO-BREAK SPACE}", " ", "", "\N{NO-BREAK SPACE}")]
    wardrobe.embed()
    assert "<0003> <0020>" in _map(read(objects, Font=used[0]).Root.Font)
    assert len(set(used)) == 1


def test_the_rest_of_a_split_letter_gets_its_own_character(wardrobe: Wardrobe, objects: Objects, read: Read) -> None:
    face = wardrobe.face(NAME)
    (glyph,) = face.line("Ж").texts
    used = wardrobe.use(face, {glyph: ""})
    wardrobe.embed()
    assert f"<{glyph:04x}> <0416>" in _map(read(objects, Font=used).Root.Font)


@pytest.mark.parametrize(
    "face",
    [
        Face("AAAAAA", "Unknown-Regular", "00", ((1, "a"),)),
        Face("AAAAAA", NAME, "of another file", ((1, "a"),)),
        Face("AAAAAA", NAME, "00", None),
    ],
)
def test_other_fonts_keep_the_subset_of_their_part(face: Face, wardrobe: Wardrobe) -> None:
    assert wardrobe.take([face], {"AAAAAA": b"7"}) == {}


def _map(font: pikepdf.Object) -> str:
    return font.ToUnicode.read_bytes().decode()
