"""What is said of a link where it is not read in its line, as in a list of links: never an address or an anchor."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from wp3reports.pdf.tags import roles

LONGEST = 120


@dataclass(frozen=True)
class Spoken:
    """The words of the links of a part, by the elements of its HTML."""

    root: Any

    def of(self, element: Any) -> str:
        """The words for a link, by its element or one in it; empty when the HTML has none.

        They are its title, its text, or the text of the place in the same part to which it leads.
        """
        link = self._links.get(element, element)
        target = self._places.get(link.get("href", "").removeprefix("#"))
        words = link.get("title") or _text(link) or (_text(target) if target is not None else "")
        return " ".join(words.split())[:LONGEST]

    @cached_property
    def _links(self) -> dict[Any, Any]:
        """All elements in links, each with its link."""
        return {each: link for link in self.root.iter("a") for each in link.iter()}

    @cached_property
    def _places(self) -> dict[str, Any]:
        """The elements that can be led to."""
        return {each.get("id"): each for each in self.root.iter() if isinstance(each.tag, str) and each.get("id")}


def _text(element: Any) -> str:
    """The text of an element, that of its pictures included, without what is not for the ear."""
    if not isinstance(element.tag, str) or roles.is_silent(element, element.tag):
        return ""
    if roles.ROLES.get(element.tag) == "Figure":
        return roles.alternative(element)
    return "".join((element.text or "", *(_text(each) + (each.tail or "") for each in element)))
