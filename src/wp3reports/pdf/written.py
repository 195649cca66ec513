"""The PDF of a part taken apart: its objects as text by number, and which of them is what.

Only what the engine has written is read, and `export` has it checked by qpdf; ValueError for anything else.
"""

import re
import zlib
from collections.abc import Container, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from wp3reports.pdf.objects import Stored
from wp3reports.pdf.syntax import STRING, follow, pointed_at, text, without_strings

_STREAM = re.compile(rb"(\d+) 0 obj\n(<<.*?/Length (\d+)>>)\nstream\n", re.DOTALL)
_END = b"\nendstream\nendobj\n"
_PACKED, _TABLE = b"<</Type /ObjStm", b"<</Type /XRef"
_FIRST = re.compile(rb"/First (\d+)")
_TAGS = (b"<</Type /StructElem", b"<</Type /OBJR", b"<</Type /MCR")
_KIDS = re.compile(rb"/K(?:ids)? (\[[^\]]*\])")
_DESTINATION = re.compile(rb"(" + STRING + rb") \[(\d+) 0 R (/XYZ [-\d. ]+)\]", re.DOTALL)
_NAMED = re.compile(rb"(" + STRING + rb") (\d+) 0 R", re.DOTALL)
_PARENT = re.compile(rb"(\d+)( \[[^\]]*\]| \d+ 0 R)")
_LANGUAGE = re.compile(rb"/Lang (" + STRING + rb")", re.DOTALL)
_INTENTS = re.compile(rb"/OutputIntents (\[<<.*?>>\])", re.DOTALL)
_FONT = re.compile(rb"/(\w+) (\d+) 0 R")


class Destination(NamedTuple):
    """A named place: its name as a string of PDF, the number of its page, and where on that page."""

    name: bytes
    page: bytes
    view: bytes


@dataclass(frozen=True)
class Written:
    """The objects of a part by number; from `catalog` and `tree`, the root of its tags, the others are found."""

    texts: Mapping[bytes, bytes]
    streams: Mapping[bytes, Stored]
    catalog: bytes
    tree: bytes

    @classmethod
    def of(cls, data: bytes) -> "Written":
        """Take a file apart."""
        streams: dict[bytes, Stored] = {}
        position = data.find(b"\n", data.find(b"\n") + 1) + 1  # behind the two lines of the header
        while found := _STREAM.match(data, position):
            end = found.end() + int(found[3])
            streams[found[1]] = Stored(found[2], data[found.end() : end])
            position = end + len(_END)
        packed, table = list(streams)[-2:] if len(streams) > 1 else (b"", b"")
        if not packed or not (streams[packed].head.startswith(_PACKED) and streams[table].head.startswith(_TABLE)):
            raise ValueError("a part is not as the engine writes it")
        texts = _unpacked(streams.pop(packed))
        catalog = texts[follow(streams.pop(table).head, "Root")]
        return cls(texts, streams, catalog, texts[follow(without_strings(catalog), "StructTreeRoot")])

    @cached_property
    def sheaf(self) -> bytes:
        """The number of the node that holds all pages."""
        return follow(without_strings(self.catalog), "Pages")

    @cached_property
    def pages(self) -> tuple[bytes, ...]:
        """The numbers of the pages."""
        return _kids(self.texts[self.sheaf])

    @cached_property
    def contents(self) -> tuple[bytes, ...]:
        """The numbers of the streams that draw the pages."""
        return tuple(follow(self.texts[page], "Contents") for page in self.pages)

    @cached_property
    def resources(self) -> bytes:
        """The number of the resources, which all pages share."""
        return follow(self.texts[self.pages[0]], "Resources")

    @cached_property
    def wardrobe(self) -> bytes:
        """The number of the fonts among them, which forms and patterns share, too."""
        return follow(self.texts[self.resources], "Font")

    @cached_property
    def fonts(self) -> Mapping[str, bytes]:
        """The number of each font, by its name in the resources."""
        return {name.decode(): number for name, number in _FONT.findall(self.texts[self.wardrobe])}

    @cached_property
    def document(self) -> bytes:
        """The number of the element that holds all others."""
        return _kids(self.tree)[0]

    @cached_property
    def chapters(self) -> tuple[bytes, ...]:
        """The numbers of the elements right below it."""
        return _kids(self.texts[self.document])

    @cached_property
    def elements(self) -> tuple[bytes, ...]:
        """The numbers of all elements but that one, and of what they refer to the pages with."""
        document = self.document
        return tuple(key for key, each in self.texts.items() if each.startswith(_TAGS) and key != document)

    @cached_property
    def parents(self) -> tuple[tuple[int, bytes], ...]:
        """What belongs to which elements: of pages, then of links, by their keys."""
        inside = self.texts[follow(self.tree, "ParentTree")].partition(b"[")[2]
        return tuple((int(key), value) for key, value in _PARENT.findall(inside))

    @cached_property
    def named(self) -> tuple[tuple[bytes, bytes], ...]:
        """Elements that others point at: their names as strings of PDF, and their numbers."""
        return tuple(_NAMED.findall(self.texts[follow(self.tree, "IDTree")])) if b"/IDTree" in self.tree else ()

    @cached_property
    def destinations(self) -> tuple[Destination, ...]:
        """All named places."""
        return tuple(map(Destination._make, _DESTINATION.findall(self.catalog)))

    @cached_property
    def language(self) -> bytes:
        """The language of the text as a string of PDF; nothing when it is not known."""
        found = _LANGUAGE.search(self.catalog)
        return found[1] if found and text(found[1]) else b""

    @cached_property
    def intents(self) -> bytes:
        """In which colours it speaks."""
        found = _INTENTS.search(self.catalog)
        if found is None:
            raise ValueError("a part does not say what its colours mean")
        return found[1]

    def shown(self, left_out: Container[bytes]) -> tuple[bytes, ...]:
        """The numbers of the pages and of all that they show; not of what is left out, and of what only that needs."""
        found = dict.fromkeys(self.pages)
        waiting = list(found)
        for key in waiting:
            for other in pointed_at(self.streams[key].head if key in self.streams else self.texts[key]):
                if other not in found and other not in left_out:
                    found[other] = None
                    waiting.append(other)
        return tuple(found)


def _unpacked(packed: Stored) -> dict[bytes, bytes]:
    """The objects in a stream of objects, by number."""
    data, found = zlib.decompress(packed.data), _FIRST.search(packed.head)
    first = int(found[1]) if found else 0
    heads = data[:first].split()
    places = [first + int(place) for place in heads[1::2]]
    ends = [*places[1:], len(data)]
    return {key: data[place:end].rstrip() for key, place, end in zip(heads[::2], places, ends, strict=True)}


def _kids(node: bytes) -> tuple[bytes, ...]:
    """The numbers in the list of what hangs from a node."""
    found = _KIDS.search(node)
    return tuple(pointed_at(found[1])) if found else ()
