"""What elements of the HTML are in a PDF."""

import pytest
from lxml import etree, html

from wp3reports.pdf.tags import roles


def role(source: str, inside: str = "Div", tag: str = "") -> str:
    element = html.fragment_fromstring(source)
    return roles.role(element, tag or element.tag, inside)


@pytest.mark.parametrize(
    ("source", "inside", "expected"),
    [
        ("<h2></h2>", "Div", "H2"),
        ("<section></section>", "Div", "Sect"),
        ("<b></b>", "P", ""),
        ('<b lang="lv"></b>', "P", "Span"),
        ('<a href="#x"></a>', "P", "Link"),
        ("<a id=x></a>", "P", ""),
        ("<li></li>", "L", "LI"),
        ("<li></li>", "Div", ""),
        ("<div></div>", "L", ""),
        ('<div data-pdf="TOCI"></div>', "TOC", "TOCI"),
        ('<div data-pdf="TOCI"></div>', "Div", ""),
        ('<span data-pdf="Note"></span>', "P", "Note"),
        ('<aside data-pdf="Aside"></aside>', "Div", "Sect"),
        ('<figure data-pdf="Figure"></figure>', "Div", "Div"),
    ],
)
def test_the_role_of_an_element(source: str, inside: str, expected: str) -> None:
    assert role(source, inside) == expected


@pytest.mark.parametrize(("inside", "expected"), [("TD", "Div"), ("Div", "Div"), ("P", ""), ("Span", "")])
def test_a_span_that_is_a_block(inside: str, expected: str) -> None:
    element = html.fragment_fromstring("<span></span>")
    assert roles.role(element, "span", inside, is_block=True) == expected
    assert roles.role(html.fragment_fromstring("<b></b>"), "b", inside, is_block=True) == ""


@pytest.mark.parametrize(
    ("added", "expected"),
    [("marker", "Lbl"), ("footnote-call", "Reference"), ("before", ""), ("footnote-marker", "Lbl")],
)
def test_what_the_style_sheet_adds(added: str, expected: str) -> None:
    assert role("<li></li>", "LBody", f"li::{added}") == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('<p aria-hidden="true"></p>', True),
        ('<p data-pdf="artifact"></p>', True),
        ('<img alt="">', True),
        ('<img alt="Map">', False),
        ("<img>", False),
        ("<p></p>", False),
    ],
)
def test_what_is_not_for_the_ear(source: str, expected: bool) -> None:  # noqa: FBT001
    element = html.fragment_fromstring(source)
    assert roles.is_silent(element, element.tag) is expected
    assert not roles.is_silent(None, "")


def test_words_for_a_picture() -> None:
    drawing = etree.fromstring(f'<svg xmlns="{roles.SVG[1:-4]}"><title> Map\nof ports </title></svg>')
    assert roles.alternative(drawing) == "Map of ports"
    assert roles.alternative(html.fragment_fromstring('<img alt="Port">')) == "Port"
    assert roles.alternative(html.fragment_fromstring('<img aria-label="Quay">')) == "Quay"
    assert roles.alternative(html.fragment_fromstring("<img>")) == ""


def test_an_unknown_numbering_is_decimal() -> None:
    assert [roles.numbering(style) for style in ("circle", "georgian")] == ["Circle", "Decimal"]
