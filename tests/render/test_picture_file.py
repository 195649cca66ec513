import io
import re
import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st
from PIL import Image

from wp3reports.render.picture_file import MAX_BYTES, MAX_SCANS, UnusablePictureError, walk

HAZARDS = Path(__file__).parents[1] / "hazards"


def file(kind: str, mode: str = "RGB", size: tuple[int, int] = (40, 30), **options: Any) -> bytes:
    image = Image.linear_gradient("L").resize(size).convert(mode)
    stream = io.BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png(*header: int, rows: bytes | None = None, more: bytes = b"") -> bytes:
    """A PNG of this width, height, depth, colour and so on; missing ones are right."""
    right = (8, 2, 8, 0, 0, 0, 0)
    width, height, *rest = (*header, *right[len(header) :])
    packed = zlib.compress(b"\0" * (height * (width + 1)) if rows is None else rows)
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, *rest))
    return b"\x89PNG\r\n\x1a\n" + head + more + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def claiming(size: bytes) -> bytes:
    """The JPEG with another height and width in its header."""
    at = JPEG.index(b"\xff\xc0") + 5
    return JPEG[:at] + size + JPEG[at + 4 :]


PNG, JPEG = file("PNG"), file("JPEG")
UNUSABLE: list[tuple[str, bytes, str]] = [
    ("empty", b"", "something else"),
    ("text", b"Dear all", "something else"),
    ("SVG", b"  <svg xmlns='http://www.w3.org/2000/svg'/>", "an SVG or a web page"),
    ("PDF", b"%PDF-1.7", "a PDF"),
    ("WebP", file("WEBP"), "a WebP"),
    ("BMP", file("BMP"), "a Windows bitmap"),
    ("TIFF", file("TIFF"), "a TIFF"),
    ("large", PNG + b"\0" * MAX_BYTES, "more than 5,000,000"),
    ("signature only", PNG[:8], "cut off"),
    ("PNG without end", PNG[:-12], "cut off"),
    ("PNG half", PNG[: len(PNG) // 2], "cut off"),
    ("PNG with a flipped bit", PNG[:50] + bytes([PNG[50] ^ 1]) + PNG[51:], "damaged"),
    ("PNG of no width", png(0, 2), "no size"),
    ("PNG of 10,000,001 pixels", png(10_000_001, 1), "10,000,001 by 1 pixels"),
    ("PNG with fewer rows", png(rows=b"\0" * 9), "holds less"),
    ("PNG with more rows", png(rows=b"\0" * 90_000), "holds more"),
    ("PNG bomb", png(rows=b"\0" * 200_000_000), "holds more"),
    ("PNG with no rows", png(rows=b""), "holds less"),
    ("PNG that is not packed", png().replace(b"\x78\x9c", b"\x79\x9c"), "damaged"),
    ("PNG of an odd depth", png(8, 2, 3), "damaged"),
    ("PNG of an odd colour", png(8, 2, 8, 5), "damaged"),
    ("PNG with an unknown chunk that matters", png(more=chunk(b"CgBI", b"")), "damaged"),
    (
        "PNG that begins with something else",
        b"\x89PNG\r\n\x1a\n" + chunk(b"tEXt", b"x") + chunk(b"IEND", b""),
        "damaged",
    ),
    ("JPEG without end", JPEG[:-2], "cut off"),
    ("JPEG half", JPEG[: len(JPEG) // 2], "cut off"),
    ("JPEG start only", JPEG[:4], "cut off"),
    ("JPEG of no height", claiming(b"\0\0\0\x28"), "no size"),
    (
        "JPEG that claims 10 megapixels",
        claiming(b"\x0c\x00\x0c\x00"),
        "holds less",
    ),
    (
        "JPEG that claims 4,000 megapixels",
        claiming(b"\xff\xff\xff\xff"),
        "more than",
    ),
    ("lossless JPEG", JPEG.replace(b"\xff\xc0", b"\xff\xc3"), "a rare kind"),
    ("JPEG without a frame", JPEG.replace(b"\xff\xc0", b"\xff\xfe"), "damaged"),
    ("JPEG with garbage between", JPEG[:2] + b"garbage" + JPEG[2:], "something else"),
    ("JPEG with garbage inside", JPEG[:20] + b"garbage" + JPEG[20:], "damaged"),
    (
        "JPEG of too many scans",
        JPEG[: JPEG.index(b"\xff\xda")] + JPEG[JPEG.index(b"\xff\xda") : -2] * (MAX_SCANS + 1) + b"\xff\xd9",
        "scans",
    ),
]


@pytest.mark.parametrize(("data", "why"), [each[1:] for each in UNUSABLE], ids=[each[0] for each in UNUSABLE])
def test_an_unusable_file_says_why(data: bytes, why: str) -> None:
    with pytest.raises(UnusablePictureError, match=re.escape(why)):
        walk(data)


@pytest.mark.parametrize(
    "make",
    [
        lambda: file("PNG"),
        lambda: file("PNG", "1"),
        lambda: file("PNG", "P", bits=2),
        lambda: file("PNG", "LA"),
        lambda: file("PNG", "I;16"),
        lambda: file("PNG", "RGBA", size=(1, 1)),
        lambda: file("PNG", optimize=True),
        lambda: file("JPEG"),
        lambda: file("JPEG", "L"),
        lambda: file("JPEG", "CMYK"),
        lambda: file("JPEG", progressive=True),
        lambda: file("JPEG", restart_marker_blocks=1),
        lambda: file("JPEG", quality=1, size=(2000, 2000)),
        lambda: JPEG + b"behind the end",
        lambda: PNG + b"behind the end",
        lambda: JPEG[:2] + b"\xff\xff\xff" + JPEG[3:],
    ],
)
def test_a_whole_file_is_kept_and_can_be_decoded(make: Callable[[], bytes]) -> None:
    data = make()
    walked = walk(data)
    with Image.open(io.BytesIO(data)) as before, Image.open(io.BytesIO(walked.data), formats=[walked.kind]) as after:
        assert before.size == after.size == walked.size
        assert before.tobytes() == after.tobytes()
    assert b"behind" not in walked.data


@pytest.mark.parametrize("size", [(1, 1), (7, 9), (8, 8), (33, 5)])
def test_rows_of_an_interlaced_png_are_counted_in_seven_passes(size: tuple[int, int]) -> None:
    width, height = size
    passes = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]
    lengths = [(len(range(x, width, dx)), len(range(y, height, dy))) for x, y, dx, dy in passes]
    rows = sum(down * (across + 1) for across, down in lengths if across)
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 1)
    for wrong in (0, 1):
        body = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * (rows + wrong))) + chunk(b"IEND", b"")
        if wrong:
            with pytest.raises(UnusablePictureError):
                walk(b"\x89PNG\r\n\x1a\n" + body)
        else:
            assert walk(b"\x89PNG\r\n\x1a\n" + body).size == size


