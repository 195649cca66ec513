import re
from collections.abc import Mapping

import pikepdf
import pytest

from wp3reports.pdf import Face
from wp3reports.pdf.embedding import Wardrobe

NAME = "SourceSans3-Regular"


@pytest.fixture
def wardrobe(fonts: Mapping[str, bytes]) -> Wardrobe:
    return Wardrobe(pikepdf.new(), {f"static/fonts/{name}": data for name, data in fonts.items()})


def test_parts_share_one_font_with_the_glyphs_of_all(wardrobe: Wardrobe) -> None:
    face = wardrobe.face(NAME)
    one, other = pikepdf.Dictionary(AAAAAA=1), pikepdf.Dictionary(BBBBBB=1)
    for resources, key, text in ((one, "AAAAAA", "Łó"), (other, "BBBBBB", "dź")):
        wardrobe.take(resources, [Face(key, NAME, face.digest, tuple(face.line(text).texts.items()))])
    wardrobe.embed()
    assert one.AAAAAA == other.BBBBBB
    font = one.AAAAAA
    assert re.fullmatch(rf"/[A-Z]{{6}}\+{NAME}", str(font.BaseFont))
    descendant = font.DescendantFonts[0]
    assert font.BaseFont == descendant.BaseFont == descendant.FontDescriptor.FontName
    texts = re.findall(r"^<\w{4}> <(\w+)>$", _map(font), re.MULTILINE)
    assert {bytes.fromhex(text).decode("utf-16-be") for text in texts} == {*"Łódź", "\uffff"}  # with the code space
    assert sum(len(widths) for widths in descendant.W.as_list()[1::2]) == 4


def test_a_plainer_text_wins_whatever_comes_first(wardrobe: Wardrobe) -> None:
    face, fonts = wardrobe.face(NAME), pikepdf.Dictionary()
    for text in ("\N{NO-BREAK SPACE}", " ", "", "\N{NO-BREAK SPACE}"):
        wardrobe.use(fonts, "A", face, {3: text})
    wardrobe.embed()
    assert "<0003> <0020>" in _map(fonts.A)


def test_the_rest_of_a_split_letter_gets_its_own_character(wardrobe: Wardrobe) -> None:
    face, fonts = wardrobe.face(NAME), pikepdf.Dictionary()
    (glyph,) = face.line("Ж").texts
    wardrobe.use(fonts, "A", face, {glyph: ""})
    wardrobe.embed()
    assert f"<{glyph:04x}> <0416>" in _map(fonts.A)


@pytest.mark.parametrize(
    "face",
    [
        Face("AAAAAA", "Unknown-Regular", "00", ((1, "a"),)),
        Face("AAAAAA", NAME, "of another file", ((1, "a"),)),
        Face("AAAAAA", NAME, "00", None),
    ],
)
def test_other_fonts_keep_the_subset_of_their_part(face: Face, wardrobe: Wardrobe) -> None:
    fonts = pikepdf.Dictionary(AAAAAA=7)
    wardrobe.take(fonts, [face])
    wardrobe.embed()
    assert fonts.AAAAAA == 7


def _map(font: pikepdf.Object) -> str:
    return font.ToUnicode.read_bytes().decode()
