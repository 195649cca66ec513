"""The files of the templates, and the sample that makes use of them."""

from html.parser import HTMLParser

import pytest

from wp3reports import pdf, shipped
from wp3reports.render import sample
from wp3reports.render.files import fetched
from wp3reports.snapshot import Snapshot

SHIPPED = Snapshot(shipped.templates_by_path())


def test_parts_know_them_without_their_folder() -> None:
    files = fetched(Snapshot({"templates/static/report.css": b"p {}", "templates/part.html.j2": b"", "inputs/a": b""}))
    assert files == {"static/report.css": b"p {}"}


@pytest.mark.slow
def test_the_sample_is_a_page_without_a_flaw_in_all_faces_of_the_text() -> None:
    printed = pdf.export(sample(SHIPPED))
    assert (printed.pages, printed.flaws) == (1, ())
    faces = {face.name for face in printed.fonts}
    assert {"SourceSans3-Regular", "SourceSans3-Semibold", "SourceSerif4-Regular", "SourceCodePro-Regular"} <= faces


def test_the_sample_links_the_style_sheet_as_the_parts_do() -> None:
    assert linked(sample(SHIPPED).html) == linked(SHIPPED.files["templates/part.html.j2"].decode())


def linked(html: str) -> list[dict[str, str | None]]:
    found: list[dict[str, str | None]] = []

    class Head(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            if tag == "link":
                found.append(dict(attrs))

    Head().feed(html)
    return found
