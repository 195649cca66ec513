"""Pages laid out by the real engine, as the plain values that are looked at."""

from collections.abc import Callable
from typing import Any

import pytest
from weasyprint import HTML

from wp3reports.pdf.fetching import BASE, AssetFetcher
from wp3reports.pdf.layout.boxes import sheets
from wp3reports.pdf.layout.sheet import Sheet
from wp3reports.pdf.places import Places
from wp3reports.pdf.stylesheets import Faces
from wp3reports.volume import Part

SheetsOf = Callable[..., tuple[Sheet, ...]]


@pytest.fixture(scope="session")
def document_of(make_part: Callable[..., Part]) -> Callable[..., tuple[Any, Places]]:
    """Lays out a body; the engine's document and the places of its HTML."""

    def make(body: str, **more: Any) -> tuple[Any, Places]:
        part = make_part(body, **more)
        html = HTML(string=part.html, url_fetcher=AssetFetcher(part.assets), base_url=BASE)
        return html.render(font_config=Faces()), Places(html.etree_element)

    return make


@pytest.fixture(scope="session")
def sheets_of(document_of: Callable[..., tuple[Any, Places]]) -> SheetsOf:
    """The pages of a body."""

    def make(body: str, **more: Any) -> tuple[Sheet, ...]:
        document, places = document_of(body, **more)
        return sheets(document, places.of_elements())

    return make
