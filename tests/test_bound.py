"""A volume looks as if it had been laid out in one go: the same parts in one document, page by page."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from html import escape
from pathlib import Path

import pypdfium2
import pytest

from wp3reports import pdf
from wp3reports.build.pages import Pages
from wp3reports.pipeline import compile_reports
from wp3reports.store import Store
from wp3reports.volume import Numbering, Part, Volume
from wp3reports.workspace import read

ROOT = Path(__file__).parents[1]
ISSUED = date(2007, 12, 14)
SCALE = 50 / 72  # of pixels to points
BODY = re.compile(r"<body>(.*)</body>", re.DOTALL)
# A part begins on a fresh page and counts its own notes; its elements stay children of the body.
BEGUN = r'<\1 style="break-before: page; counter-reset: footnote"'
WHOLE = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{}</title>'
    '<link rel="stylesheet" href="asset:/static/report.css"></head><body>{}</body></html>'
)


def in_one_document(volume: Volume, parts: Sequence[Part]) -> bytes:
    """What plain WeasyPrint makes of all parts in one document."""
    pdf.prepare()
    from weasyprint import HTML  # noqa: PLC0415 - not before its fonts are sealed

    from wp3reports.pdf.fetching import BASE, AssetFetcher  # noqa: PLC0415 - loads the engine

    bodies = [match[1] for part in parts if (match := BODY.search(part.html))]
    assert len(bodies) == len(parts)
    text = "".join(re.sub(r"<(\w+)", BEGUN, body, count=1) for body in bodies).replace('href="volume:', 'href="#')
    assets = {name: data for part in parts for name, data in part.assets.items()}
    html = HTML(string=WHOLE.format(escape(volume.title), text), url_fetcher=AssetFetcher(assets), base_url=BASE)
    made: bytes = html.write_pdf()
    return made


def bound(volume: Volume, store: Path) -> tuple[bytes, tuple[Part, ...]]:
    """The volume without furniture, and its parts with all page numbers."""
    pages = Pages(Store(store), lambda parts: ((part, pdf.export(part)) for part in parts), lambda *_: None)
    settled, moving = pages.settle([volume])
    assert not moving
    parts = settled[volume.name]
    bare = replace(volume, placements=tuple(replace(each, numbering=Numbering.NONE) for each in volume.placements))
    fonts = {Path(name).name: data for name, data in parts[0].assets.items() if name.endswith(".woff2")}
    return pdf.bind(bare, [pages.of(part) for part in parts], draft=False, fonts=fonts), parts


def seen(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The text and the pixels of each page."""
    document = pypdfium2.PdfDocument(data)
    for page in document:
        yield page.get_textpage().get_text_bounded(), bytes(page.render(scale=SCALE).buffer)
    document.close()


@pytest.mark.slow
@pytest.mark.parametrize("name", ["local/m2_swot/riga", "milestone/m1_selection"])
def test_a_bound_volume_looks_as_if_it_had_been_laid_out_in_one_go(name: str, tmp_path: Path) -> None:
    volumes = {volume.name: volume.released() for volume in compile_reports(read(ROOT)[0], ISSUED).volumes}
    data, parts = bound(volumes[name], tmp_path)
    ours, others = list(seen(data)), list(seen(in_one_document(volumes[name], parts)))
    assert len(ours) == len(others) > 5
    assert len(parts) > 3
    assert [text for text, _ in ours] == [text for text, _ in others]
    assert [number for number, pages in enumerate(zip(ours, others, strict=True), 1) if pages[0] != pages[1]] == []
