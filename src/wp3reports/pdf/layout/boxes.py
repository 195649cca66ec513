"""The engine's pages read into plain values.

The only module of this package that knows its boxes, which are no public interface: an AttributeError or a TypeError
out of `sheets` means that they have changed.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import Any

from weasyprint.anchors import rectangle_aabb
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

from wp3reports.pdf.layout.sheet import Kind, Piece, Rectangle, Sheet
from wp3reports.pdf.places import ATTRIBUTE

POINTS = 0.75  # per CSS pixel
FORCED = frozenset({"page", "always", "left", "right", "recto", "verso"})  # values of break-before and break-after
_KINDS = (
    (boxes.TextBox, Kind.TEXT),
    (boxes.LineBox, Kind.LINE),
    (boxes.InlineBox, Kind.INLINE),
    (boxes.ReplacedBox, Kind.PICTURE),
    (boxes.TableBox, Kind.TABLE),
    (boxes.TableRowBox, Kind.ROW),
    (boxes.TableCellBox, Kind.CELL),
)


def sheets(document: Any, sources: Mapping[Any, str]) -> tuple[Sheet, ...]:
    """All pages of a document; `sources` has the source of each element."""
    roots = [page._page_box for page in document.pages]  # noqa: SLF001 - there is no public way to the boxes
    found = [tuple(_pieces(root, sources)) for root in roots]
    forced = [False, *(_is_forced(*pair, *seen) for pair, seen in zip(pairwise(roots), pairwise(found), strict=True))]
    return tuple(
        Sheet(number, page.width * POINTS, page.height * POINTS, _area(root), is_forced, pieces)
        for number, (page, root, is_forced, pieces) in enumerate(
            zip(document.pages, roots, forced, found, strict=True),
        )
    )


def _pieces(page: Any, sources: Mapping[Any, str]) -> Iterator[Piece]:
    """The boxes of a page in document order, without recursion."""
    flow, *others = page.children
    notes = [other for other in others if not isinstance(other, boxes.MarginBox)]
    stack = [(other, -1, False, None, ("", None)) for other in reversed(notes)]
    stack.append((flow, -1, True, None, ("", None)))
    number = 0
    while stack:
        box, parent, in_flow, matrix, around = stack.pop()
        if isinstance(box, AbsolutePlaceholder):
            box = box._box  # noqa: SLF001
        if box.transformation_matrix:
            matrix = box.transformation_matrix @ matrix if matrix else box.transformation_matrix
        in_flow = in_flow and box.is_in_normal_flow()
        element = box.element
        source = sources.get(element, "")
        is_source = bool(source) and element is not around[1] and (source != around[0] or ATTRIBUTE in element.attrib)
        kind = _kind(box.__class__)
        text = box.text if kind is Kind.TEXT else ""
        dots = _dots(box) if kind is Kind.PICTURE else 0
        yield Piece(kind, element, source, parent, _rectangle(box, matrix), text, in_flow, is_source, dots)
        if is_source:
            around = (source, element)
        stack += [(child, number, in_flow, matrix, around) for child in reversed(box.children)]
        number += 1


@cache
def _kind(box: type[Any]) -> Kind:
    return next((kind for known, kind in _KINDS if issubclass(box, known)), Kind.BLOCK)


def _rectangle(box: Any, matrix: Any) -> Rectangle:
    """The border box; where it is turned, the upright one round it."""
    left, top, right, bottom = rectangle_aabb(matrix, *box.hit_area())
    return Rectangle(left * POINTS, top * POINTS, (right - left) * POINTS, (bottom - top) * POINTS)


def _dots(box: Any) -> float:
    """The pixels of a raster picture by inch, in the direction in which there are fewer."""
    picture = box.replacement
    if not hasattr(picture, "image_data") or not box.width or not box.height:
        return 0  # vectors
    return float(min(picture.width / box.width, picture.height / box.height) * 72 / POINTS)


def _area(page: Any) -> Rectangle:
    edges = page.content_box_x(), page.content_box_y(), page.width, page.height
    return Rectangle(*(edge * POINTS for edge in edges))


def _is_forced(before: Any, after: Any, ended: tuple[Piece, ...], begun: tuple[Piece, ...]) -> bool:
    """Whether a page begins where it was asked for: by the kind of page, by what ends before it, or by what begins."""
    if before.page_type.name != after.page_type.name:
        return True
    old, new = ({piece.element for piece in pieces} for pieces in (ended, begun))
    closing = (box for box in _edge(before, -1) if box.style["break_after"] in FORCED)
    opening = (box for box in _edge(after, 0) if box.style["break_before"] in FORCED)
    return any(box.element not in new for box in closing) or any(box.element not in old for box in opening)


def _edge(page: Any, side: int) -> Iterator[Any]:
    """The boxes in the flow that stand first, or last, on a page, from the outermost inwards."""
    box = page.children[0]
    while box is not None and not isinstance(box, boxes.LineBox):
        yield box
        inside = [child for child in box.children if child.is_in_normal_flow()]
        box = inside[side] if inside else None
