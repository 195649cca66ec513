"""What is asked of the engine's boxes; all that is private there and used here is on the list of `internals`."""

from collections.abc import Iterator
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

from wp3reports.pdf.layout.boxes import POINTS
from wp3reports.pdf.tags import roles

# Kinds of artifacts, as they stand in a content stream.
LAYOUT = "/Layout"
REPEATED = "/Pagination"
MARGINS = {"@top": "/Pagination /Subtype /Header", "@bottom": "/Pagination /Subtype /Footer"}


def unwrapped(box: Any) -> Any:
    """The box itself where it has left a placeholder in the flow."""
    return box._box if isinstance(box, AbsolutePlaceholder) else box  # noqa: SLF001


def inside(box: Any) -> Iterator[Any]:
    """A box and all boxes in it."""
    box = unwrapped(box)
    yield box
    for child in box.children:
        yield from inside(child)


def is_text(box: Any) -> bool:
    """Whether it is a piece of text in one line."""
    return isinstance(box, boxes.TextBox)


def is_block(box: Any) -> bool:
    """Whether it stands on lines of its own."""
    return isinstance(box, boxes.BlockLevelBox)


def is_picture(box: Any) -> bool:
    """Whether it is a picture."""
    return isinstance(box, boxes.ReplacedBox)


def silence(box: Any) -> str:
    """The kind of artifact that a box is by itself; empty when it is to be read."""
    if isinstance(box, boxes.MarginBox):
        return next((kind for name, kind in MARGINS.items() if box.at_keyword.startswith(name)), REPEATED)
    return LAYOUT if box.is_leader or roles.is_silent(box.element, box.element_tag) else ""


def text_of(box: Any) -> str:
    """All text in a box that is to be read."""
    box = unwrapped(box)
    if is_text(box):
        return str(box.text)
    return "" if silence(box) else "".join(map(text_of, box.children))


def rectangle(box: Any, height: float) -> list[float]:
    """Where the content of a box stands on a page of that height: left, bottom, right, top in PDF points."""
    left, top = box.content_box_x(), box.content_box_y()
    corners = left, height - top - box.height, left + box.width, height - top
    return [round(corner * POINTS, 3) for corner in corners]
