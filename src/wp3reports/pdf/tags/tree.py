"""The tag tree as plain values: elements, and at its ends marks in the content of a page, and links."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeAlias, Union


class Mark(NamedTuple):
    """A piece of a page's content, by its number on that page; `text` is what it shows, empty for a picture."""

    page: int
    number: int
    text: str = ""


class Hotspot(NamedTuple):
    """The rectangle of a link on a page: the engine's annotation."""

    page: int
    annotation: Any


@dataclass(eq=False)
class Node:
    """A structure element; `page` is where it begins, from 0."""

    role: str
    page: int = 0
    parent: Union["Node", None] = None
    kids: list["Kid"] = field(default_factory=list)
    language: str = ""
    alternative: str = ""  # for a picture
    actual: str = ""  # the text, where what is shown is not what is said
    name: str = ""  # unique in the part
    attributes: dict[str, Any] = field(default_factory=dict)
    is_implied: bool = False  # no element of the HTML stands behind it

    def add(self, node: "Node", after: Union["Node", None] = None) -> "Node":
        """Put a node behind another one of this node's, or at the end; it is given back."""
        node.parent = self
        self.kids.insert(self.kids.index(after) + 1 if after else len(self.kids), node)
        return node

    def nearest(self, role: str) -> Union["Node", None]:
        """This node or the closest one around it that has the role."""
        node: Node | None = self
        while node and node.role != role:
            node = node.parent
        return node

    def walk(self) -> Iterator["Node"]:
        """This node and all below it, in reading order."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack += [kid for kid in reversed(node.kids) if isinstance(kid, Node)]

    @property
    def text(self) -> str:
        """What stands in it, but for its notes, without blanks between the pieces."""
        kids = (kid for kid in self.kids if not isinstance(kid, Hotspot))
        return "".join(kid.text for kid in kids if isinstance(kid, Mark) or kid.role != "Note")


Kid: TypeAlias = Node | Mark | Hotspot

GRID = frozenset({"TR", "TH", "TD"})  # where nothing is said, too, for the columns are counted


def prune(node: Node) -> None:
    """Take out what holds nothing, below this node."""
    for each in reversed(list(node.walk())):
        each.kids = [kid for kid in each.kids if not isinstance(kid, Node) or kid.kids or kid.role in GRID]
