"""What a layout process does with a part, and real documents that would exhaust time or memory."""

import os
import pickle
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import psutil
import pytest

from wp3reports import pdf, shipped, worker
from wp3reports.build.workers import Workers
from wp3reports.model import Limits
from wp3reports.pipeline import compile_reports
from wp3reports.volume import Part, Placement, Volume
from wp3reports.workspace import read

STYLE = '@font-face { font-family: "WP3 Sans"; src: url(asset:/static/fonts/SourceSans3-Regular.ttf.woff2) }'
PAGE = "<p style='break-after: page'>One of many pages.</p>"
DOUBLED = "".join(f"--v{number + 1}: var(--v{number}) var(--v{number});" for number in range(40))
EXHAUSTING = {
    "pages": f"<h1>Pages</h1>{PAGE * 3000}",
    "rows": f"<h1>Rows</h1><table>{'<tr><td>a<td>b<td>c<td>d' * 20_000}</table>",
    "doubled": f"<style>p {{ --v0: x; {DOUBLED} font-family: var(--v40) }}</style><p>A style that doubles itself.</p>",
}


def document(body: str) -> str:
    style = f"{STYLE} body {{ font-family: 'WP3 Sans' }}"
    return f"<!doctype html><html lang=en><title>Part</title><style>{style}</style>{body}"


@pytest.fixture
def assets(templates: Mapping[str, bytes]) -> Mapping[str, bytes]:
    return {path.removeprefix("templates/"): data for path, data in templates.items() if "/fonts/" in path}


def test_the_job_is_to_lay_out_a_part(monkeypatch: pytest.MonkeyPatch) -> None:
    def export(part: Part) -> pdf.Printed:
        return pdf.Printed(f"{part.name} {part.html} {part.assets}".encode(), 1)

    monkeypatch.setattr(pdf, "export", export)
    assert pdf.Printed.from_bytes(worker.lay_out("a", "<p>", {"b": b"c"})).pdf == b"a <p> {'b': b'c'}"


def test_it_loads_no_models_and_no_engine_before_it_has_something_to_do() -> None:
    code = "import sys, wp3reports.worker; print(*sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split()
    assert "wp3reports.worker" in loaded
    assert not {"pydantic", "yaml", "jinja2", "pebble", "weasyprint", "pikepdf"} & set(loaded)


def bare_placements(volume: Volume) -> Iterator[Placement]:
    return (replace(placed, part=Part(placed.part.name, "")) for placed in volume.placements)


def test_what_it_is_sent_of_a_volume_makes_it_load_nothing() -> None:
    volumes = compile_reports(read(Path(__file__).parents[1])[0], date(2007, 12, 14)).volumes
    bare = [replace(volume, placements=tuple(bare_placements(volume))) for volume in volumes]
    code = """if True:
        import pickle, sys
        from wp3reports import worker
        worker.ready()
        before = set(sys.modules)
        print(len(pickle.load(sys.stdin.buffer)), *sorted(set(sys.modules) - before))
    """
    loaded = subprocess.run([sys.executable, "-c", code], input=pickle.dumps(bare), check=True, capture_output=True)
    assert loaded.stdout.decode().split() == [str(len(volumes))]


def test_files_that_come_with_the_program_are_not_sent(assets: Mapping[str, bytes]) -> None:
    files = {**assets, "map.png": b"a picture"}
    sent = worker.sent(files)
    assert sent["map.png"] == b"a picture"
    assert {len(each) for name, each in sent.items() if name != "map.png"} == {64}
    seen: list[Mapping[str, bytes]] = []
    worker.guarded(job=lambda *given: bytes(seen.append(given[2]) or b""), name="", html="", assets=sent, megabytes=999)
    assert seen == [files]


def test_a_file_that_only_another_version_has_fails_the_part() -> None:
    made = worker.guarded(job=worker.lay_out, name="", html="", assets={"a.css": "0" * 64}, megabytes=999)
    assert [flaw.code for flaw in pdf.Printed.from_bytes(made.data).flaws] == ["pdf-crash"]


def test_it_gets_ready_to_bind_without_the_engine() -> None:
    code = "import sys; from wp3reports import worker; print(worker.ready().data, *sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split()
    assert loaded[0] == "b''"
    assert "uharfbuzz" in loaded
    assert not {"weasyprint", "pikepdf"} & set(loaded)


@pytest.mark.slow
def test_the_sample_is_a_page_without_a_flaw_in_all_faces_of_the_text() -> None:
    printed = pdf.Printed.from_bytes(worker.warm().data)
    assert (printed.pages, printed.flaws) == (1, ())
    faces = {face.name for face in printed.fonts}
    assert {"SourceSans3-Regular", "SourceSans3-Semibold", "SourceSerif4-Regular", "SourceCodePro-Regular"} <= faces
    glyphs = {text for face in printed.fonts for _, text in face.texts or ()}
    assert "-" in glyphs, "a word is hyphenated: the dictionary has been read"


def test_the_sample_links_the_style_sheet_as_the_parts_do() -> None:
    assert "-" not in worker.SAMPLE.partition("<body>")[2]
    assert linked(worker.SAMPLE) == linked(shipped.template("part.html.j2").decode())


def linked(html: str) -> list[dict[str, str | None]]:
    found: list[dict[str, str | None]] = []

    class Head(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            if tag == "link":
                found.append(dict(attrs))

    Head().feed(html)
    return found


def test_a_job_within_its_memory_is_left_alone_and_watched_no_longer() -> None:
    before = threading.active_count()
    now = psutil.Process().memory_info().rss >> 20
    made = worker.guarded(
        job=lambda *_: bytes(time.sleep(0.2) or b"pages"), name="a", html="", assets={}, megabytes=now + 100
    )
    assert made.data == b"pages"
    assert 0.2 <= made.seconds < 9
    assert threading.active_count() == before


def test_a_job_beyond_its_memory_ends_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[int] = []
    monkeypatch.setattr(os, "_exit", ended.append)
    worker.guarded(job=lambda *_: bytes(time.sleep(0.2) or b"pages"), name="a", html="", assets={}, megabytes=1)
    assert set(ended) == {worker.SPENT}


@pytest.mark.slow
@pytest.mark.parametrize("kind", EXHAUSTING)
@pytest.mark.parametrize(
    ("limits", "code"),
    [(Limits(seconds=8, megabytes=4000), "pdf-timeout"), (Limits(megabytes=180), "pdf-memory")],
    ids=["time", "memory"],
)
def test_a_document_that_would_exhaust_the_machine_fails_alone(
    kind: str, limits: Limits, code: str, assets: Mapping[str, bytes], tmp_path: Path
) -> None:
    parts = [
        Part("bad", document(EXHAUSTING[kind]), assets),
        *(Part(f"good {number}", document(f"<h1>Riga {number}</h1>"), assets) for number in range(3)),
    ]
    started = time.monotonic()
    with Workers(2, tmp_path, limits) as workers:
        printed = {part.name: each for part, each in workers.export(parts)}
    assert [flaw.code for flaw in printed.pop("bad").flaws] == [code]
    assert [each.pages for each in printed.values()] == [1, 1, 1]
    assert time.monotonic() - started < 60
