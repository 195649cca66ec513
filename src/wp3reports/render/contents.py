"""What a part contributes to contents and lists: its headings and captions, read from its HTML."""

from typing import NamedTuple

from lxml import html as lxml_html

_HEADINGS = {"h1": 1, "h2": 2, "h3": 3}


class Heading(NamedTuple):
    """A line of the contents: `number` may be empty."""

    level: int
    number: str
    title: str
    anchor: str


class Caption(NamedTuple):
    """A line of the list of tables or figures; `kind` is `table` or `figure`."""

    kind: str
    number: str
    title: str
    anchor: str


def headings(document: str) -> tuple[Heading, ...]:
    """The headings with an anchor, in order."""
    return tuple(
        Heading(_HEADINGS[element.tag], *_split(element), element.get("id", ""))
        for element in lxml_html.document_fromstring(document).iter(*_HEADINGS)
        if element.get("id")
    )


def captions(document: str) -> tuple[Caption, ...]:
    """The captions of tables and figures that have a number, in order."""
    kinds = {"caption": "table", "figcaption": "figure"}
    return tuple(
        Caption(kinds[element.tag], *_split(element), element.get("id", ""))
        for element in lxml_html.document_fromstring(document).iter(*kinds)
        if element.get("id")
    )


def _split(element: lxml_html.HtmlElement) -> tuple[str, str]:
    """Number and title; the number stands in an element of class `number`."""
    number = " ".join("".join(each.itertext()) for each in element.find_class("number"))
    whole = " ".join(element.text_content().split())
    return " ".join(number.split()), whole.removeprefix(" ".join(number.split())).strip()
