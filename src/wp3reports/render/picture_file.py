"""The structure of PNG and JPEG files, walked without decoding a single pixel.

A file that is cut off, damaged, larger than allowed, or that lies about its size is refused here. What comes out holds
the picture and the direction in which it is to be seen, and no other metadata.
"""

import re
import struct
import zlib
from collections.abc import Iterator
from typing import Final, NamedTuple

MAX_BYTES: Final = 5_000_000
MAX_PIXELS: Final = 10_000_000
MAX_SCANS: Final = 100  # of a progressive JPEG; each is decoded over the whole picture

_PNG: Final = b"\x89PNG\r\n\x1a\n"
_JPEG: Final = b"\xff\xd8\xff"
_OTHERS: Final = {
    b"GIF8": "a GIF",
    b"RIFF": "a WebP picture",
    b"II*\0": "a TIFF",
    b"MM\0*": "a TIFF",
    b"BM": "a Windows bitmap",
    b"%PDF": "a PDF",
    b"<": "an SVG or a web page",
}
_HEADER: Final = struct.Struct(">IIBBBBB")  # of a PNG: width, height, depth, colour, three kinds of coding
_DEPTHS: Final = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
_SAMPLES: Final = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_ADAM7: Final = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
_MARKER: Final = re.compile(rb"\xff+[\xc0-\xcf\xd9-\xfe]")
_NEXT_MARKER: Final = re.compile(rb"\xff+[^\x00\xd0-\xd7\xff]")
_FRAME: Final = struct.Struct(">BHHB")  # of a JPEG: precision, height, width, components
_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_PRINTED: Final = frozenset({0xC0, 0xC1, 0xC2})
_META: Final = frozenset({*range(0xE0, 0xF0), 0xFE})
_COLOURS: Final = frozenset({0xE0, 0xEE})  # JFIF and Adobe say how colours are meant
_SCAN: Final = 0xDA
_END: Final = 0xD9
_SHORT: Final = 4  # bytes in which a segment cannot begin


class UnusablePictureError(Exception):
    """Why a picture cannot be printed, as a clause: `it is cut off`."""


class Walked(NamedTuple):
    """A file that is whole: `kind` as Pillow names it, the size in pixels, the bytes that may be decoded."""

    kind: str
    size: tuple[int, int]
    data: bytes


def walk(data: bytes) -> Walked:
    """The file without its metadata; UnusablePictureError says what is wrong with it."""
    if len(data) > MAX_BYTES:
        raise UnusablePictureError(f"it has {len(data):,} bytes, more than {MAX_BYTES:,}")
    if data.startswith(_PNG):
        return _png(data)
    if data.startswith(_JPEG):
        return _jpeg(data)
    kind = next((name for mark, name in _OTHERS.items() if data.lstrip().startswith(mark)), "something else")
    raise UnusablePictureError(f"it is {kind}, and only PNG and JPEG are printed")


def _checked(width: int, height: int) -> tuple[int, int]:
    if not width or not height:
        raise UnusablePictureError("it has no size")
    if width * height > MAX_PIXELS:
        raise UnusablePictureError(f"it has {width:,} by {height:,} pixels, more than {MAX_PIXELS:,}")
    return width, height


def _need(whole: object, why: str = "it is damaged") -> None:
    if not whole:
        raise UnusablePictureError(why)


# -- PNG


