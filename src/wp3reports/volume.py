"""Volumes and the parts that they are bound from (design.md, section 6).

A part is whatever starts on a fresh page, and is laid out alone: it knows neither its pages' numbers nor the volume
that it will stand in. What depends on position is text between two marks that no input can contain (the reader refuses
private-use characters); such a *late* part is filled in and laid out last, when the pages of the others are known.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from html import escape
from itertools import zip_longest
from typing import NamedTuple

from wp3reports.provenance import Provenance

LATE = re.compile("\ue000([^\ue001]*)\ue001")
PAGES = "=pages"  # in place of a destination: how many pages there are
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_PAIR = 2  # pages that stand side by side rather than as a range


def late(name: str) -> str:
    """A mark to be replaced by `fill`: the label of the page on which the destination `name` stands."""
    return f"\ue000{name}\ue001"


def late_pages(names: Iterable[str]) -> str:
    """A mark to be replaced by `fill`: the pages of all these destinations, `3, 7–9, 12`, each a link to its place."""
    return late("".join(f" {name}" for name in names))


class Numbering(StrEnum):
    """How the pages of a part are counted and stamped."""

    NONE = "none"  # no furniture at all: a cover
    ROMAN = "roman"  # i, ii, iii: front matter
    ARABIC = "arabic"  # 1, 2, 3 of the body
    LOOSE = "loose"  # a sheet laid into a draft: numbered by itself and counted nowhere, so that it moves nothing


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
    """The late part with each mark replaced by its label, or its pages; what is unknown becomes a dash."""

    def label(mark: re.Match[str]) -> str:
        return _pages(mark[1].split(), labels) if mark[1].startswith(" ") else escape(labels.get(mark[1], "–"))

    return replace(part, html=LATE.sub(label, part.html))


def _pages(names: Sequence[str], labels: Mapping[str, str]) -> str:
    """The distinct pages of these destinations in order, each with a link; three in a row or more become a range."""
    places: dict[tuple[bool, int], str] = {}
    for name in names:
        if name in labels:
            places.setdefault(_position(labels[name]), name)
    runs: list[list[tuple[bool, int]]] = []
    for arabic, number in sorted(places):
        if runs and runs[-1][-1] == (arabic, number - 1):
            runs[-1].append((arabic, number))
        else:
            runs.append([(arabic, number)])

    def link(page: tuple[bool, int]) -> str:
        name = places[page]
        return f'<a href="volume:{escape(name)}">{escape(labels[name])}</a>'

    shown = (f"{link(run[0])}–{link(run[-1])}" if len(run) > _PAIR else ", ".join(map(link, run)) for run in runs)
    return ", ".join(shown) or "–"


def _position(label: str) -> tuple[bool, int]:
    """Where a page label stands among others: the roman ones come first."""
    if label.isdecimal():
        return True, int(label)
    values = [_ROMAN.get(numeral, 0) for numeral in label]
    return False, sum(-one if one < other else one for one, other in zip_longest(values, values[1:], fillvalue=0))


class Thumb(NamedTuple):
    """A mark at the edge of the page, by which one leafs through a volume: its word, its place among how many."""

    word: str
    place: int  # from 0
    places: int


@dataclass(frozen=True)
class Placement:
    """A part at its place in a volume: `head` is the running head, `depth` how far its outline is indented."""

    part: Part
    head: str
    numbering: Numbering = Numbering.ARABIC
    depth: int = 0
    draft_only: bool = False  # left out of a release
    thumb: Thumb | None = None


@dataclass(frozen=True)
class Wording:
    """What the binder itself says, in the volume's language."""

    mark: str = "Draft"  # at the foot, and over the page in capitals
    of: str = "{page} of {last}"


ENGLISH = Wording()


@dataclass(frozen=True)
class Volume:
    """One PDF to be: `name` is its target (`local/m2_swot/riga`), the rest is document metadata and furniture.

    An edition in another language than that of the reports has the language behind its target: `…/riga.lv`.
    """

    name: str
    title: str
    placements: tuple[Placement, ...]
    issued: date
    author: str
    subject: str
    keywords: tuple[str, ...]
    foot: str  # stamped at the left foot of each page
    language: str = "en"
    wording: Wording = ENGLISH
    provenance: Provenance = field(default_factory=Provenance)

    @property
    def target(self) -> str:
        """The name without the language of an edition."""
        return self.name.removesuffix(f".{self.language}")

    def released(self) -> "Volume":
        """The volume as a release has it, without what stands in drafts only."""
        return replace(self, placements=tuple(placed for placed in self.placements if not placed.draft_only))
