"""The source map of a volume: what of the inputs stands where on which page. `docs/map.schema.json` describes it.

Pages count from 1. Lengths are in points, x and y those of the lower left corner from the lower left of the page.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from wp3reports.diagnostics import Span

VERSION = 1  # of the form; a key that is added does not change it
_ENCODER = json.JSONEncoder(ensure_ascii=False)  # `json.dumps` would make one for each place


class Sheet(NamedTuple):
    """A page: the number that is printed on it, and its size."""

    label: str
    width: float
    height: float


class Place(NamedTuple):
    """A rectangle on a page, and the pointer of the source that stands in it: `inputs/m2_swot/riga.yaml#/summary`."""

    source: str
    page: int
    x: float
    y: float
    width: float
    height: float


class _Written(str):
    """JSON already."""

    __slots__ = ()


# There are many of them, and they hold nothing but numbers, which JSON writes as Python does.
_PLACE = "{" + ", ".join(f'"{name}": %r' for name in Place._fields) + "}"


@dataclass(frozen=True)
class SourceMap:
    """What stands where in one PDF, whose SHA-256 is `pdf`.

    `sources` has the place in the inputs of each pointer, `destinations` the page of each name that can stand behind
    `#nameddest=`.
    """

    volume: str
    pdf: str
    sheets: tuple[Sheet, ...]
    places: tuple[Place, ...]
    sources: dict[str, Span]
    destinations: dict[str, int]

    def to_bytes(self) -> bytes:
        """The file beside the PDF; the same value always gives the same bytes."""
        numbers = {pointer: number for number, pointer in enumerate(self.sources)}
        content = {
            "version": VERSION,
            "volume": self.volume,
            "pdf": {"sha256": self.pdf},
            "pages": [{"page": number, **sheet._asdict()} for number, sheet in enumerate(self.sheets, 1)],
            "sources": [
                {"pointer": pointer, "path": span.path, "line": span.line, "column": span.column}
                for pointer, span in self.sources.items()
            ],
            "places": [_Written(_PLACE % (numbers[source], *box)) for source, *box in self.places],
            "destinations": [{"name": name, "page": page} for name, page in sorted(self.destinations.items())],
        }
        return b"".join(_lines(content))


def _lines(content: dict[str, object]) -> Iterator[bytes]:
    """JSON with an entry of a list on each line, so that a difference can be read."""
    for number, (key, value) in enumerate(content.items()):
        yield (b",\n" if number else b"{\n") + _json(key) + b": "
        yield b"[\n" + b",\n".join(map(_json, value)) + b"\n]" if isinstance(value, list) else _json(value)
    yield b"\n}\n"


def _json(value: object) -> bytes:
    return (value if isinstance(value, _Written) else _ENCODER.encode(value)).encode()
