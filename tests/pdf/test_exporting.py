import gc
import logging
import os
import re
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from wp3reports import pdf
from wp3reports.pdf import exporting
from wp3reports.volume import Part

MakePart = Callable[..., Part]
SCRIPT = """
import sys
from hashlib import sha256
from pathlib import Path
from wp3reports import pdf
from wp3reports.pdf import exporting
from wp3reports.volume import Part
pdf.keep_fonts_in(Path(sys.argv[1]))
fonts = {f"static/fonts/{path.name}": path.read_bytes() for path in sorted(Path(sys.argv[2]).glob("*.woff2"))}
print(sha256(pdf.export(Part("part", Path(sys.argv[3]).read_text("utf-8"), fonts)).to_bytes()).hexdigest())
"""


def codes(printed: pdf.Printed) -> list[str]:
    return [flaw.code for flaw in printed.flaws]


def test_a_good_part_has_pages_and_no_flaw(
    make_part: MakePart, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    with caplog.at_level(logging.WARNING):
        two = '<h2 id=b style="break-before: page">Two</h2>' + "<p>x</p>" * 5
        printed = pdf.export(make_part(f"<h1 id=a>Łódź</h1><p>x</p>{two}"))
    assert printed.flaws == ()
    assert caplog.records == []
    assert capfd.readouterr().err == ""
    assert printed.pages == 2
    assert [(mark.level, mark.label, mark.page) for mark in printed.outline] == [(1, "Łódź", 0), (2, "Two", 1)]
    assert printed.destinations == (("a", 0), ("b", 1))
    assert sorted(face.name for face in printed.fonts) == ["SourceSans3-Regular", "SourceSerif4-Regular"]
    assert pdf.Printed.from_bytes(printed.to_bytes()) == printed


def test_fonts_tell_what_their_glyphs_stand_for(make_part: MakePart) -> None:
    (face,) = pdf.export(make_part("<p>abcba</p>")).fonts
    assert face.texts is not None
    assert sorted(text for _, text in face.texts) == ["a", "b", "c"]
    assert re.fullmatch("[0-9a-f]{64}", face.digest)


def test_missing_glyphs_are_named_with_their_places(make_part: MakePart) -> None:
    body = '<div data-src="a"><p data-src="b">漢字</p>漢</div><p>Санкт-Петербург \x01</p>'
    printed = pdf.export(make_part(body))
    assert printed.pages == 1
    assert [(flaw.code, flaw.message, flaw.source) for flaw in printed.flaws] == [
        ("pdf-missing-glyph", "no glyph for (U+0001 control character)", ""),
        ("pdf-missing-glyph", 'no glyph for "字" (U+5B57 CJK UNIFIED IDEOGRAPH-5B57)', "b"),
        ("pdf-missing-glyph", 'no glyph for "漢" (U+6F22 CJK UNIFIED IDEOGRAPH-6F22)', "b"),
        ("pdf-missing-glyph", 'no glyph for "漢" (U+6F22 CJK UNIFIED IDEOGRAPH-6F22)', "a"),
    ]
    assert all(flaw.fatal for flaw in printed.flaws)
    assert all(face.texts is None for face in printed.fonts)


def test_refused_addresses_are_named_with_their_places(make_part: MakePart) -> None:
    body = '<p data-src="a"><img src="file:///etc/hostname" alt=x><a href="javascript:x()">y</a></p>'
    flaws = pdf.export(make_part(body)).flaws
    assert [(flaw.code, flaw.source, flaw.fatal) for flaw in flaws] == [("pdf-refused-address", "a", True)] * 2
    assert "javascript:x()" in flaws[0].message
    assert "file:///etc/hostname" in flaws[1].message


def test_a_crash_of_the_engine_is_a_flaw(make_part: MakePart) -> None:
    printed = pdf.export(make_part('<p style="font-size: 1e9px">x</p>'))
    assert (printed.pages, printed.pdf) == (0, b"")
    assert [(flaw.code, flaw.fatal) for flaw in printed.flaws] == [("pdf-engine", True)]
    assert "ZeroDivisionError" in printed.flaws[0].message


def test_html_that_is_none(make_part: MakePart) -> None:
    assert pdf.export(Part("part", "")).pages == 1
    assert codes(pdf.export(Part("part", "\ud800"))) == ["pdf-engine"]
    assert pdf.export(make_part("")).flaws == ()


def test_html_that_cannot_even_be_parsed(make_part: MakePart, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**_: object) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr(exporting, "HTML", refuse)
    printed = pdf.export(make_part("<p>x"))
    assert (printed.pages, codes(printed)) == (0, ["pdf-engine"])


def test_a_damaged_file_is_found(make_part: MakePart) -> None:
    assert codes(pdf.export(make_part('<div style="width: 1e30px; border: 1px solid">x</div>'))) == ["pdf-invalid"]


def test_a_font_of_nobody_stands_in(make_part: MakePart) -> None:
    printed = pdf.export(Part("part", "<html lang=en><title>x</title><p>x"))
    assert [(flaw.code, flaw.fatal) for flaw in printed.flaws] == [("pdf-foreign-font", False)]
    assert [face.name for face in printed.fonts] == ["SourceSans3-Regular"]
    assert codes(pdf.export(make_part("<p>x", style="@font-face { font-family: X; src: url(asset:/x.ttf) }"))) == [
        "pdf-refused-address",
        "pdf-foreign-font",
    ]


def test_two_faces_with_one_key_become_one() -> None:
    one = pdf.Face("A", "N", "d", ((1, "a"), (3, "c")))
    other = pdf.Face("A", "N", "d", ((1, "x"), (2, "b")))
    assert exporting._merged(one, other).texts == ((1, "a"), (2, "b"), (3, "c"))  # noqa: SLF001
    assert exporting._merged(one, other._replace(texts=None)).texts is None  # noqa: SLF001
    assert exporting._merged(one._replace(texts=None), other).texts is None  # noqa: SLF001


def test_the_collector_works_again_afterwards(make_part: MakePart) -> None:
    assert gc.isenabled()
    pdf.export(make_part("<p>x"))
    assert gc.isenabled()
    gc.disable()
    try:
        pdf.export(make_part("<p>x"))
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_another_process_makes_the_same_bytes(make_part: MakePart, tmp_path: Path, kept_fonts: Path) -> None:
    part = make_part('<h1 id=a>Łódź</h1><table><tr><th>x</th><td>y <a href="#a">z</a></td></tr></table>')
    html = tmp_path / "part.html"
    html.write_text(part.html, encoding="utf-8")
    fonts = Path(__file__).parents[2] / "templates/static/fonts"
    command = [sys.executable, "-c", SCRIPT, kept_fonts, fonts, html]
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"}
    there = subprocess.run(command, capture_output=True, text=True, check=True, env=environment, cwd=tmp_path)
    fonts_only = Part("part", part.html, {name: data for name, data in part.assets.items() if "fonts" in name})
    assert there.stdout.strip() == sha256(pdf.export(fonts_only).to_bytes()).hexdigest()
