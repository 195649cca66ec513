"""What is asked of the engine's boxes."""

from collections.abc import Callable
from typing import Any

import pytest
from weasyprint import HTML

from wp3reports.pdf.fetching import BASE, AssetFetcher
from wp3reports.pdf.stylesheets import Faces
from wp3reports.pdf.tags import boxes
from wp3reports.volume import Part

STYLE = """@page { size: 400pt 500pt; margin: 50pt; @top-left { content: "Head" } @left-middle { content: "Side" } }
body { margin: 0 } svg { display: block } .l::after { content: leader(".") "7" }"""


@pytest.fixture(scope="module")
def page(make_part: Callable[..., Part]) -> Any:
    """A page with one of each."""
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="100pt" height="60pt"><title>t</title></svg>'
    body = f'{svg}<p class=l>One <b aria-hidden="true">two</b> three</p><div style="position: absolute">Four</div>'
    part = make_part(body, style=STYLE)
    html = HTML(string=part.html, url_fetcher=AssetFetcher(part.assets), base_url=BASE)
    return html.render(font_config=Faces()).pages[0]


def all_of(page: Any) -> list[Any]:
    return [*boxes.inside(page._page_box)]  # noqa: SLF001 - as in the program


def test_all_boxes_of_a_page_those_out_of_the_flow_too(page: Any) -> None:
    texts = [box.text.strip() for box in all_of(page) if boxes.is_text(box)]
    assert {"One", "two", "three", "Four", "7", "Head", "Side"} <= set(texts)


def test_heads_and_leaders_are_silent(page: Any) -> None:
    kinds = {boxes.silence(box) for box in all_of(page)}
    assert kinds == {"", boxes.LAYOUT, boxes.REPEATED, boxes.MARGINS["@top"]}


def test_the_text_that_is_read(page: Any) -> None:
    paragraph = next(box for box in all_of(page) if box.element_tag == "p")
    assert boxes.text_of(paragraph) == "One  three7"


def test_the_rectangle_of_a_picture_in_points(page: Any) -> None:
    (picture,) = (box for box in all_of(page) if boxes.is_picture(box))
    assert boxes.rectangle(picture, page.height) == pytest.approx([50, 390, 150, 450])