def test_metadata_does_not_reach_the_decoder() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    comment = file("JPEG", comment=b"SECRET", icc_profile=b"SECRET" * 20, exif=exif)
    assert b"SECRET" in comment
    assert b"SECRET" not in walk(comment).data
    assert b"Exif" in walk(comment).data
    assert b"SECRET" not in walk(png(more=chunk(b"tEXt", b"k\0SECRET") + chunk(b"iCCP", b"SECRET"))).data


@settings(max_examples=100, deadline=None, derandomize=True)
@for_all(st.sampled_from([PNG, JPEG, file("JPEG", progressive=True), file("PNG", "P")]), st.data())
def test_any_damage_is_told_or_does_no_harm(data: bytes, draw: st.DataObject) -> None:
    damaged = bytearray(data)
    for _ in range(draw.draw(st.integers(1, 4))):
        damaged[draw.draw(st.integers(0, len(data) - 1))] = draw.draw(st.integers(0, 255))
    try:
        walked = walk(bytes(damaged[: draw.draw(st.integers(0, len(data)))]))
    except UnusablePictureError as why:
        assert str(why).startswith("it ")  # noqa: PT017
    else:
        assert walked.size[0] * walked.size[1] <= 10_000_000


@settings(max_examples=100, deadline=None, derandomize=True)
@for_all(st.sampled_from([b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"]), st.binary(max_size=200))
def test_any_bytes_are_told(start: bytes, rest: bytes) -> None:
    with pytest.raises(UnusablePictureError):
        walk(start + rest)
