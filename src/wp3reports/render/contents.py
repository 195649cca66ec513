"""What a part contributes to contents and lists: its headings and captions, read from its HTML."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from lxml import html as lxml_html
from lxml.etree import ParserError

_HEADINGS = {"h1": 1, "h2": 2, "h3": 3}
_CAPTIONS = {"caption": "table", "figcaption": "figure"}


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
    return tuple(Heading(_HEADINGS[tag], *rest) for tag, *rest in _anchored(document) if tag in _HEADINGS)


def captions(document: str) -> tuple[Caption, ...]:
    """The captions of tables and figures that have a number, in order."""
    return tuple(Caption(_CAPTIONS[tag], *rest) for tag, *rest in _anchored(document) if tag in _CAPTIONS)


@lru_cache(maxsize=512)
def _anchored(document: str) -> tuple[tuple[str, str, str, str], ...]:
    """Tag, number, title and anchor of each heading and caption; the same part stands in several volumes."""
    return tuple(
        (str(element.tag), *_split(element), element.get("id", ""))
        for element in _elements(document)
        if element.get("id")
    )


def _elements(document: str) -> Iterator[lxml_html.HtmlElement]:
    """Headings and captions; none where a template failed and left nothing."""
    try:
        # As bytes: a template may begin with a declaration of its encoding, which lxml refuses in text.
        parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=True)
        root = lxml_html.document_fromstring(document.encode(), parser=parser)
    except ParserError:
        return
    yield from root.iter(*_HEADINGS, *_CAPTIONS)


def _split(element: lxml_html.HtmlElement) -> tuple[str, str]:
    """Number and title; the number stands in an element of class `number`, and references to sources are left out.

    A heading that says too little by itself is listed as its `data-listed` attribute has it.
    """
    number = _words(text for each in element.find_class("number") for text in each.itertext())
    cited = {text for each in element.find_class("cite") for text in each.itertext()}
    whole = _words(text for text in element.itertext() if text not in cited)
    return number, element.get("data-listed") or whole.removeprefix(number).strip()


def _words(texts: Iterable[str]) -> str:
    return " ".join("".join(texts).split())
