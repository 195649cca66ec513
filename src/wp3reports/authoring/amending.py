"""One value of a file changed in its text: comments, order and layout stay as they are everywhere else, byte for byte.

No library does this: round-trip dumpers write the whole file anew and fold its lines as they see fit. Here lines are
replaced, and the result is read again: unless it says exactly what was meant, nothing is changed.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from wp3reports.authoring.changes import Change, Insert, Path, Put, Remove, Value, applied, composed
from wp3reports.authoring.lines import Lines, Stretch
from wp3reports.authoring.yaml_text import WIDTH, dashed, entry, inline, scalar, value
from wp3reports.source import Listing, Node, Scalar, Source, parse
from wp3reports.source import Mapping as Fields


class CannotAmendError(Exception):
    """The change cannot be made without loss; its words say why. The file is to be edited as text."""


def amended(path: str, data: bytes, change: Change) -> bytes:
    """The file with the change made. CannotAmendError where that would lose or mean something else."""
    source, _ = parse(path, data)
    if source is None:
        raise CannotAmendError("the file has mistakes that have to be mended as text first")
    lines, change = Lines.of(data), _normal(change)
    try:
        meant = applied(source.plain(), change)
        _Pen(source, lines).make(change)
    except (IndexError, KeyError, TypeError) as wrong:
        raise CannotAmendError(f"there is no such place in {path}") from wrong
    made = lines.to_bytes()
    read, found = parse(path, made)
    if read is None and (faults := [each.message for each in found if each.code == "yaml-character"]):
        raise CannotAmendError(faults[0])
    if read is None or read.plain() != meant:
        raise CannotAmendError("the change cannot be written here without touching more than it")
    return made


@dataclass(frozen=True)
class _Pen:
    """Makes one change in the lines of a source."""

    _source: Source
    _lines: Lines

    def make(self, change: Change) -> None:
        match change:
            case Put(path, given, order):
                self._put(path, given, order)
            case Insert(path, at, given, order):
                self._insert(path, at, given, order)
            case Remove(path):
                self._remove(path)

    def _put(self, path: Path, given: Value, order: Sequence[str]) -> None:
        node = self._source.node(*path)
        if node is None:
            self._add(path, given, order)
        elif flow := self._flow(path):
            self._rewrite(flow, lambda plain: applied(plain, Put(path[len(flow) :], given)))
        else:
            line, column = self._begin(node, path)
            first, below = value(given, self._indent(path), room=WIDTH - column)
            is_block = not isinstance(node, Scalar) or node.block
            self._lines.replace(Stretch(line, column, self._end(path), is_block=is_block), first, below)

    def _add(self, path: Path, given: Value, order: Sequence[str]) -> None:
        *above, key = path
        record = self._source.node(*above)
        if not isinstance(record, Fields) or not isinstance(key, str):
            raise KeyError(key)
        if flow := self._flow((*above, record.entries[0][0].text)) if record.entries else tuple(above):
            self._rewrite(flow, lambda plain: applied(plain, Put(path[len(flow) :], given)))
            return
        known = [each.text for each, _ in record.entries]
        before = [name for name in order[: list(order).index(key)] if name in known] if key in order else known
        at = self._end((*above, before[-1])) if before else record.entries[0][0].span.line - 1
        self._lines.insert(at, entry(key, given, record.entries[0][0].span.column - 1))

    def _insert(self, path: Path, index: int, given: Value, order: Sequence[str]) -> None:
        node = self._source.node(*path)
        if not isinstance(node, Listing) or not node.items:
            self._put(path, [given], order)
        elif flow := self._flow((*path, 0)):
            self._rewrite(flow, lambda plain: applied(plain, Insert(path[len(flow) :], index, given)))
        else:
            at = self._end((*path, index - 1)) if index else self._line(node.items[0])
            self._lines.insert(at, dashed(given, self._dash(node)), spaced=self._is_spaced(path, node))

    def _remove(self, path: Path) -> None:
        *above, last = path
        holder = self._source.node(*above)
        if flow := self._flow(path):
            self._rewrite(flow, lambda plain: applied(plain, Remove(path[len(flow) :])))
        elif isinstance(holder, Listing) and len(holder.items) == 1:
            self._put(tuple(above), [], ())
        elif isinstance(holder, Listing) and isinstance(last, int):
            self._lines.delete(self._line(holder.items[last]), self._end(path))
        elif isinstance(holder, Fields):
            (key,) = (each for each, _ in holder.entries if each.text == last)
            self._lines.delete(key.span.line - 1, self._end(path), heir=key.span.column - 1)
        else:
            raise KeyError(last)

    def _rewrite(self, flow: Path, change: Callable[[Any], Any]) -> None:
        """Write the list or mapping in brackets that stands at a path anew."""
        node = self._source.node(*flow)
        if node is None:
            raise KeyError(flow)
        line, column = node.span.line - 1, node.span.column - 1
        end = self._end(flow)
        if any("#" in row for row in self._lines.rows[line : end - 1]):
            raise CannotAmendError("there is a comment between the brackets")
        plain: Any = self._source.plain()
        for step in flow:
            plain = plain[step]
        written = _in_brackets(change(plain)) + self._lines.behind_brackets(end)
        self._lines.replace(Stretch(line, column, end, is_block=True), written, [])

    # -- where things stand, lines and columns from 0

    def _flow(self, path: Path) -> Path:
        """The outermost part of the path that stands in brackets; nothing where none does."""
        for length in range(1, len(path)):
            node = self._source.node(*path[:length])
            if isinstance(node, Listing | Fields) and self._lines.sign(node.span) in "[{":
                return path[:length]
        return ()

    def _begin(self, node: Node, path: Path) -> tuple[int, int]:
        """Where a value begins, or would begin."""
        line, column = node.span.line - 1, node.span.column - 1
        if isinstance(node, Scalar) and (node.text or not node.plain):
            return line, column
        if not isinstance(node, Scalar) and self._lines.sign(node.span) in "[{":
            return line, column
        key = self._source.key_at(*path)
        sign = "-" if isinstance(path[-1], int) else ":"
        at = self._lines.rows[key.line - 1].index(sign, 0 if sign == "-" else key.end_column - 1)
        return key.line - 1, at + 1

    def _indent(self, path: Path) -> int:
        """The column of the key or dash that a value belongs to."""
        if isinstance(path[-1], str):
            return self._source.key_at(*path).column - 1
        holder = self._source.node(*path[:-1])
        return self._dash(holder) if isinstance(holder, Listing) else 0

    def _dash(self, listing: Listing) -> int:
        row = self._lines.rows[self._line(listing.items[0])]
        return len(row) - len(row.lstrip(" "))

    @staticmethod
    def _line(item: Node) -> int:
        return item.span.line - 1

    def _end(self, path: Path) -> int:
        """The line behind all that belongs to a key or an entry of a list."""
        node = self._source.node(*path)
        line = self._source.key_at(*path).line - 1
        return self._lines.end(line, self._indent(path), dashes=isinstance(node, Listing) and isinstance(path[-1], str))

    def _is_spaced(self, path: Path, listing: Listing) -> bool:
        """Whether blank lines part the entries of a list."""
        return len(listing.items) > 1 and self._end((*path, 0)) < self._line(listing.items[1])


def _in_brackets(given: Any) -> str:
    """A value on one line, where commas and brackets have a meaning of their own."""
    match given:
        case Mapping():
            return "{" + ", ".join(f"{scalar(name)}: {_in_brackets(each)}" for name, each in given.items()) + "}"
        case list() | tuple() if any(not isinstance(each, str) for each in given):
            return "[" + ", ".join(map(_in_brackets, given)) + "]"
        case list() | tuple():
            return inline([*given])
        case _:
            return inline([given])[1:-1]


def _normal(change: Change) -> Change:
    return change if isinstance(change, Remove) else change._replace(value=composed(change.value))
