"""Which fields differ between two texts of a file."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from html import unescape
from typing import NamedTuple

from wp3reports.source import Listing, Mapping, Node, Scalar, parse

_POINTER = re.compile(r'data-src="([^"#]*)#([^"]*)"')


class Difference(NamedTuple):
    """A field, as `clusters/1/threats`, and `changed`, `added` or `removed`."""

    field: str
    how: str


def differences(path: str, old: bytes, new: bytes) -> tuple[Difference, ...] | None:
    """The fields that differ, in the order of the file; None where one of the texts is no YAML file of ours."""
    before, _ = parse(path, old)
    after, _ = parse(path, new)
    if before is None or after is None:
        return None
    return tuple(Difference("/".join(map(str, steps)), how) for steps, how in _between(before.root, after.root, ()))


def shown(html: str, path: str, found: Sequence[Difference]) -> tuple[Difference, ...]:
    """Those of the differences that a part shows, as its `data-src` say; all of them where it shows none of them."""
    places = [unescape(field).strip("/") for file, field in _POINTER.findall(html) if unescape(file) == path]
    seen = tuple(each for each in found if any(_is_inside(each.field, place) for place in places))
    return seen or tuple(found)


def _is_inside(field: str, place: str) -> bool:
    """Whether one of the two holds the other; a place without steps is the whole file and tells nothing."""
    return bool(place) and (f"{field}/".startswith(f"{place}/") or f"{place}/".startswith(f"{field}/"))


_Step = str | int
_Found = Iterator[tuple[tuple[_Step, ...], str]]


def _between(old: Node, new: Node, steps: tuple[_Step, ...]) -> _Found:
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        yield from _between_mappings(old, new, steps)
    elif isinstance(old, Listing) and isinstance(new, Listing):
        yield from _between_lists(old, new, steps)
    elif _plain(old) != _plain(new):
        yield steps, "changed"


def _between_mappings(old: Mapping, new: Mapping, steps: tuple[_Step, ...]) -> _Found:
    before = {key.text: value for key, value in old.entries}
    after = {key.text: value for key, value in new.entries}
    for key in [*after, *(key for key in before if key not in after)]:
        if key not in before:
            yield (*steps, key), "added"
        elif key not in after:
            yield (*steps, key), "removed"
        else:
            yield from _between(before[key], after[key], (*steps, key))


def _between_lists(old: Listing, new: Listing, steps: tuple[_Step, ...]) -> _Found:
    """Items are counted as they are now, removed ones as they were."""
    before, after = [list(map(_plain, each.items)) for each in (old, new)]
    for _, first, last, start, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if before[first:last] == after[start:end]:
            continue
        for one, other in zip(range(first, last), range(start, end), strict=False):
            yield from _between(old.items[one], new.items[other], (*steps, other))
        common = min(last - first, end - start)
        yield from (((*steps, index), "added") for index in range(start + common, end))
        yield from (((*steps, index), "removed") for index in range(first + common, last))


def _plain(node: Node) -> tuple[object, ...]:
    """A value that can be compared and hashed; the kind of node is part of it."""
    match node:
        case Mapping(entries):
            return ("mapping", *((key.text, _plain(value)) for key, value in entries))
        case Listing(items):
            return ("list", *map(_plain, items))
        case Scalar(text):
            return ("text", text)
