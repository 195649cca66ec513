"""The text of PDF's objects, as far as joining parts has to read it: strings, references, keys (ISO 32000-1, 7.3).

In the form in which the engine writes: strings in brackets, with three characters escaped, or as hexadecimal UTF-16;
all references of generation 0.
"""

import re
from collections.abc import Callable, Mapping

import pydyf

LITERAL = rb"\([^\\()]*(?:\\.[^\\()]*)*\)"
STRING = rb"(?:" + LITERAL + rb"|<[0-9a-f]*>)"
_STRING = re.compile(STRING, re.DOTALL)
_TEXT = re.compile(rb"(" + LITERAL + rb")", re.DOTALL)
_REFERENCE = re.compile(rb"(?<=[ [])([0-9]+) 0 R")  # which nothing else stands right before: much faster to find
_SEEMING = re.compile(rb"\([^\\()]*(?:\\.[^\\()]*)*[0-9] 0 R", re.DOTALL)  # a reference, but within a string
_KEY = re.compile(rb"(" + LITERAL + rb")|(?<=/StructParent )(\d+)|(?<=/StructParents )(\d+)", re.DOTALL)
_ESCAPED = re.compile(rb"\\(.)", re.DOTALL)

References = Mapping[bytes, bytes]  # from a number to the reference that takes its place


def reference(number: int) -> bytes:
    """What stands for the object of this number."""
    return b"%d 0 R" % number


def string(text: str) -> bytes:
    """The string of this text: the engine writes it with the same bytes."""
    data: bytes = pydyf.String(text).data
    return data


def content(token: bytes) -> bytes:
    """The bytes that a string stands for, by which names are sorted."""
    return bytes.fromhex(token[1:-1].decode()) if token[:1] == b"<" else _ESCAPED.sub(rb"\1", token[1:-1])


def text(token: bytes) -> str:
    """The text that a string stands for."""
    return content(token).decode("utf-16" if token[:1] == b"<" else "ascii")


def without_strings(data: bytes) -> bytes:
    """The object with all strings empty: nothing that stands in a text is taken for an entry."""
    return _STRING.sub(b"()", data)


def pointed_at(data: bytes) -> list[bytes]:
    """The numbers of the objects that are referred to."""
    return _REFERENCE.findall(without_strings(data) if b"(" in data else data)


def follow(data: bytes, name: str) -> bytes:
    """The number of the object that an entry refers to; ValueError when there is no such entry."""
    found = re.search(rb"/%b (\d+) 0 R" % name.encode(), data)
    if found is None:
        raise ValueError(f"a part is not as the engine writes it: it has no /{name}")
    return found[1]


def renumbered(data: bytes, references: References) -> bytes:
    """The same with other references; KeyError for a number that none takes the place of."""
    if _SEEMING.search(data):
        pieces = _TEXT.split(data)
        pieces[::2] = [renumbered(each, references) for each in pieces[::2]]
        return b"".join(pieces)
    pieces = _REFERENCE.split(data)  # text, number, text, and so on
    pieces[1::2] = [references[each] for each in pieces[1::2]]
    return b"".join(pieces)


def rekeyed(data: bytes, key: Callable[[int], int]) -> bytes:
    """A page or an annotation with another key in the tree of parents."""
    return _KEY.sub(lambda found: found[1] or b"%d" % key(int(found[2] or found[3])), data)