def _png(data: bytes) -> Walked:
    chunks = [*_chunks(data)]
    header = next((body for name, body in chunks[:1] if name == b"IHDR"), b"")
    _need(len(header) == _HEADER.size)
    width, height, depth, colour, compression, filtering, interlace = _HEADER.unpack(header)
    size = _checked(width, height)
    _need(depth in _DEPTHS.get(colour, ()) and (compression, filtering) == (0, 0) and interlace in {0, 1})
    bits = depth * _SAMPLES[colour]
    passes = _ADAM7 if interlace else ((0, 0, 1, 1),)
    rows = [(-(-(width - x) // dx), -(-(height - y) // dy)) for x, y, dx, dy in passes if x < width and y < height]
    _inflated(
        [body for name, body in chunks if name == b"IDAT"],
        sum(down * (1 + (across * bits + 7) // 8) for across, down in rows),
    )
    kept = (_chunk(name, body) for name, body in chunks if name in {b"tRNS", b"eXIf"} or name[:1].isupper())
    return Walked("PNG", size, _PNG + b"".join(kept))


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Name and content of each chunk up to the last."""
    position, name = len(_PNG), b""
    while name != b"IEND":
        _need(position + 12 <= len(data), "it is cut off")
        length, name = struct.unpack_from(">I4s", data, position)
        end = position + 12 + length
        _need(end <= len(data), "it is cut off")
        if name == b"IHDR" and length == _HEADER.size:  # told before the checksum: a size says more than "damaged"
            _checked(*_HEADER.unpack_from(data, position + 8)[:2])
        body = data[position + 8 : end - 4]
        _need(zlib.crc32(body, zlib.crc32(name)) == int.from_bytes(data[end - 4 : end], "big"))
        _need(not name[:1].isupper() or name in {b"IHDR", b"PLTE", b"IDAT", b"IEND"})
        yield name, body
        position = end


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I4s", len(body), name) + body + struct.pack(">I", zlib.crc32(body, zlib.crc32(name)))


def _inflated(parts: list[bytes], expected: int) -> None:
    """Make sure that the packed rows are exactly as long as the header says, without keeping them."""
    stream, length = zlib.decompressobj(), 0
    try:
        for part in (*parts, b""):
            packed = part
            while not stream.eof and (unpacked := stream.decompress(packed, 1 << 20)):
                length += len(unpacked)
                _need(length <= expected, "it holds more than its header says")
                packed = stream.unconsumed_tail
    except zlib.error:
        raise UnusablePictureError("it is damaged") from None
    _need(length == expected, "it is cut off: it holds less than its header says")


# -- JPEG


class _Segment(NamedTuple):
    """A marker with its header; `end` lies behind the packed picture that follows the header of a scan."""

    marker: int
    start: int
    head: bytes
    end: int
    packed: int  # bytes of the picture


def _jpeg(data: bytes) -> Walked:
    segments = [*_segments(data)]
    frames = [each for each in segments if each.marker in _FRAMES]
    scans = [each for each in segments if each.marker == _SCAN]
    _need(len(frames) == 1 and scans)
    _need(len(frames[0].head) >= _FRAME.size)
    precision, height, width, components = _FRAME.unpack_from(frames[0].head)
    _need(frames[0].marker in _PRINTED and precision == 8 and components in {1, 3, 4}, "it is of a rare kind of JPEG")  # noqa: PLR2004 - bits
    size = _checked(width, height)
    _need(len(scans) <= MAX_SCANS, f"it has more than {MAX_SCANS} scans")
    # Each block of 8 by 8 pixels takes one bit at least.
    blocks = -(-size[0] // 8) * -(-size[1] // 8)
    _need(sum(each.packed for each in scans) * 8 >= blocks, "it is cut off: it holds less than its header says")
    return Walked(
        "JPEG", size, data[:2] + b"".join(data[s.start : s.end] for s in segments if _is_seen(s)) + b"\xff\xd9"
    )


def _is_seen(segment: _Segment) -> bool:
    """Whether the picture would look different without it."""
    return segment.marker not in _META or segment.marker in _COLOURS or segment.head.startswith(b"Exif\0\0")


def _segments(data: bytes) -> Iterator[_Segment]:
    """All segments up to the end of the picture."""
    position = 2
    while True:
        found = _MARKER.match(data, position)
        if found is None:
            raise UnusablePictureError("it is cut off" if len(data) - position < _SHORT else "it is damaged")
        start, marker = found.end() - 2, data[found.end() - 1]
        if marker == _END:
            return
        _need(start + 4 <= len(data), "it is cut off")
        end = behind = start + 2 + int.from_bytes(data[start + 2 : start + 4], "big")
        _need(end <= len(data), "it is cut off")
        _need(end >= start + 4)
        if marker == _SCAN:
            follows = _NEXT_MARKER.search(data, end)
            if follows is None:
                raise UnusablePictureError("it is cut off")
            behind = follows.start()
        yield _Segment(marker, start, data[start + 4 : end], behind, behind - end)
        position = behind
