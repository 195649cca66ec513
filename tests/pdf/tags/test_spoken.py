"""What is said of a link."""

import pytest
from lxml import etree, html

from wp3reports.pdf.tags.spoken import LONGEST, Spoken

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg"><title>Map</title><text>x</text></svg>'


@pytest.mark.parametrize(
    ("link", "words"),
    [
        ('<a href="https://example.org">One  <b>two</b></a>', "One two"),
        ('<a href="https://example.org" title="All">One</a>', "All"),
        ('<a href="#ports"></a>', "The ports"),
        ('<a href="#nowhere"></a>', ""),
        ('<a href="#x">One<span aria-hidden="true">…</span> two</a>', "One two"),
        ('<a href="#x"><img src="a.png" alt="A map"/></a>', "A map"),
        (f'<a href="#x">{DRAWING} here</a>', "Map here"),
        (f'<a href="#x">{"a" * 200}</a>', "a" * LONGEST),
    ],
)
def test_the_words_of_a_link(link: str, words: str) -> None:
    root = etree.fromstring(f'<html><body>{link}<h2 id="ports">The ports</h2></body></html>')
    assert Spoken(root).of(root.find(".//a")) == words


def test_an_element_in_a_link_says_what_the_link_says() -> None:
    root = html.fromstring('<p><a href="#x">One <b>two</b></a></p>')
    assert Spoken(root).of(root.find(".//b")) == "One two"
