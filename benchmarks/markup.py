"""The same documents for Typst: headings, paragraphs, lists, tables, links, drawings and pictures, in the same fonts.

Written as code rather than markup, so that no text needs to be escaped but for quotation marks.
"""

import json
import re
from collections.abc import Iterator
from functools import cached_property

from lxml import html as lxml_html
from lxml.etree import tostring

_PREAMBLE = """
#set document(title: %s)
#set page(paper: "a4", margin: (x: 22mm, top: 27mm, bottom: 25.3mm),
  header: context text(size: 8pt, font: "Source Sans 3", fill: luma(100), %s),
  footer: context text(size: 8pt, font: "Source Sans 3", fill: luma(100),
    align(right, counter(page).display("1 of 1", both: true))))
#set text(font: "Source Serif 4", size: 10pt, lang: "en", hyphenate: true)
#set par(justify: false, leading: 0.52em)
#show heading: set text(font: "Source Sans 3", weight: 600, fill: rgb("#0b5563"))
#show heading.where(level: 1): it => { pagebreak(weak: true); text(size: 26pt, it); v(8pt) }
#show table: set text(font: "Source Sans 3", size: 8.6pt)
#set table(stroke: (x, y) => (bottom: 0.4pt + rgb("#c3ccd1")), inset: 3.4pt)
#outline(depth: 2)
"""
_BLOCKS = ("p", "ul", "ol", "table", "div", "section", "header", "h1", "h2", "h3", "svg", "figure", "blockquote")
_MARKED = {"em": "#emph[{}]", "cite": "#emph[{}]", "strong": "#strong[{}]"}
_EMPTY = {"br": "#linebreak()", "img": "#image({}, width: 100%)", "style": "", "col": ""}
_SPACE = re.compile(r"\s+")
_OUTSIDE = ("http:", "https:", "mailto:")


class Markup:
    """One HTML document as Typst."""

    def __init__(self, document: str) -> None:
        """Nothing is written yet."""
        self._root = lxml_html.document_fromstring(document.encode())

    @cached_property
    def _targets(self) -> set[str]:
        return {each.get("id", "") for each in self._root.iter("h1", "h2", "h3")} - {""}

    def text(self) -> str:
        """The whole source."""
        title = _string(self._root.findtext("head/title") or "")
        return _PREAMBLE % (title, title) + "\n".join(self._blocks(self._root.find("body")))

    def _blocks(self, parent: lxml_html.HtmlElement) -> Iterator[str]:
        """What stands in a block; runs of text between blocks become paragraphs."""
        run = _shown(parent.text)
        for child in parent:
            if child.tag in _BLOCKS:
                yield from _paragraph(run)
                run = _shown(child.tail)
                yield from self._block(child)
            else:
                run += self._inline(child) + _shown(child.tail)
        yield from _paragraph(run)

    def _block(self, element: lxml_html.HtmlElement) -> Iterator[str]:
        match element.tag:
            case "h1" | "h2" | "h3":
                name = element.get("id")
                label = f"#label({_string(name)})" if name else ""
                yield f"#heading(level: {element.tag[1]})[{self._inside(element)}] {label}"
            case "p":
                yield from _paragraph(self._inside(element))
            case "ul" | "ol":
                items = ", ".join(f"[{' '.join(self._blocks(item))}]" for item in element.iter("li"))
                yield f"#{'list' if element.tag == 'ul' else 'enum'}({items})"
            case "table":
                yield self._table(element)
            case "svg":
                yield f'#image(bytes({_string(tostring(element, encoding="unicode", with_tail=False))}), format: "svg")'
            case _:
                yield from self._blocks(element)

    def _table(self, table: lxml_html.HtmlElement) -> str:
        rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]
        columns = max((sum(int(cell.get("colspan", "1")) for cell in row) for row in rows), default=1)
        head = sum(1 for _ in table.iterfind("thead/tr"))
        written = [", ".join(map(self._cell, row)) for row in rows if row]
        header = f"table.header({', '.join(written[:head])}), " if head else ""
        caption = table.find("caption")
        above = f"#par[#strong[{self._inside(caption)}]]\n" if caption is not None else ""
        return f"{above}#table(columns: ({'1fr, ' * columns}), {header}{', '.join(written[head:])})"

    def _cell(self, cell: lxml_html.HtmlElement) -> str:
        spans = [f"{key}: {cell.get(key)}" for key in ("colspan", "rowspan") if cell.get(key, "1") != "1"]
        return f"table.cell({''.join(f'{span}, ' for span in spans)}[{' '.join(self._blocks(cell))}])"

    def _inside(self, element: lxml_html.HtmlElement) -> str:
        return _shown(element.text) + "".join(self._inline(child) + _shown(child.tail) for child in element)

    def _inline(self, element: lxml_html.HtmlElement) -> str:
        if element.tag in _BLOCKS:
            return " ".join(self._block(element))
        if element.tag == "a":
            return self._link(element)
        if element.tag in _EMPTY:
            return _EMPTY[element.tag].format(_string(element.get("src", "")))
        if element.tag == "code":
            return f"#raw({_string(element.text_content())})"
        return _MARKED.get(element.tag, "{}").format(self._inside(element))

    def _link(self, element: lxml_html.HtmlElement) -> str:
        target, words = element.get("href", ""), self._inside(element)
        if target.startswith(_OUTSIDE):
            return f"#link({_string(target)})[{words}]"
        return f"#link(label({_string(target[1:])}))[{words}]" if target[1:] in self._targets else words


def _string(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _shown(text: str | None) -> str:
    return f"#{_string(_SPACE.sub(' ', text))};" if text else ""


def _paragraph(words: str) -> Iterator[str]:
    if words and words != '#" ";':
        yield f"#par[{words}]"
