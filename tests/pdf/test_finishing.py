import io
from collections.abc import Callable

import pikepdf
import pytest

from wp3reports import pdf
from wp3reports.volume import Part

MakePart = Callable[..., Part]


def annotations(printed: pdf.Printed) -> list[str]:
    with pikepdf.open(io.BytesIO(printed.pdf)) as file:
        return [str(note.A.URI) if "/A" in note else "" for page in file.pages for note in page.obj.get("/Annots", [])]


@pytest.mark.parametrize("url", ["https://example.org/x", "HTTP://example.org/", "mailto:a@example.org", "volume:riga"])
def test_allowed_addresses_stay(url: str, make_part: MakePart) -> None:
    printed = pdf.export(make_part(f'<p><a href="{url}">x</a>'))
    assert printed.flaws == ()
    assert annotations(printed) == [url]


@pytest.mark.parametrize(
    "url",
    [
        "javascript:x",
        "file:///etc/passwd",
        "//evil.example/x",
        "other.pdf",
        " jav&#9;ascript:x",
        "data:text/html,x",
        "http",
    ],
)
def test_other_addresses_are_taken_out(url: str, make_part: MakePart) -> None:
    printed = pdf.export(make_part(f'<p data-src="here"><a href="{url}">x</a>'))
    assert [(flaw.code, flaw.source) for flaw in printed.flaws] == [("pdf-refused-address", "here")]
    assert annotations(printed) == [""]


def test_header_cells_have_names_of_their_own_in_each_part(
    make_part: MakePart, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wp3reports.pdf.internals.differences", lambda: ("another engine",))  # its own tags have them
    names = set()
    for text in "ab":
        printed = pdf.export(make_part(f"<table><tr><th>{text}</th></tr><tr><td>1</td></tr></table>"))
        with pikepdf.open(io.BytesIO(printed.pdf)) as file:
            elements = [item for item in file.objects if isinstance(item, pikepdf.Dictionary)]
            (header,) = (str(item.ID) for item in elements if item.get("/S") == "/TH")
            (cell,) = (str(item.A.Headers[0]) for item in elements if item.get("/S") == "/TD")
        assert header == cell
        names.add(header)
    assert len(names) == 2


def test_text_under_opacity_cannot_be_tagged(make_part: MakePart) -> None:
    printed = pdf.export(make_part('<p style="opacity: .5">x</p><p style="opacity: .5">y</p>'))
    assert [(flaw.code, flaw.fatal) for flaw in printed.flaws] == [("pdf-untagged", True)]


def test_opacity_inside_a_picture_is_fine(make_part: MakePart) -> None:
    group = '<title>t</title><g opacity=".5"><text y="5">x</text></g>'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{group}</svg>'
    assert pdf.export(make_part(f"<p>{svg}</p>")).flaws == ()


def test_packing_changes_nothing_of_what_is_packed(make_part: MakePart, monkeypatch: pytest.MonkeyPatch) -> None:
    part = make_part("<h1>Rīga</h1><p>Word <b>bold</b></p>" + "<table><tr><td>1<td>2</table>" * 30)
    ours = pdf.export(part).pdf
    monkeypatch.setattr("wp3reports.pdf.finishing._pack", lambda _: None)
    engines = pdf.export(part).pdf
    assert ours != engines
    assert len(ours) < 1.1 * len(engines)
    assert streams(ours) == streams(engines)


def streams(data: bytes) -> list[tuple[bytes, list[str]]]:
    """What is in each stream, and what is told of it, but for those that hold other objects."""
    with pikepdf.open(io.BytesIO(data)) as file:
        found = [each for each in file.objects if isinstance(each, pikepdf.Stream)]
        kept = [each for each in found if str(each.get("/Type", "")) not in {"/ObjStm", "/XRef"}]
        return [(each.read_bytes(), sorted(each.keys())) for each in kept]
