import logging
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest
from weasyprint import CSS, HTML

from wp3reports import pdf
from wp3reports.pdf import stylesheets
from wp3reports.pdf.fetching import BASE, AssetFetcher
from wp3reports.pipeline import compile_reports
from wp3reports.volume import Part
from wp3reports.workspace import read

ROOT = Path(__file__).parents[2]
WANTED = ("local/m1_selection/warsaw", "local/m4_concepts/oslo", "milestone/m2_swot")
LINK = '<link rel="stylesheet" href="asset:/report.css">'
BODY = '<body><p style="margin-left: 1cm">Rīga</p>'
STYLE = "@page { size: A6 } p { margin: 1em } b { color: #0b5563 }"


@pytest.fixture(autouse=True)
def nothing_kept() -> Iterator[None]:
    stylesheets.forget()
    yield
    stylesheets.forget()


@pytest.fixture(scope="module")
def parts() -> list[Part]:
    """Parts of many kinds in the project's own style, each once."""
    snapshot, _ = read(ROOT)
    volumes = compile_reports(snapshot, date(2007, 12, 14), lambda name: name in WANTED).volumes
    found = {placed.part.name: placed.part for volume in volumes for placed in volume.placements}
    return [part for part in found.values() if not part.is_late][::2]


def given(head: str = LINK, files: Mapping[str, bytes] | None = None, style: str = STYLE) -> tuple[CSS, ...]:
    """The sheets that a document with this head is laid out with instead of following its links."""
    assets = files if files is not None else {"report.css": style.encode()}
    html = HTML(string=f"<head>{head}</head>{BODY}", url_fetcher=AssetFetcher(assets), base_url=BASE)
    linked = html.etree_element.findall("head/link")
    sheets = stylesheets.styles_of(html, assets).sheets
    assert html.etree_element.findall("head/link") == ([] if sheets else linked)
    return sheets


@pytest.mark.slow
def test_the_same_bytes_as_the_plain_engine_makes(parts: list[Part], monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(parts) > 10
    kept = [pdf.export(part).to_bytes() for part in (*parts, *reversed(parts))]
    monkeypatch.setenv("WP3_ENGINE", "plain")
    plain = [pdf.export(part).to_bytes() for part in parts]
    assert kept == [*plain, *reversed(plain)]


def test_a_sheet_is_parsed_once_and_again_when_a_file_of_it_changes() -> None:
    files = {"report.css": b'@import "asset:/more.css"; p { margin: 1em }', "more.css": b"b { color: red }"}
    made = []
    for changed in (
        {},
        {"map.png": b"another picture"},
        {"more.css": b"i { color: red }"},
        {"report.css": b"q { margin: 0 }"},
    ):
        files |= changed
        made += given(files=files)
    assert made[0] is made[1]
    assert len(set(made)) == 3


def test_the_engine_links_what_would_rank_or_speak_otherwise() -> None:
    assert given()
    assert not given(LINK + LINK)
    assert not given(f"{LINK}<style>p {{ margin: 2em }}</style>")
    assert not given('<link rel="stylesheet" media="screen" href="asset:/report.css">')
    assert not given('<link rel="stylesheet" href="https://example.org/report.css">')
    assert not given('<link rel="icon" href="asset:/report.css">')
    assert not given("")
    assert not given(style=STYLE + "p { margin: 0 !important }")
    assert not given(style="@layer base { p { margin: 0 } }")


def test_what_a_sheet_makes_the_engine_say_is_said_for_each_part() -> None:
    for style, code in (
        ("p { colour: red }", "pdf-style"),
        ("@font-face { font-family: Lost; src: url(asset:/lost.ttf) }", "pdf-foreign-font"),
    ):
        part = Part("part", f'<html lang="en"><head>{LINK}</head>{BODY}', {"report.css": style.encode()})
        first, second = pdf.export(part), pdf.export(part)
        assert code in [flaw.code for flaw in first.flaws]
        assert first == second


def test_a_sheet_that_is_not_there_is_a_flaw(caplog: pytest.LogCaptureFixture) -> None:
    part = Part("part", f'<html lang="en"><head>{LINK}</head>{BODY}', {})
    with caplog.at_level(logging.CRITICAL):
        assert "pdf-refused-address" in [flaw.code for flaw in pdf.export(part).flaws]


def test_the_plain_engine_can_be_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WP3_ENGINE", "plain")
    assert not given()


FORKED = """if True:
    import os, sys
    from pathlib import Path
    from wp3reports import pdf, shipped
    from wp3reports.pdf import stylesheets
    from wp3reports.volume import Part

    def printed(text):
        files = shipped.templates_by_path().items()
        assets = {path.removeprefix("templates/"): data for path, data in files if "/static/" in path}
        head = '<title>Riga</title><link rel="stylesheet" href="asset:/static/report.css">'
        html = f'<!doctype html><html lang="en"><head>{head}</head><body>{text}</body>'
        found = pdf.export(Part("riga", html, assets))
        return [flaw.message for flaw in found.flaws], sorted(face.name for face in found.fonts)

    pdf.keep_fonts_in(Path(sys.argv[1]))
    printed("<p>Riga</p>")
    if not (child := os.fork()):
        stylesheets.forget()
        os._exit(0)
    os.waitpid(child, 0)
    print(*printed("<p>Riga <i>and</i> <code>Oslo</code></p>"))
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no process is forked")
def test_a_forked_process_leaves_the_fonts_of_its_parent_alone(kept_fonts: Path) -> None:
    ended = subprocess.run([sys.executable, "-c", FORKED, kept_fonts], check=True, capture_output=True, text=True)
    faces = ["SourceCodePro-Regular", "SourceSerif4-It", "SourceSerif4-Regular"]
    assert (ended.stdout, ended.stderr) == (f"[] {faces}\n", "")
