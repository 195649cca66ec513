"""Lengths of a box: a dozen and a half are resolved each time that it is laid out, almost all pixels or `auto`."""

from math import inf
from typing import Any

from weasyprint.css.functions import check_math
from weasyprint.css.properties import Dimension
from weasyprint.formatting_structure.boxes import Box, PageBox
from weasyprint.layout.percent import adjust_box_sizing, percentage

BORDERS = ("border_top_width", "border_right_width", "border_bottom_width", "border_left_width")


def resolve_percentages(box: Any, containing_block: Any) -> None:
    """What the engine's function of that name does: it sets the lengths of the box that its style says."""
    if isinstance(containing_block, Box):
        width, height = containing_block.width, containing_block.height
    else:
        width, height = containing_block
    style, upright = box.style, height if isinstance(box, PageBox) else width
    box.margin_left = _used(style, "margin_left", width)
    box.margin_right = _used(style, "margin_right", width)
    box.margin_top = _used(style, "margin_top", upright)
    box.margin_bottom = _used(style, "margin_bottom", upright)
    box.padding_left = _used(style, "padding_left", width)
    box.padding_right = _used(style, "padding_right", width)
    box.padding_top = _used(style, "padding_top", upright)
    box.padding_bottom = _used(style, "padding_bottom", upright)
    box.width = _used(style, "width", width)
    box.min_width = _least(style, "min_width", width)
    box.max_width = _used(style, "max_width", width)
    if height == "auto":  # it depends on what is in it
        box.height = _pixels(style["height"])
        box.min_height = _least(style, "min_height", 0)
        box.max_height = _used(style, "max_height", inf)
    else:
        box.height = _used(style, "height", height)
        box.min_height = _least(style, "min_height", height)
        box.max_height = _used(style, "max_height", height)
    is_collapsed = style["border_collapse"] == "collapse"
    for name in BORDERS:
        if not (is_collapsed and hasattr(box, name)):  # a table has settled between its cells whose border it is
            setattr(box, name, style[name])
    if style["box_sizing"] != "content-box":
        adjust_box_sizing(box, "width")
        adjust_box_sizing(box, "height")


def _used(style: Any, name: str, whole: float) -> Any:
    """The length in pixels, or `auto`; a share is one of the whole."""
    value = style[name]
    if type(value) is Dimension:
        number, unit = value
        if unit == "px":
            return number
        if unit == "%":
            return whole * number / 100
    return percentage(value, style, whole)


def _least(style: Any, name: str, whole: float) -> Any:
    """The same, but nothing for `auto`."""
    length = _used(style, name, whole)
    return 0 if length == "auto" else length


def _pixels(height: Any) -> Any:
    """The height in pixels, `auto` where it would be a share of what is not known."""
    if height == "auto" or check_math(height) or height.unit == "%":
        return "auto"
    return height.value
