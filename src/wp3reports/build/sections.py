"""Which section of a part is the heaviest: where to look when the layout took too much."""

from collections import Counter
from typing import NamedTuple

from lxml import html as lxml_html
from lxml.etree import ParserError

from wp3reports.pdf.places import Places

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_ELEMENT = 20  # as many characters of text take as long to lay out


class Section(NamedTuple):
    """The heading over it, and the `data-src` of what is heaviest in it; empty where there is none."""

    heading: str
    source: str


def heaviest(document: str) -> Section:
    """The section with most text and elements, from its heading to the next one of any level."""
    root = _parsed(document)
    sections: list[tuple[str, Counter[str]]] = [(_words(root.findtext("head/title") or ""), Counter())]
    for element, source, _ in Places(root.find("body")).spots():
        if element.tag in _HEADINGS:
            sections.append((_words("".join(element.itertext())), Counter()))
        sections[-1][1][source] += _ELEMENT + len(element.text or "") + len(element.tail or "")
    heading, sources = max(sections, key=lambda section: section[1].total())
    return Section(heading, max(sources, key=lambda source: (bool(source), sources[source])))


def _words(text: str) -> str:
    return " ".join(text.split())


def _parsed(document: str) -> lxml_html.HtmlElement:
    """The document, with a body; an empty one where a template failed and left nothing."""
    parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = lxml_html.document_fromstring(document.encode("utf-8", "replace"), parser=parser)
    except ParserError:
        root = lxml_html.Element("html")
    if root.find("body") is None:
        root.append(lxml_html.Element("body"))
    return root
