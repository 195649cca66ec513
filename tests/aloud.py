"""The words of a part as its HTML has them, in the order in which they are to be read, and as they are said."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, zip_longest

from lxml import html as lxml_html

from tagtree import Tag, Target

GENERATED = re.compile(r"[•◦▪–]|[0-9]+\.?|[a-z]\.")  # by the style sheet: the marks of items and of notes
A4_UPRIGHT = (595.28, 841.89)  # in points
NOT_READ = {"head", "script", "style", "template", "title", "desc"}
IN_LINE = frozenset(
    {
        "a",
        "abbr",
        "b",
        "cite",
        "code",
        "em",
        "i",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "wbr",
    }
)


def words(document: str) -> list[str]:
    """All words that are to be read, and those that stand for pictures."""
    root = lxml_html.document_fromstring(document.encode(), parser=lxml_html.HTMLParser(encoding="utf-8"))
    return "".join(_said(root)).split()


def _said(element: lxml_html.HtmlElement) -> Iterator[str]:
    """The text in an element and behind it."""
    gap = "" if element.tag in IN_LINE else " "
    yield gap
    if not _is_silent(element):
        if element.tag in {"img", "svg"}:
            yield _alternative(element)
        else:
            yield element.text or ""
            for child in element:
                yield from _said(child)
    yield gap
    yield element.tail or ""


def _is_silent(element: lxml_html.HtmlElement) -> bool:
    return not isinstance(element.tag, str) or element.tag in NOT_READ or element.get("aria-hidden") == "true"


def _alternative(picture: lxml_html.HtmlElement) -> str:
    title = picture.find(".//title")
    return f" {picture.get('alt') or (title.text if title is not None else '')} "


def said(tree: Tag) -> list[str]:
    """All words of a tree but for those that the style sheet has added."""
    for tag in tree.walk():
        tag.kids = [kid for kid in tag.kids if not (isinstance(kid, Tag) and _is_generated(kid))]
    return tree.text().split()


def _is_generated(tag: Tag) -> bool:
    return tag.role in {"Lbl", "Reference"} and bool(GENERATED.fullmatch(tag.text()))


def difference(meant: Sequence[str], heard: Sequence[str]) -> str:
    """The first place where words are said in another way or order, or two of them as one; empty where there is none.

    A line may end inside of an address or behind a dash, so that more blanks are heard than are meant.
    """
    one, other = ("".join(each).casefold() for each in (meant, heard))
    if one != other:
        at = next(number for number, pair in enumerate(zip_longest(one, other)) if len({*pair}) > 1)
        return f"{one[max(at - 40, 0) : at + 40]!r} is said as {other[max(at - 40, 0) : at + 40]!r}"
    glued = sorted({*accumulate(map(len, meant))} - {*accumulate(map(len, heard))})
    return f"two words in one: {one[glued[0] - 20 : glued[0] + 20]!r}" if glued else ""


def faults(tree: Tag) -> list[str]:
    """What elements of a tree lack to be understood."""
    return [*_faults(tree)]


def _faults(tree: Tag) -> Iterator[str]:
    for tag in tree.walk():
        match tag.role:
            case "TH" if tag.attributes.get("Scope") not in {"Row", "Column"}:
                yield f"a header cell without a scope: {tag.text()}"
            case "Figure" if not tag.alternative or not _is_box(tag.attributes.get("BBox")):
                yield f"a figure without words or without its box: {tag.outline()}"
            case "L" if "ListNumbering" not in tag.attributes:
                yield f"a list that does not say how it is numbered: {tag.text()}"
            case "Note" if not tag.name:
                yield f"a note without a name: {tag.text()}"
            case "Link":
                yield from _faults_of_link(tag)


def _is_box(box: object) -> bool:
    """Whether it is a rectangle on a page of A4, upright or not."""
    if not isinstance(box, list) or len(box) != len(A4_UPRIGHT) * 2:
        return False
    left, bottom, right, top = box
    return 0 <= left < right <= max(A4_UPRIGHT) and 0 <= bottom < top <= max(A4_UPRIGHT)


def _faults_of_link(link: Tag) -> Iterator[str]:
    targets = [kid for kid in link.kids if isinstance(kid, Target)]
    if not targets:
        yield f"a link that leads nowhere: {link.text()}"
    for target in targets:
        if not target.contents or (
            target.contents == target.address and target.address not in link.text().replace(" ", "")
        ):
            yield f"a link that says its address instead of words: {target}"
