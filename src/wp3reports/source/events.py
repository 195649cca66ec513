"""libyaml's events to a tree, with limits.

Walked one by one and never constructed: an alias is refused where it stands and never expanded, depth and number are
counted before anything is built. libyaml itself must not be let past the limits: composing `[` x 25,000 kills it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

import yaml

from wp3reports.diagnostics import Diagnostic, Span
from wp3reports.source.indent import Indents
from wp3reports.source.mark import begin, end
from wp3reports.source.node import Listing, Mapping, Node, Scalar
from wp3reports.source.refusals import directive, features, key, nameless, second_document, too_deep, too_many
from wp3reports.source.scalar import MAX_RUN, faults, lost, scalar
from wp3reports.source.text import Text

MAX_DEPTH: Final = 24
MAX_NODES: Final = 50_000

_LAST_WORDS: Final = ("yaml-too-deep", "yaml-too-many-nodes", "yaml-second-document")
_ODD_KEYS: Final = ("", "<<")
_SIGN: Final = re.compile(r"[&*!][^\s,\[\]{}]*|---|%.*|.")


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not come yet."""

    event: yaml.CollectionStartEvent
    mapping: bool
    items: list[Node] = field(default_factory=list)
    entries: list[tuple[Scalar, Node]] = field(default_factory=list)
    first: dict[str, Span] = field(default_factory=dict)
    key: Scalar | None = None


class Walker:
    """Takes events one by one; `root` is the tree once the last has come, `fault` what libyaml stumbled over."""

    def __init__(self, text: Text, indents: Indents) -> None:
        """Nothing read yet."""
        self.root: Node | None = None
        self.last: yaml.ScalarEvent | None = None
        self.fault: yaml.YAMLError | None = None
        self._text = text
        self._indents = indents
        self._open: list[_Open] = []
        self._found: list[Diagnostic] = []
        self._nodes = 0
        self._documents = 0
        self._is_doubtful = indents.are_doubtful
        self._may_lose = " #" in text.whole or "\t#" in text.whole

    def walk(self, events: Iterable[yaml.Event]) -> Iterator[Diagnostic]:
        """What is refused, as it comes; ends early where reading on would cost too much."""
        try:
            for event in events:
                if isinstance(event, yaml.ScalarEvent):
                    self._scalar(event)
                else:
                    self._take(event)
                if self._found:
                    for finding in self._found:
                        yield finding
                        if finding.code in _LAST_WORDS:
                            return
                    self._found.clear()
        except yaml.YAMLError as fault:
            self.fault = fault

    def _take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.NodeEvent):
            self._judge(event)
            self._nodes += 1
            if isinstance(event, yaml.CollectionStartEvent):
                self._begin(event)
            else:  # an alias, refused already; it keeps its place in the tree
                self._put(Scalar("", self._span(event), plain=False, block=False))
        elif isinstance(event, yaml.CollectionEndEvent):
            self._close(event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if event.version or event.tags:
                self._found.append(directive(self._span(event)))
            if self._documents > 1:
                self._found.append(second_document(self._span(event)))

    def _judge(self, event: yaml.NodeEvent) -> None:
        """What is refused of a value wherever it stands: one too many, and what a hand-in does not need."""
        if self._nodes >= MAX_NODES:
            self._found.append(too_many(self._span(event), MAX_NODES))
        if event.anchor or getattr(event, "tag", None):
            self._found += features(event, self._span(event))

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        """A text, looked at closely only where something can be wrong: there are tens of thousands of them."""
        self.last = event
        if self._nodes >= MAX_NODES or event.anchor or event.tag:
            self._judge(event)
        self._nodes += 1
        node = scalar(event, self._text)
        if event.style == '"' or len(node.text) > MAX_RUN:
            self._found += faults(event, node)
        if node.plain and (self._is_doubtful or self._may_lose):
            stop = self._text.inside(end(event))
            if self._is_doubtful:
                self._found += self._indents.inside(self._text.inside(begin(event)), stop)
            self._found += lost(node, stop, self._text)
        self._put(node)

    def _begin(self, event: yaml.CollectionStartEvent) -> None:
        parent = self._open[-1] if self._open else None
        if len(self._open) >= MAX_DEPTH:
            self._found.append(too_deep(self._span(event), MAX_DEPTH))
        if parent and parent.mapping and parent.key is None:
            message = "a list or a group of fields stands where a field's name is wanted"
            self._found.append(nameless(self._span(event), message))
        self._open.append(_Open(event, isinstance(event, yaml.MappingStartEvent)))

    def _close(self, event: yaml.CollectionEndEvent) -> None:
        done = self._open.pop()
        name = self._open[-1].key if self._open else None
        if done.event.flow_style:
            span = self._text.between(self._text.inside(begin(done.event)), self._text.inside(end(event)))
        elif name:
            span = name.span
        else:
            span = done.entries[0][0].span if done.entries else self._span(done.event)
        self._put(Mapping(tuple(done.entries), span) if done.mapping else Listing(tuple(done.items), span))

    def _put(self, node: Node) -> None:
        """A finished node goes to where it belongs: the top, a list, or a mapping as key or value."""
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        if not parent.mapping:
            parent.items.append(node)
        elif parent.key:
            parent.entries.append((parent.key, node))
            parent.key = None
        elif isinstance(node, Scalar):
            first = parent.first.setdefault(node.text, node.span)
            if first is not node.span or node.text in _ODD_KEYS:
                self._found += key(node, first)
            parent.key = node
        else:
            parent.key = Scalar("", node.span, plain=False, block=False)

    def _span(self, event: yaml.Event) -> Span:
        """The mark, sign or letter with which an event begins."""
        line, column = self._text.inside(begin(event))
        sign = _SIGN.match(self._text.lines[line], column)
        return self._text.span(line, column, len(sign[0]) if sign else 1)
