"""The benchmarks measure what they say; how fast anything is is no business of a test."""

import sys
from pathlib import Path

import pytest
import typst

from benchmarks.__main__ import main
from benchmarks.bars import Bar
from benchmarks.clock import FailedError, timed
from benchmarks.documents import whole
from benchmarks.job import ISSUED
from benchmarks.markup import Markup
from wp3reports.volume import Part, Placement, Volume, late

HTML = """<!doctype html><html lang="en"><head><title>A "title"</title></head><body>
<h1 id="riga">Riga <em>and</em> more</h1><p>#let x = $y$ <a href="#riga">[up]</a> <a href="https://example.org">out</a></p>
<ul><li>one</li><li><p>two</p></li></ul>
<table><caption>C</caption><thead><tr><th>a</th><th>b</th></tr></thead>
<tbody><tr><td colspan="2">\\ end</td></tr></tbody></table>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="3"/></svg></body></html>"""


def test_a_document_for_typst_says_the_same(tmp_path: Path) -> None:
    source = tmp_path / "a.typ"
    source.write_text(Markup(HTML).text(), encoding="utf-8")
    assert typst.compile(source).startswith(b"%PDF")
    for words in ('"#let x = $y$ "', '"[up]"', '"two"', "colspan: 2", "level: 1", 'label("riga")', "image(bytes("):
        assert words in source.read_text(encoding="utf-8")


def test_a_whole_document_has_all_parts_and_waits_for_no_page() -> None:
    parts = [Part(name, f'<body><p>{name} {late("b")} <a href="volume:b">b</a></body>') for name in "ab"]
    placed = tuple(Placement(part, "") for part in parts)
    html = whole(Volume("final", "A & B", placed, ISSUED, "", "", (), ""))
    assert html.count("<section") == 2
    assert "<p>a – " in html
    assert 'href="#b"' in html
    assert "<title>A &amp; B</title>" in html


def test_a_command_is_timed_and_its_failure_told(tmp_path: Path) -> None:
    timing = timed([sys.executable, "-c", "x = bytearray(50_000_000); import time; time.sleep(.3)"], tmp_path)
    assert timing.wall > 0.3
    assert timing.peak > 50
    with pytest.raises(FailedError, match="broken"):
        timed([sys.executable, "-c", "raise SystemExit('broken')"], tmp_path)


@pytest.mark.parametrize(("value", "told"), [(0.2, "holds"), (0.3, "DOES NOT HOLD"), (None, "not measured")])
def test_a_bar_says_whether_it_holds(value: float | None, told: str) -> None:
    assert told in Bar(1, "the whole job", value, 0.25, "x WeasyPrint").line


@pytest.mark.slow
def test_a_run_with_one_document_measures_everything(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--runs", "1", "--peers", "WeasyPrint", "Typst", "--", "local/m2_swot/riga"]) in {0, 1}
    lines = capsys.readouterr().out.splitlines()
    assert "medians of 1" in lines[0]
    bars = [line for line in lines if line[:1].isdigit() and "at most" in line]
    assert len(bars) == 11
    assert not [line for line in bars if "not measured" in line]
