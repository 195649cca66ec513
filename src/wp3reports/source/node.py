"""The tree that a file becomes: text, lists and mappings of text, each with its place.

Nothing is constructed: `NO`, `12:30` and `010` stay what was typed, the schema decides what they mean. Nodes are
tuples, because a project has tens of thousands of them and nothing frozen is made faster.
"""

from dataclasses import dataclass
from typing import Any, NamedTuple

from wp3reports.diagnostics import Span
from wp3reports.source.place import place


class Scalar(NamedTuple):
    """A text, in NFC; `plain` means unquoted, `block` means written below a `|` or `>`."""

    text: str
    span: Span
    plain: bool
    block: bool


class Listing(NamedTuple):
    """A list. Its span is the brackets, or else the key that it belongs to."""

    items: tuple["Node", ...]
    span: Span


class Mapping(NamedTuple):
    """Keys and values in their order. Its span is the braces, or else the key that it belongs to."""

    entries: tuple[tuple[Scalar, "Node"], ...]
    span: Span


Node = Scalar | Listing | Mapping


def _child(node: Node, step: str | int) -> tuple[Span, Node] | None:
    """What stands under a key or number, and the place that names it: the key, or the item itself."""
    if isinstance(node, Mapping) and isinstance(step, str):
        return next(((key.span, value) for key, value in node.entries if key.text == step), None)
    if isinstance(node, Listing) and isinstance(step, int) and 0 <= step < len(node.items):
        item = node.items[step]
        return item.span, item
    return None


def _end(node: Node) -> tuple[int, int]:
    """Line and column behind the last text of a node."""
    match node:
        case Mapping(entries):
            inside = [_end(value) for _, value in entries]
        case Listing(items):
            inside = [_end(item) for item in items]
        case _:
            inside = []
    return max((node.span.end_line, node.span.end_column), *inside, (0, 0))


def _plain(node: Node) -> Any:
    if isinstance(node, Mapping):
        return {key.text: _plain(value) for key, value in node.entries}
    if isinstance(node, Listing):
        return tuple(_plain(item) for item in node.items)
    return node.text


@dataclass(frozen=True, slots=True)
class Source:
    """A file that was understood; `lines` are those that an editor shows, without line ends and byte order mark."""

    path: str
    root: Mapping
    lines: tuple[str, ...]

    def plain(self) -> dict[str, Any]:
        """Nested dict, tuple and str."""
        return {key.text: _plain(value) for key, value in self.root.entries}

    def node(self, *path: str | int) -> "Node | None":
        """What stands at a path; the whole file without one."""
        return self._deepest(path)[0] if path else self.root

    def at(self, *path: str | int) -> Span:
        """The place of a value; where there is none, of the key or item of its nearest ancestor."""
        node, name = self._deepest(path)
        return name if node is None else node.span

    def key_at(self, *path: str | int) -> Span:
        """The place of a value's key; what has no key of its own is placed as `at` does."""
        node, name = self._deepest(path)
        return node.span if node is not None and isinstance(path[-1], int) else name

    def extent(self, *path: str | int) -> Span:
        """All that a value takes up, from its first character or its key to the end of the last text in it."""
        node, name = self._deepest(path)
        first = name if node is None else node.span
        line, column = (first.end_line, first.end_column) if node is None else _end(node)
        return Span(self.path, first.line, first.column, line, column)

    def within(self, *path: str | int, offset: int) -> Span:
        """The place of one character of a text, as far as it can be told; else the start of the text.

        Exact for literal blocks and for plain and quoted text without escapes; elsewhere the start of the text.
        """
        node, name = self._deepest(path)
        if not isinstance(node, Scalar):
            return name if node is None else node.span
        found = place(self.lines, node.span, node.text, offset, block=node.block)
        if found is None:
            return node.span
        line, column = found
        return Span(self.path, line, column, line, column + 1)

    def _deepest(self, path: tuple[str | int, ...]) -> tuple[Node | None, Span]:
        """The node at a path, or None, and the place that names the last step that exists."""
        node: Node = self.root
        name = Span(self.path, 1, 1, 1, 2 if self.lines[0] else 1)
        for step in path:
            found = _child(node, step)
            if found is None:
                return None, name
            name, node = found
        return (node if path else None), name
