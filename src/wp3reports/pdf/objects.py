"""A PDF in the making: its objects by number, and the file that they become (ISO 32000-1, 7.5).

What may lie in a compressed stream of objects does. The same objects always give the same bytes.
"""

import struct
import zlib
from collections.abc import Mapping, Sequence
from hashlib import sha256
from itertools import accumulate
from types import MappingProxyType
from typing import Any, NamedTuple

import pydyf

from wp3reports.pdf.syntax import reference

HEAD = b"%PDF-1.7\n%\xf0\x9f\x96\xa4\n"
EFFORT = 4  # of packing: beyond it, another hundredth costs as much time again
TOGETHER = 200  # objects in one stream: for the sake of one a reader unpacks all of them
_PLACE, _WIDTHS = struct.Struct(">BIH"), (1, 4, 2)  # of an object: kind, offset or stream, generation or index
_FREE, _ALONE, _PACKED = 0, 1, 2  # kinds of places
NOTHING: Mapping[str, Any] = MappingProxyType({})


class Stored(NamedTuple):
    """A stream: its dictionary, and its bytes as they are stored."""

    head: bytes
    data: bytes


class Objects:
    """Numbers are handed out in turn; each that was handed out has to be given its object."""

    def __init__(self) -> None:
        """Nothing yet."""
        self._last = 0
        self._texts: dict[int, bytes] = {}
        self._streams: dict[int, Stored] = {}

    def reserve(self, count: int = 1) -> int:
        """The first of so many numbers."""
        self._last += count
        return self._last - count + 1

    def put(self, number: int, data: bytes) -> None:
        """Give a number its object, which is no stream."""
        self._texts[number] = data

    def put_stream(self, number: int, stream: Stored) -> None:
        """Give a number its stream."""
        self._streams[number] = stream

    def add(self, value: pydyf.Object) -> bytes:
        """The reference to a new object, which is no stream."""
        number = self.reserve()
        self.put(number, value.data)
        return reference(number)

    def add_stream(self, data: bytes, extra: Mapping[str, Any] = NOTHING) -> bytes:
        """The reference to a new stream of these bytes, which are packed."""
        return self.add_stored(zlib.compress(data, EFFORT), {**extra, "Filter": "/FlateDecode"})

    def add_stored(self, data: bytes, extra: Mapping[str, Any]) -> bytes:
        """The reference to a new stream of bytes that stay as they are; `extra` says how to read them."""
        number = self.reserve()
        self.put_stream(number, _stored(data, extra))
        return reference(number)

    def to_bytes(self, root: bytes, info: bytes) -> bytes:
        """The file, for references to its catalog and its document information; KeyError where an object is missing."""
        numbers = sorted(self._texts)
        groups = [numbers[first : first + TOGETHER] for first in range(0, len(numbers), TOGETHER)]
        packed = {stream: self._packed(group) for stream, group in enumerate(groups, self._last + 1)}
        places = {0: (_FREE, 0, 0xFFFF)}
        for stream, group in zip(packed, groups, strict=True):
            places |= {number: (_PACKED, stream, index) for index, number in enumerate(group)}
        lines, position = [HEAD], len(HEAD)
        for number, stored in (*self._streams.items(), *packed.items()):
            places[number] = _ALONE, position, 0
            lines.append(_line(number, stored))
            position += len(lines[-1])
        last = self._last + len(groups) + 1
        places[last] = _ALONE, position, 0
        table = zlib.compress(b"".join(_PLACE.pack(*places[number]) for number in range(last + 1)), EFFORT)
        name = pydyf.String(sha256(b"".join(lines)).hexdigest()[:32])
        entries = {
            "Type": "/XRef",
            "W": pydyf.Array(_WIDTHS),
            "Size": last + 1,
            "Root": root,
            "Info": info,
            "ID": pydyf.Array([name, name]),
            "Filter": "/FlateDecode",
        }
        return b"".join([*lines, _line(last, _stored(table, entries)), b"startxref\n%d\n%%%%EOF\n" % position])

    def _packed(self, numbers: Sequence[int]) -> Stored:
        """The objects of these numbers, none of them a stream, in one stream."""
        texts = [self._texts[number] for number in numbers]
        places = accumulate((len(text) + 1 for text in texts), initial=0)
        lead = b" ".join(b"%d %d" % each for each in zip(numbers, places, strict=False)) + b"\n"
        entries = {"Type": "/ObjStm", "N": len(texts), "First": len(lead), "Filter": "/FlateDecode"}
        return _stored(zlib.compress(lead + b"\n".join(texts), EFFORT), entries)


def _stored(data: bytes, entries: Mapping[str, Any]) -> Stored:
    return Stored(pydyf.Dictionary({**entries, "Length": len(data)}).data, data)


def _line(number: int, stream: Stored) -> bytes:
    """A stream as it stands in the file."""
    return b"%d 0 obj\n%b\nstream\n%b\nendstream\nendobj\n" % (number, *stream)
