"""What a part contributes to contents and lists: its headings and captions, read from its HTML."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from lxml import html as lxml_html
from lxml.etree import ParserError

from wp3reports.render.tongues import Said, marked

_HEADINGS = {"h1": 1, "h2": 2, "h3": 3}
_CAPTIONS = {"caption": "table", "figcaption": "figure"}


class Heading(NamedTuple):
    """A line of the contents: `number` may be empty."""

    level: int
    number: Said
    title: Said
    anchor: str


class Caption(NamedTuple):
    """A line of the list of tables or figures; `kind` is `table` or `figure`."""

    kind: str
    number: Said
    title: Said
    anchor: str


def headings(document: str) -> tuple[Heading, ...]:
    """The headings with an anchor, in order."""
    return tuple(Heading(_HEADINGS[tag], *rest) for tag, rest in _anchored(document) if tag in _HEADINGS)


def captions(document: str) -> tuple[Caption, ...]:
    """The captions of tables and figures that have a number, in order."""
    return tuple(Caption(_CAPTIONS[tag], *rest) for tag, rest in _anchored(document) if tag in _CAPTIONS)


@lru_cache(maxsize=2_048)  # more parts than 250 metropolises have
def _anchored(document: str) -> tuple[tuple[str, tuple[Said, Said, str]], ...]:
    """Tag, number, title and anchor of each heading and caption; the same part stands in several volumes."""
    return tuple(
        (str(element.tag), (*_split(element), element.get("id", "")))
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


def _split(element: lxml_html.HtmlElement) -> tuple[Said, Said]:
    """Number and title; the number stands in an element of class `number`, and references to sources are left out.

    A heading that says too little by itself is listed as its `data-listed` attribute has it. What is in another
    language than the document stays marked as such.
    """
    number = _words(text for each in element.find_class("number") for text in each.itertext())
    whole = _words(_pieces(element, ""))
    return Said(number), Said(element.get("data-listed") or whole.removeprefix(number).strip())


def _pieces(element: lxml_html.HtmlElement, language: str) -> Iterator[str]:
    """The texts in an element, each between the marks of its language where it has one."""
    language = element.get("lang", language)
    if "cite" in element.classes:
        return
    yield _told(language, element.text)
    for child in element.iterchildren("*"):
        yield from _pieces(child, language)
        yield _told(language, child.tail)


def _told(language: str, text: str | None) -> str:
    return marked(language, text) if language and text and text.strip() else text or ""


def _words(texts: Iterable[str]) -> str:
    return " ".join("".join(texts).split())
