"""The quick hazards: what each must become stands in the README beside them. Those that need limits are not here."""

import io
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from wp3reports import pdf
from wp3reports.volume import Part

MakePart = Callable[..., Part]
HAZARDS = Path(__file__).parents[1] / "hazards"
FINDINGS = {
    "fetch-attachment": "pdf-refused-address",
    "fetch-base-address": "pdf-refused-address",
    "fetch-css": "pdf-refused-address",
    "fetch-embed": "pdf-refused-address",
    "fetch-image-http": "pdf-refused-address",
    "fetch-image-missing": "pdf-refused-address",
    "links-dangerous": "pdf-refused-address",
    "control-characters": "pdf-missing-glyph",
    "glyphs-missing": "pdf-missing-glyph",
    "ids-twice": "pdf-id-twice",
    "css-width-1e30": "pdf-invalid",
    "opacity-on-text": "pdf-untagged",
}
BOUNDED = {
    "bidi-override": "",
    "zero-width": "",
    "rowspan-1000000": "",
    "nest-blockquote-300": "",
    "css-font-1e9": "pdf-engine",
    "grid-avoid-break-crash": "pdf-engine",
}
PICTURES = {
    "entity-external": "pdf-picture",
    "entity-laughs": "pdf-picture",
    "fetch-file": "pdf-refused-address",
    "fetch-style": "pdf-picture",
    "groups-2000-deep": "",
    "view-box-1e-30": "pdf-invalid pdf-too-wide pdf-too-tall",
    "script-and-links": "",
}
SLOW_PICTURES = {"use-cycle": "pdf-picture", "mask-itself": "pdf-picture", "marker-itself": "pdf-picture"}
SEALED = """
import sys
opened = []
def hook(event, arguments):
    if event == "open" and isinstance(arguments[0], str) and arguments[0].startswith("/etc/"):
        opened.append(arguments[0])
    elif event.startswith(("socket.connect", "socket.getaddrinfo", "subprocess", "os.exec")):
        opened.append(event)
from pathlib import Path
from wp3reports import pdf
from wp3reports.volume import Part
pdf.keep_fonts_in(Path(sys.argv[1]))
pdf.prepare()
import wp3reports.pdf.exporting
sys.addaudithook(hook)
for name in sys.argv[2:]:
    text = Path(name).read_text("utf-8")
    if name.endswith(".svg"):
        printed = pdf.export(Part("x", '<html lang=en><img src="asset:/x.svg" alt=x>', {"x.svg": text.encode()}))
    else:
        printed = pdf.export(Part("x", text))
    assert printed.pages and printed.flaws, name
print(opened)
"""


def html(name: str) -> str:
    return (HAZARDS / "html" / f"{name}.html").read_text("utf-8")


def test_the_hazards_are_there() -> None:
    for folder, names in (("html", FINDINGS | BOUNDED), ("svg", PICTURES | SLOW_PICTURES)):
        assert names.keys() <= {path.stem for path in (HAZARDS / folder).iterdir()}


@pytest.mark.parametrize("name", FINDINGS)
def test_it_becomes_a_finding_that_stops_a_release(name: str, make_part: MakePart) -> None:
    flaws = pdf.export(make_part(html(name))).flaws
    assert FINDINGS[name] in {flaw.code for flaw in flaws if flaw.fatal}


@pytest.mark.parametrize("name", BOUNDED)
def test_it_becomes_a_pdf_or_a_finding(name: str, make_part: MakePart) -> None:
    printed = pdf.export(make_part(html(name)))
    assert [flaw.code for flaw in printed.flaws] == ([BOUNDED[name]] if BOUNDED[name] else [])
    assert bool(printed.pages) is not bool(BOUNDED[name])


def test_a_rowspan_over_a_page_break_is_printed(make_part: MakePart) -> None:
    printed = pdf.export(make_part(html("rowspan-over-page-break")))
    assert printed.flaws == ()
    assert printed.pages > 1


def test_each_dangerous_link_is_named_and_none_is_left(make_part: MakePart) -> None:
    printed = pdf.export(make_part(html("links-dangerous")))
    assert len(printed.flaws) == 7
    with pikepdf.open(io.BytesIO(printed.pdf)) as file:
        assert not any("/A" in note for page in file.pages for note in page.obj.get("/Annots", []))


def test_only_what_the_fonts_lack_is_missing(make_part: MakePart) -> None:
    messages = " ".join(flaw.message for flaw in pdf.export(make_part(html("glyphs-missing"))).flaws)
    assert "U+6F22" in messages
    assert "CYRILLIC" not in messages
    assert "LATIN" not in messages
    assert "GREEK" not in messages


def test_the_link_that_leads_nowhere_is_named_too(make_part: MakePart) -> None:
    lost = {flaw.code for flaw in pdf.export(make_part(html("ids-twice"))).flaws if flaw.fatal}
    assert lost == {"pdf-id-twice", "pdf-dangling-link"}


@pytest.mark.parametrize(
    ("name", "codes"),
    [*PICTURES.items(), *(pytest.param(*item, marks=pytest.mark.slow) for item in SLOW_PICTURES.items())],
)
def test_a_picture_is_drawn_or_named(name: str, codes: str, make_part: MakePart) -> None:
    svg = (HAZARDS / "svg" / f"{name}.svg").read_bytes()
    printed = pdf.export(make_part('<p><img src="asset:/x.svg" alt="x"></p>', assets={"x.svg": svg}))
    assert printed.pages
    assert [flaw.code for flaw in printed.flaws] == codes.split()


def test_nothing_outside_is_opened(kept_fonts: Path, tmp_path: Path) -> None:
    files = [*sorted((HAZARDS / "html").glob("fetch-*.html")), *sorted((HAZARDS / "svg").glob("fetch-*.svg"))]
    assert len(files) == 8
    command = [sys.executable, "-c", SEALED, kept_fonts, *files]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert (done.stdout, done.stderr) == ("[]\n", "")
