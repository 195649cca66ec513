"""A face of the report at work: widths, shaped lines and one subset for a whole volume.

Lengths are in thousandths of the font size, as PDF counts them.
"""

import io
from collections.abc import Iterable
from functools import cached_property, lru_cache
from hashlib import sha256
from typing import NamedTuple

import pydyf
import uharfbuzz as hb
from fontTools.ttLib import TTFont

from wp3reports.pdf.typefaces import postscript_name, truetype

ELLIPSIS = "…"
# Needed for layout only, which is done when a PDF is written. Without GSUB the subset also stops following alternates.
DROPPED = ("BASE", "DSIG", "GDEF", "GPOS", "GSUB", "JSTF", "LTSH", "MATH", "PCLT", "STAT", "name", "meta")


class Line(NamedTuple):
    """A shaped text: its width, the operand of PDF's TJ, and the text of each glyph in it."""

    width: float
    operand: str
    texts: dict[int, str]


class Metrics(NamedTuple):
    """What a font descriptor wants to know."""

    box: tuple[int, int, int, int]
    ascent: int
    descent: int
    cap_height: int
    italic_angle: float
    is_fixed: bool
    is_serif: bool


class Typeface:
    """One TrueType file."""

    def __init__(self, data: bytes) -> None:
        """Open the file, which is not WOFF2."""
        self.digest = sha256(data).hexdigest()
        self.name = postscript_name(data)
        self._data = data
        self._face = hb.Face(data)
        self._font = hb.Font(self._face)
        self._scale: float = 1000 / self._face.upem
        self._lines: dict[str, Line] = {}
        self._widths: dict[int, bytes] = {}

    def load(self) -> None:
        """Read now what would be read when it is asked for."""
        _ = self.metrics, self.characters

    def advance(self, glyph: int) -> float:
        """The width of a glyph."""
        width: float = self._font.get_glyph_h_advance(glyph) * self._scale
        return round(width, 3)

    def width(self, glyph: int) -> bytes:
        """The same as PDF writes it."""
        if glyph not in self._widths:
            self._widths[glyph] = pydyf.Array([self.advance(glyph)]).data[1:-1]
        return self._widths[glyph]

    @cached_property
    def characters(self) -> dict[int, str]:
        """For each glyph that a character stands for, the first such character."""
        found: dict[int, str] = {}
        for code in sorted(self._face.unicodes):
            found.setdefault(self._font.get_nominal_glyph(code), chr(code))
        return found

    @cached_property
    def metrics(self) -> Metrics:
        """The metrics of the whole face."""
        with TTFont(io.BytesIO(self._data), lazy=True) as font:
            head, os2, post = font["head"], font["OS/2"], font["post"]
            box = (head.xMin, head.yMin, head.xMax, head.yMax)
            scaled = [round(value * self._scale) for value in (*box, os2.sTypoAscender, os2.sTypoDescender)]
            return Metrics(
                (scaled[0], scaled[1], scaled[2], scaled[3]),
                scaled[4],
                scaled[5],
                round(getattr(os2, "sCapHeight", os2.sTypoAscender) * self._scale),
                float(post.italicAngle),
                is_fixed=bool(post.isFixedPitch),
                is_serif="Serif" in self.name,
            )

    def line(self, text: str) -> Line:
        """The text shaped in one line from left to right; a character without a glyph becomes a question mark."""
        if text not in self._lines:
            self._lines[text] = self._shaped(text)
        return self._lines[text]

    def _shaped(self, text: str) -> Line:
        """Shape a text; kerning becomes the numbers between the glyphs."""
        known = "".join(character if self._font.get_nominal_glyph(ord(character)) else "?" for character in text)
        buffer = hb.Buffer()
        buffer.add_str(known)
        buffer.guess_segment_properties()
        hb.shape(self._font, buffer)
        infos, positions = buffer.glyph_infos or [], buffer.glyph_positions or []
        ends = [*(info.cluster for info in infos[1:]), len(known)][: len(infos)]
        parts: list[str] = []
        texts: dict[int, str] = {}
        for info, position, end in zip(infos, positions, ends, strict=True):
            texts.setdefault(info.codepoint, known[info.cluster : end])
            kern = self.advance(info.codepoint) - position.x_advance * self._scale
            parts.append(f"<{info.codepoint:04x}>" + (f"{kern:g}" if kern else ""))
        width = sum(position.x_advance for position in positions) * self._scale
        return Line(width, f"[{''.join(parts)}]".replace("><", ""), texts)

    def shortened(self, text: str, room: float) -> str:
        """The text, or as much of its beginning as fits with an ellipsis."""
        if self.line(text).width <= room:
            return text
        low, high = 0, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            if self.line(text[:middle].rstrip() + ELLIPSIS).width <= room:
                low = middle
            else:
                high = middle - 1
        return text[:low].rstrip() + ELLIPSIS

    def subset(self, glyphs: Iterable[int]) -> bytes:
        """The file with these glyphs only, under their numbers."""
        wanted = hb.SubsetInput()
        wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).update(glyphs)
        wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(int.from_bytes(tag.encode(), "big") for tag in DROPPED)
        wanted.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE
        return bytes(hb.subset(self._face, wanted).blob.data)


@lru_cache(maxsize=64)
def typeface(data: bytes) -> Typeface:
    """The face in a shipped font file, opened once per process."""
    return Typeface(truetype(data))
