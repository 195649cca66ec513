"""What the template of one part may ask for: numbers, anchors, citations, narrative.

Numbers of sections, tables and figures are the part's own, so that no part depends on what stands before it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from urllib.parse import quote

from markupsafe import Markup

from wp3reports.model import Bibliography, Delivery, Figure, Markdown
from wp3reports.render.narrative import to_html
from wp3reports.render.speech import Speech


def address(asset: str) -> str:
    """The address under which a part fetches an asset."""
    return f"asset:/{quote(asset)}"


class Chapter(NamedTuple):
    """A chapter that other parts of the volume may refer to."""

    anchor: str
    number: str
    title: str


@dataclass
class Sheet:
    """The state of one part while its template runs; `label` leads its table and figure numbers."""

    anchor: str  # leads every id of the part
    label: str
    book: Bibliography
    chapters: Mapping[str, Chapter]
    sources_here: bool = False  # whether the numbered sources stand in this part or elsewhere in the volume
    assets: Mapping[str, bytes] = field(default_factory=dict, repr=False)  # the pictures that can be printed
    speech: Speech = field(default_factory=Speech)
    _counts: dict[str, int] = field(default_factory=dict, init=False)

    def next(self, kind: str) -> str:
        """The next number of that kind: `2.3`, or `Riga 2.3` where the label is a name."""
        self._counts[kind] = self._counts.get(kind, 0) + 1
        return f"{self.label}.{self._counts[kind]}"

    def id(self, *path: str | int) -> str:
        """An anchor that is unique in every volume."""
        return "-".join(map(str, (self.anchor, *path)))

    def cite(self, delivery: Delivery[Any], source: str) -> Markup:
        """The number of a source in brackets, with a link to it; nothing without a source."""
        if not source:
            return Markup()
        number = self.book.number(delivery, source)
        if number is None:
            return Markup('<span class="cite">[?]</span>')
        target = f"#{self.id('source', number)}" if self.sources_here else f"volume:source-{number}"
        title = self.speech.gettext("Source %(number)s", number=str(number))
        return Markup('<a class="cite" href="{}" title="{}">[{}]</a>').format(target, title, number)

    def cited(self, delivery: Delivery[Any], source: str) -> Markup:
        """The same after the words that it belongs to, on one line with the last of them."""
        return Markup("\u00a0") + self.cite(delivery, source) if source else Markup()

    def narrative(self, delivery: Delivery[Any], *path: str | int) -> Markup:
        """A narrative field as HTML that knows its place in the hand-in; nothing when it is empty."""
        value: Any = delivery.submission
        for step in path:
            value = value[step] if isinstance(step, int) else getattr(value, step)
        if not isinstance(value, Markdown):
            raise TypeError(f"{'/'.join(map(str, path))} is no narrative field")
        if not value:
            return Markup()
        html = to_html(value, lambda source: self.cite(delivery, source))
        spoken = delivery.submission.language
        told = Markup(' lang="{}"').format(spoken) if spoken != self.speech.language else ""
        return Markup('<div class="text"{} data-src="{}">{}</div>').format(told, delivery.pointer(*path), html)

    def figures(self, delivery: Delivery[Any], cluster: str = "") -> Iterator[tuple[Figure, str, str]]:
        """The printable figures that belong to a cluster, or to none: each with its pointer and its address."""
        for index, figure in enumerate(delivery.submission.figures):
            name = f"inputs/{delivery.milestone}/{figure.file}"
            if figure.cluster == cluster and name in self.assets:
                yield figure, delivery.pointer("figures", index), address(name)

    def see(self, chapter: str) -> Markup:
        """A reference to a chapter of the same volume, by number and title."""
        target = self.chapters[chapter]
        lead = f"chapter {target.number}, " if target.number else ""
        return Markup('<a class="see" href="volume:{}">{}{}</a>').format(target.anchor, lead, target.title)
