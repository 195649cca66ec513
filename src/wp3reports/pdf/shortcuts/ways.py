"""All that is replaced in the engine, and by what."""

from typing import Any, NamedTuple

from weasyprint.css import ComputedStyle
from weasyprint.css.tokens import Pending
from weasyprint.layout import absolute, block, column, grid, inline, page, percent, table
from weasyprint.layout import float as floats
from weasyprint.pdf import fonts
from weasyprint.text.line_break import Layout

from wp3reports.pdf.shortcuts.arrays import Arrays
from wp3reports.pdf.shortcuts.layouts import setup
from wp3reports.pdf.shortcuts.lengths import resolve_percentages
from wp3reports.pdf.shortcuts.pending import solve
from wp3reports.pdf.shortcuts.values import missing


class Way(NamedTuple):
    """Where the engine looks for something, under which name, and what it finds there instead."""

    owner: Any
    name: str
    ours: Any


LAYING_OUT = (absolute, block, column, floats, grid, inline, page, percent, table)
WAYS = (
    Way(fonts, "ffi", Arrays(fonts.ffi)),
    Way(ComputedStyle, "__missing__", missing),
    Way(Pending, "solve", solve),
    Way(Layout, "setup", setup),
    *(Way(module, "resolve_percentages", resolve_percentages) for module in LAYING_OUT),
)
