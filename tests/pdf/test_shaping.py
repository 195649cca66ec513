from collections.abc import Mapping

import pytest
import uharfbuzz as hb

from wp3reports.pdf.shaping import ELLIPSIS, Typeface, typeface


@pytest.fixture(scope="module")
def face(fonts: Mapping[str, bytes]) -> Typeface:
    return typeface(fonts["SourceSans3-Regular.ttf.woff2"])


@pytest.mark.parametrize("text", ["Malmö · Łódź – Санкт-Петербург …", "Kööpenhamina", "12 of 84", ""])
def test_every_character_is_found_again(text: str, face: Typeface) -> None:
    line = face.line(text)
    assert "".join(sorted(set(text))) == "".join(sorted(line.texts.values()))
    assert 0 not in line.texts


def test_pairs_are_kerned(face: Typeface) -> None:
    assert face.line("AV").width < face.line("A").width + face.line("V").width
    assert len(face.line("AV").operand.split(">")) == 3  # two glyphs and a number between them
    assert face.line("nn").operand.count("<") == 1  # nothing to kern: one string


def test_a_character_without_a_glyph_becomes_a_question_mark(face: Typeface) -> None:
    assert face.line("漢").texts == face.line("?").texts


def test_a_text_is_shortened_to_the_room_it_has(face: Typeface) -> None:
    text = "Clusters and spatial planning in the Baltic metropolises"
    assert face.shortened(text, face.line(text).width) == text
    for room in (1000, 5000, 10_000):
        short = face.shortened(text, room)
        assert short.endswith(ELLIPSIS)
        assert text.startswith(short.removesuffix(ELLIPSIS))
        assert face.line(short).width <= room
    assert face.shortened(text, 0) == ELLIPSIS


def test_a_subset_keeps_glyph_numbers_and_widths(face: Typeface) -> None:
    glyphs = face.line("Łódź").texts
    data = face.subset(glyphs)
    assert len(data) < 20_000
    subset = hb.Font(hb.Face(data))
    assert all(subset.get_glyph_h_advance(glyph) == face.advance(glyph) > 0 for glyph in glyphs)


def test_metrics_and_characters(face: Typeface, fonts: Mapping[str, bytes]) -> None:
    assert (face.metrics.cap_height, face.metrics.is_fixed, face.metrics.is_serif) == (660, False, False)
    assert typeface(fonts["SourceCodePro-Regular.ttf.woff2"]).metrics.is_fixed
    italic = typeface(fonts["SourceSerif4-It.ttf.woff2"]).metrics
    assert italic.is_serif
    assert italic.italic_angle < 0
    assert {" ", "-", "Ł", "Ж"} <= set(face.characters.values())
    assert "\N{NO-BREAK SPACE}" not in face.characters.values()  # the blank comes first
