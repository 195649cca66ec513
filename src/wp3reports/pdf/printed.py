"""The pages of a part as a value: its PDF, what binding needs to know about it, and what the export found.

Plain data that survives a store and a process boundary: one line of JSON, then the PDF. No pickle, no library types.
"""

import json
from dataclasses import dataclass, field
from typing import Any, NamedTuple

FORMAT = 2  # of the stored form; a higher number makes older stored parts malformed, so they are made again


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something that the export of a part found.

    `source` is the nearest `data-src` attribute of the HTML, empty when the place is unknown. `fatal`: content was
    lost or the file would break its promises (PDF/A, PDF/UA), so a release refuses. `remedy` is what to do, where more
    can be said than the page of the code says.
    """

    code: str
    message: str
    source: str = ""
    fatal: bool = True
    remedy: str = ""


class Bookmark(NamedTuple):
    """An entry of the outline: page counts from 0 within the part, x and y are points from the bottom left."""

    level: int
    label: str
    page: int
    x: float
    y: float


class Fragment(NamedTuple):
    """What stands on one page of what a source became: its border box, a box for each line of running text.

    `source` is a pointer as in `data-src`; page counts from 0 within the part; x and y are those of the lower left
    corner, in points from the lower left corner of the page, as PDF counts.
    """

    source: str
    page: int
    x: float
    y: float
    width: float
    height: float


class Size(NamedTuple):
    """The size of a page in points."""

    width: float
    height: float


class Face(NamedTuple):
    """A font that a part uses.

    `key` is its name in the part's resources, `name` its PostScript name, `digest` the SHA-256 of the whole TrueType
    file. `texts` are the glyphs used with the text that each stands for; None: the part must keep its own subset,
    because it shows characters that the font lacks.
    """

    key: str
    name: str
    digest: str
    texts: tuple[tuple[int, str], ...] | None


@dataclass(frozen=True)
class Printed:
    """The pages of a part. No pages: the engine failed, and a fatal flaw says how.

    `sizes` has an entry for each page, `fragments` what stands on them, in the order of pages and of the text.
    """

    pdf: bytes = field(repr=False)
    pages: int
    outline: tuple[Bookmark, ...] = ()
    destinations: tuple[tuple[str, int], ...] = ()  # name, page within the part
    fonts: tuple[Face, ...] = ()
    flaws: tuple[Flaw, ...] = ()
    sizes: tuple[Size, ...] = ()
    fragments: tuple[Fragment, ...] = ()

    @classmethod
    def without_pages(cls, code: str, message: str) -> "Printed":
        """No pages, and why."""
        return cls(b"", 0, flaws=(Flaw(code, message),))

    def to_bytes(self) -> bytes:
        """The stored form; the same value always gives the same bytes."""
        header = {
            "format": FORMAT,
            "size": len(self.pdf),
            "pages": self.pages,
            "outline": self.outline,
            "destinations": self.destinations,
            "fonts": self.fonts,
            "flaws": [(flaw.code, flaw.message, flaw.source, flaw.fatal, flaw.remedy) for flaw in self.flaws],
            "sizes": self.sizes,
            "fragments": self.fragments,
        }
        return json.dumps(header, separators=(",", ":")).encode("ascii") + b"\n" + self.pdf

    @classmethod
    def from_bytes(cls, data: bytes) -> "Printed":
        """The value back from its stored form; ValueError when that is malformed, cut off or of another format."""
        line, _, pdf = data.partition(b"\n")
        try:
            header = json.loads(line)
            fits = (header["format"], header["size"]) == (FORMAT, len(pdf))
            printed = cls(pdf, **_fields(header))
        except (ValueError, TypeError, KeyError, RecursionError) as error:
            raise ValueError(f"not the stored form of a printed part: {error}") from None
        if not fits:
            raise ValueError("the stored form of a printed part is cut off or of another format")
        return printed


def _fields(header: dict[str, Any]) -> dict[str, Any]:
    """The fields of a Printed out of a header; TypeError, ValueError or KeyError when a shape is wrong."""
    return {
        "pages": int(header["pages"]),
        "outline": tuple(
            Bookmark(int(level), str(label), int(page), float(x), float(y))
            for level, label, page, x, y in header["outline"]
        ),
        "destinations": tuple((str(name), int(page)) for name, page in header["destinations"]),
        "fonts": tuple(
            Face(str(key), str(name), str(digest), None if texts is None else _texts(texts))
            for key, name, digest, texts in header["fonts"]
        ),
        "flaws": tuple(
            Flaw(str(code), str(message), str(source), bool(fatal), str(remedy))
            for code, message, source, fatal, remedy in header["flaws"]
        ),
        "sizes": tuple(Size(float(width), float(height)) for width, height in header["sizes"]),
        "fragments": tuple(
            Fragment(str(source), int(page), *map(float, rectangle)) for source, page, *rectangle in header["fragments"]
        ),
    }


def _texts(pairs: list[Any]) -> tuple[tuple[int, str], ...]:
    """The glyphs of a face with their texts."""
    return tuple((int(glyph), str(text)) for glyph, text in pairs)
