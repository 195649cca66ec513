"""libyaml's events to a tree, with limits.

Walked one by one and never constructed: an alias is refused where it stands and never expanded, depth and number are
counted before anything is built. libyaml itself must not be let read past the limits: composing `[` x 25,000 kills it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

import yaml

from wp3reports.diagnostics import Diagnostic, Note, Span, error
from wp3reports.source.node import Listing, Mapping, Node, Scalar
from wp3reports.source.scalar import faults, scalar
from wp3reports.source.text import Text, shown

MAX_DEPTH: Final = 24
MAX_NODES: Final = 50_000

_QUOTES: Final = "if it is meant as text, put quotes round it"
_STOP: Final = ("yaml-too-deep", "yaml-too-many-nodes", "yaml-second-document")


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not come yet."""

    mapping: bool
    flow: bool
    start: tuple[int, int]
    span: Span
    items: list[Node] = field(default_factory=list)
    entries: list[tuple[Scalar, Node]] = field(default_factory=list)
    first: dict[str, Span] = field(default_factory=dict)
    twice: set[str] = field(default_factory=set)
    key: Scalar | None = None


class Walker:
    """Takes events one by one; `root` is the tree once the last has come, `fault` what libyaml stumbled over."""

    def __init__(self, text: Text) -> None:
        """Nothing read yet."""
        self.root: Node | None = None
        self.last: yaml.ScalarEvent | None = None
        self.fault: yaml.YAMLError | None = None
        self._text = text
        self._open: list[_Open] = []
        self._nodes = 0
        self._documents = 0

    def walk(self, events: Iterator[yaml.Event]) -> Iterator[Diagnostic]:
        """What is refused, as it comes; ends early where reading on would cost too much."""
        try:
            for event in events:
                for finding in self._take(event):
                    yield finding
                    if finding.code in _STOP:
                        return
        except yaml.YAMLError as fault:
            self.fault = fault

    def _take(self, event: yaml.Event) -> Iterator[Diagnostic]:
        if isinstance(event, yaml.DocumentStartEvent):
            yield from self._document(event)
        elif isinstance(event, yaml.NodeEvent):
            self._nodes += 1
            if self._nodes > MAX_NODES:
                yield error(
                    "yaml-too-many-nodes",
                    self._span(event),
                    f"too many values: more than {MAX_NODES:,} in one file",
                    help="split the file, or leave out what nobody will read",
                )
            yield from _features(event, self._span(event))
            yield from self._node(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            yield from self._close(event)

    def _document(self, event: yaml.DocumentStartEvent) -> Iterator[Diagnostic]:
        self._documents += 1
        if event.version or event.tags:
            yield error(
                "yaml-directive",
                self._span(event, 5),
                "a line that begins with % is an instruction to the reader, and none is taken",
                help="delete the line",
            )
        if self._documents > 1:
            yield second_document(self._span(event, 3))

    def _node(self, event: yaml.NodeEvent) -> Iterator[Diagnostic]:
        if isinstance(event, yaml.ScalarEvent):
            self.last = event
            node = scalar(event, self._text)
            yield from faults(event, node, self._text)
            yield from self._put(node)
        elif isinstance(event, yaml.CollectionStartEvent):
            yield from self._begin(event)
        else:  # an alias, refused already; its place in the tree is kept
            yield from self._put(Scalar("", self._span(event), plain=False, block=False))

    def _begin(self, event: yaml.CollectionStartEvent) -> Iterator[Diagnostic]:
        span, parent = self._span(event), self._open[-1] if self._open else None
        if len(self._open) >= MAX_DEPTH:
            message = f"nested too deeply: more than {MAX_DEPTH} levels"
            yield error(
                "yaml-too-deep",
                span,
                message,
                help="look for brackets that are not closed, or for lines that are indented ever more",
            )
        if parent and parent.mapping and parent.key is None:
            yield _not_text(span, "a list or a group of fields stands where the name of a field is wanted")
        mapping, flow = isinstance(event, yaml.MappingStartEvent), bool(event.flow_style)
        if parent and parent.key and not flow:
            span = parent.key.span
        start = (event.start_mark.line, event.start_mark.column)
        self._open.append(_Open(mapping, flow, start, span))

    def _close(self, event: yaml.CollectionEndEvent) -> Iterator[Diagnostic]:
        done = self._open.pop()
        parent = self._open[-1] if self._open else None
        span = done.span
        if done.flow:
            span = self._text.between(done.start, (event.end_mark.line, event.end_mark.column))
        elif done.entries and not (parent and parent.key):
            span = done.entries[0][0].span
        yield from self._put(Mapping(tuple(done.entries), span) if done.mapping else Listing(tuple(done.items), span))

    def _put(self, node: Node) -> Iterator[Diagnostic]:
        """A finished node goes to where it belongs."""
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        if not parent.mapping:
            parent.items.append(node)
        elif parent.key is None:
            key = node if isinstance(node, Scalar) else Scalar("", node.span, plain=False, block=False)
            parent.key = key
            if key is node:
                yield from _key(key, parent)
        else:
            parent.entries.append((parent.key, node))
            parent.key = None

    def _span(self, event: yaml.Event, width: int = 0) -> Span:
        """The mark, sign or word with which an event begins."""
        line, column = event.start_mark.line, event.start_mark.column
        word = re.compile(r"[&*!][^\s,\[\]{}]*|.").match(self._text.lines[line], column)
        return self._text.span(line, column, width or (len(word[0]) if word else 1))


def second_document(span: Span) -> Diagnostic:
    """The error for what follows after the end of a document."""
    return error(
        "yaml-second-document",
        span,
        "a second document begins here; one file holds one",
        help='delete the line "---" or "..." if everything belongs together, or use a file of its own',
    )


def _features(event: yaml.NodeEvent, span: Span) -> Iterator[Diagnostic]:
    """Anchors, aliases and tags, none of which is taken."""
    if isinstance(event, yaml.AliasEvent):
        yield error(
            "yaml-alias",
            span,
            f'"*{event.anchor}" refers to another place of the file, which is not supported',
            help=f'{_QUOTES} (text that begins with "*"); else write the values out',
        )
    elif event.anchor:
        yield error(
            "yaml-alias",
            span,
            f'"&{event.anchor}" names a place for later use, which is not supported',
            help=f'{_QUOTES} (text that begins with "&"); else delete it',
        )
    tag = getattr(event, "tag", None)
    if tag:
        yield error(
            "yaml-tag",
            span,
            f"a type {shown(tag)} is given, which is not supported",
            help=f'delete it: all values are text already; {_QUOTES} (text that begins with "!")',
        )


def _key(key: Scalar, parent: _Open) -> Iterator[Diagnostic]:
    if key.plain and key.text == "<<":
        yield error(
            "yaml-merge-key",
            key.span,
            'the field "<<" copies other fields, which is not supported',
            help="write the fields out",
        )
    elif key.plain and not key.text:
        yield _not_text(key.span, "the name of a field is missing before the colon")
    elif key.text in parent.first:
        if key.text not in parent.twice:
            parent.twice.add(key.text)
            first = parent.first[key.text]
            yield error(
                "yaml-duplicate-key",
                key.span,
                f"the field {shown(key.text)} is given twice, first in line {first.line}",
                label="given again",
                notes=[Note(first, "given first here")],
                help="keep one of the two, or join their texts",
            )
    else:
        parent.first[key.text] = key.span


def _not_text(span: Span, message: str) -> Diagnostic:
    return error(
        "yaml-key-not-text",
        span,
        message,
        help='a field is written "name: text"; put quotes round text that begins with "?", "[" or "{"',
    )
