"""Volumes and the parts that they are bound from (design.md, section 6).

A part is whatever starts on a fresh page, and is laid out alone: it knows neither its pages' numbers nor the volume
that it will stand in. What depends on position is text between two marks that no input can contain (the reader refuses
private-use characters); such a *late* part is filled in and laid out last, when the pages of the others are known.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from html import escape

LATE = re.compile("\ue000([^\ue001]*)\ue001")


def late(name: str) -> str:
    """A mark to be replaced by `fill`: the label of the page on which the destination `name` stands."""
    return f"\ue000{name}\ue001"


class Numbering(StrEnum):
    """How the pages of a part are counted and stamped."""

    NONE = "none"  # no furniture at all: a cover
    ROMAN = "roman"  # i, ii, iii: front matter
    ARABIC = "arabic"  # 1, 2, 3 of the body


@dataclass(frozen=True)
class Part:
    """Pages that are laid out together: a whole HTML document and the files that it may fetch as `asset:/<name>`."""

    name: str
    html: str
    assets: Mapping[str, bytes] = field(repr=False, hash=False, compare=False, default_factory=dict)

    @property
    def is_late(self) -> bool:
        """Whether it waits for page numbers."""
        return "\ue000" in self.html


def fill(part: Part, labels: Mapping[str, str]) -> Part:
    """The late part with each mark replaced by its label; an unknown name becomes a dash."""
    return replace(part, html=LATE.sub(lambda mark: escape(labels.get(mark[1], "–")), part.html))


@dataclass(frozen=True)
class Placement:
    """A part at its place in a volume: `head` is the running head, `depth` how far its outline is indented."""

    part: Part
    head: str
    numbering: Numbering = Numbering.ARABIC
    depth: int = 0


@dataclass(frozen=True)
class Volume:
    """One PDF to be: `name` is its target (`local/m2_swot/riga`), the rest is document metadata and furniture."""

    name: str
    title: str
    placements: tuple[Placement, ...]
    issued: date
    author: str
    subject: str
    keywords: tuple[str, ...]
    foot: str  # stamped at the left foot of each page
    language: str = "en"
