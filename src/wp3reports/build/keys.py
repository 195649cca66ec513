"""Keys of content: what a part's pages and a volume's bytes depend on, and nothing else."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from importlib.metadata import version

from wp3reports import pdf
from wp3reports.volume import Part, Volume

BINDERS = ("pikepdf", "uharfbuzz")  # the libraries that join parts; the engine's own are in its fingerprint


class Keys:
    """Digests of one run; each file is hashed once, however many parts may fetch it."""

    def __init__(self) -> None:
        """The engine's fingerprint and our own code that speaks to it are part of every key."""
        self._engine = f"{pdf.fingerprint()} {_recipe()}"
        # Each digest beside what it is of: an object that is kept alive does not hand its id on to another.
        self._files: dict[int, tuple[bytes, str]] = {}
        self._assets: dict[int, tuple[Mapping[str, bytes], str]] = {}

    def part(self, part: Part) -> str:
        """The key of a part's pages: engine, HTML, and the files that it may fetch."""
        return _digest(self._engine, part.html, self._listed(part.assets))

    def volume(self, volume: Volume, parts: Sequence[str], *, draft: bool) -> str:
        """The key of a bound volume: its parts' keys, their places and furniture, metadata, and the draft mark."""
        content = {
            "binders": [version(name) for name in BINDERS],
            "parts": list(parts),
            "places": [(each.head, each.numbering.value, each.depth) for each in volume.placements],
            "metadata": (volume.title, volume.author, volume.subject, volume.keywords, volume.foot, volume.language),
            "issued": volume.issued.isoformat(),
            "draft": draft,
        }
        return _digest(self._engine, json.dumps(content))

    def _listed(self, assets: Mapping[str, bytes]) -> str:
        if id(assets) not in self._assets:
            listed = json.dumps([(name, self._file(data)) for name, data in sorted(assets.items())])
            self._assets[id(assets)] = assets, listed
        return self._assets[id(assets)][1]

    def _file(self, data: bytes) -> str:
        if id(data) not in self._files:
            self._files[id(data)] = data, hashlib.sha256(data).hexdigest()
        return self._files[id(data)][1]


@cache
def _recipe() -> str:
    """The digest of the package that makes PDFs: a change in it makes everything anew, without a number to raise."""
    modules = sorted(resources.files(pdf).iterdir(), key=lambda each: each.name)
    return _digest(*(each.read_text("utf-8") for each in modules if each.name.endswith(".py")))


def _digest(*texts: str) -> str:
    """One digest of several texts, unambiguous about where each ends."""
    state = hashlib.sha256()
    for text in texts:
        data = text.encode("utf-8", "surrogatepass")
        state.update(len(data).to_bytes(8, "big") + data)
    return state.hexdigest()
