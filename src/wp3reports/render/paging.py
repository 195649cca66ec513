"""A long table of hand-ins cut into the pages that it fills, so that an edit lays out one of them.

A page is counted, not measured: a row has two lines, whatever stands in it, as `report.css` sets tables of this kind.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import TypeVar

Row = TypeVar("Row")
OPENING = 24  # rows below the title and the words that lead to the table
FULL = 29  # rows on a page that holds nothing else


def paged(rows: Sequence[Row]) -> list[Sequence[Row]]:
    """The rows of each page, of which there is at least one; a row that would be alone on the last takes one along."""
    starts = [0, *range(OPENING, len(rows), FULL)]
    if starts[-1] and len(rows) - starts[-1] == 1:
        starts[-1] -= 1
    return [rows[start:end] for start, end in pairwise([*starts, len(rows)])]
