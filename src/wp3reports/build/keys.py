"""Keys of content: what a part's pages and a volume's bytes depend on, and nothing else."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple
from functools import cache
from importlib import resources
from importlib.metadata import version
from importlib.resources.abc import Traversable

from wp3reports import pdf
from wp3reports.build.manifest import Laid
from wp3reports.volume import Part, Volume

BINDERS = ("uharfbuzz", "wp3reports")  # what joins parts, and is named in manifests


class Keys:
    """Digests of one run; each file is hashed once, however many parts may fetch it."""

    def __init__(self) -> None:
        """The engine's fingerprint and our own code that speaks to it are part of every key."""
        self.engine = f"{pdf.fingerprint()} code={_recipe()}"
        self._binders = [f"{name}={version(name)}" for name in BINDERS]
        # Each digest beside what it is of: an object that is kept alive does not hand its id on to another.
        self._files: dict[int, tuple[bytes, str]] = {}
        self._assets: dict[int, tuple[Mapping[str, bytes], str]] = {}
        self._parts: dict[tuple[str, str], str] = {}

    @property
    def tools(self) -> str:
        """All that lays out and binds, as `name=version`."""
        return " ".join([self.engine, *self._binders])

    def part(self, part: Part) -> str:
        """The key of a part's pages: engine, HTML, and the files that it may fetch."""
        content = part.html, self._listed(part.assets)
        if content not in self._parts:
            self._parts[content] = digest_of(self.engine, *content)
        return self._parts[content]

    def volume(self, volume: Volume, parts: Sequence[str], *, draft: bool) -> str:
        """The key of a bound volume: its parts' keys, its frame, its provenance, and the draft mark."""
        content = {
            "binders": self._binders,
            "parts": list(parts),
            "frame": self.frame(volume),
            "provenance": self.provenance(volume),
            "issued": volume.issued.isoformat(),
            "draft": draft,
        }
        return digest_of(self.engine, json.dumps(content))

    def frame(self, volume: Volume) -> str:
        """The digest of what a volume adds to its parts: their places and furniture, and its metadata."""
        places = [(each.head, each.numbering.value, each.depth) for each in volume.placements]
        metadata = (volume.title, volume.author, volume.subject, volume.keywords, volume.foot, volume.language)
        return digest_of(json.dumps([places, metadata, astuple(volume.wording)]))

    def provenance(self, volume: Volume) -> str:
        """The digest of what a volume tells about what it was made from, and of the files inside it."""
        told = volume.provenance
        deliverable = (volume.name, told.deliverable, told.milestone, told.version, told.templates)
        inputs = [(each.path, each.sha256, each.attached) for each in told.inputs]
        files = [(each.name, each.media, each.description, each.relation, each.sha256) for each in told.attachments]
        return digest_of(json.dumps([deliverable, inputs, files]))

    def laid(self, part: Part, filled: Part) -> Laid:
        """What is kept of a part that stands in a volume as `filled`, so that it can be told later what changed."""
        return Laid(part.name, self.part(filled), digest_of(part.html), digest_of(self._listed(part.assets)))

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
    return digest_of(*modules(resources.files(pdf)))


def modules(folder: Traversable) -> Iterator[str]:
    """Names and texts of the modules in a package and in the packages inside it."""
    for each in sorted(folder.iterdir(), key=lambda each: each.name):
        if each.is_dir():
            yield from modules(each)
        elif each.name.endswith(".py"):
            yield from (each.name, each.read_text("utf-8"))


def digest_of(*texts: str) -> str:
    """One digest of several texts, unambiguous about where each ends."""
    state = hashlib.sha256()
    for text in texts:
        data = text.encode("utf-8", "surrogatepass")
        state.update(len(data).to_bytes(8, "big") + data)
    return state.hexdigest()
