"""From something that the engine complains about to the place in the inputs: the nearest `data-src` of the HTML.

Works on the parsed tree that the engine itself uses, in document order, without recursion.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

ATTRIBUTE = "data-src"
NOT_SHOWN = ("head", "title", "desc", "script", "style", "template")  # of HTML and of SVG
SVG = "{http://www.w3.org/2000/svg}"


class Spot(NamedTuple):
    """An element, the source that it belongs to, and the source of the text behind it."""

    element: Any
    source: str
    outer: str


@dataclass(frozen=True)
class Places:
    """The HTML of a part, to be searched."""

    root: Any

    def spots(self) -> Iterator[Spot]:
        """All elements in document order; comments too, whose tag is not a string."""
        stack = [Spot(self.root, self.root.get(ATTRIBUTE, ""), "")]
        while stack:
            spot = stack.pop()
            yield spot
            stack += [
                Spot(child, child.get(ATTRIBUTE, spot.source), spot.source) for child in reversed(list(spot.element))
            ]

    def texts(self) -> Iterator[tuple[str, str]]:
        """All text that may be shown, with its source."""
        for element, source, outer in self.spots():
            shown = isinstance(element.tag, str) and element.tag.rpartition("}")[2] not in NOT_SHOWN
            yield (element.text or "") if shown else "", source
            yield element.tail or "", outer

    def of_characters(self, wanted: Collection[str]) -> dict[str, list[str]]:
        """For each character the sources in whose text it stands, each once."""
        found: dict[str, dict[str, None]] = {character: {} for character in wanted}
        for text, source in self.texts():
            for character in found.keys() & set(text):
                found[character][source] = None
        return {character: list(sources) for character, sources in found.items()}

    def of_attribute(self, names: Collection[str], value: str) -> str:
        """The source of the first element with this value in one of the attributes, or an empty string."""
        for element, source, _ in self.spots():
            if any(element.get(name, "").strip() == value for name in names):
                return source
        return ""

    def of_elements(self) -> Mapping[Any, str]:
        """The source of every element."""
        return self._of_elements

    @cached_property
    def _of_elements(self) -> Mapping[Any, str]:
        return {element: source for element, source, _ in self.spots()}

    def ids_twice(self) -> dict[str, str]:
        """The ids that stand on two elements or more, each with the source of its second one."""
        seen: set[str] = set()
        twice: dict[str, str] = {}
        for element, source, _ in self.spots():
            # Pictures have names of their own inside, which never become destinations.
            if isinstance(element.tag, str) and not element.tag.startswith(SVG) and (name := element.get("id")):
                if name in seen:
                    twice.setdefault(name, source)
                seen.add(name)
        return twice
