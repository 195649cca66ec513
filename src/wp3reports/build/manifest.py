"""The record of what was built: for each volume its key, the digest of its file, its parts, and what it was made from.

Not needed to build, only to skip and to explain: where it is lost or damaged, volumes are bound again. Its bytes are
those that its content gives, or it is not believed.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from wp3reports.build.origin import Origin
from wp3reports.store import write_atomically

FORMAT = 2


class Laid(NamedTuple):
    """A part of a built volume: its key, and digests of its HTML (before page numbers are filled in) and its files."""

    name: str
    key: str
    html: str
    assets: str


class Entry(NamedTuple):
    """A built volume: the key that it was bound under, SHA-256 of its file, number of pages.

    `origin` is the digest of what it was made from, `frame` that of its title, furniture and metadata.
    """

    key: str
    sha256: str
    pages: int
    is_draft: bool = True
    origin: str = ""
    frame: str = ""
    parts: tuple[Laid, ...] = ()


@dataclass
class Manifest:
    """The entries by volume, and the origins that they name, by digest."""

    volumes: dict[str, Entry] = field(default_factory=dict)
    origins: dict[str, Origin] = field(default_factory=dict)
    is_damaged: bool = False  # whether there was a file that could not be believed

    def keep(self, volume: str, entry: Entry, origin: Origin) -> None:
        """Note that a volume is up to date, and forget the origins that no volume has any more."""
        self.volumes[volume] = entry._replace(origin=origin.digest)
        self.origins[origin.digest] = origin
        for digest in self.origins.keys() - {each.origin for each in self.volumes.values()}:
            del self.origins[digest]

    @property
    def texts(self) -> frozenset[str]:
        """The keys of the texts that the volumes were made from."""
        return frozenset(digest for origin in self.origins.values() for _, digest in origin.texts)

    @property
    def parts(self) -> Mapping[str, Sequence[str]]:
        """The keys of the parts of each volume, in their order."""
        return {name: [part.key for part in entry.parts] for name, entry in self.volumes.items()}

    @property
    def refers_to(self) -> frozenset[str]:
        """The keys of all that this record may ask the store for: these texts, and the pages of parts."""
        return self.texts.union(part.key for entry in self.volumes.values() for part in entry.parts)

    def to_bytes(self) -> bytes:
        """The form on the disk; the same content gives the same bytes."""
        content: dict[str, Any] = {
            "format": FORMAT,
            "origins": {digest: origin.to_json() for digest, origin in sorted(self.origins.items())},
            "volumes": {name: entry._asdict() for name, entry in sorted(self.volumes.items())},
        }
        return _compact({"digest": _digest(content), **content})


def read_manifest(path: Path) -> Manifest:
    """What the manifest says; nothing when it is absent, damaged, or whole and of another format."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Manifest()
    except OSError:
        return Manifest(is_damaged=True)
    try:
        content = json.loads(data)
        if content.pop("digest") == _digest(content) and content["format"] != FORMAT:
            return Manifest()
        manifest = Manifest(
            {name: _entry(**each) for name, each in content["volumes"].items()},
            {digest: Origin.from_json(each) for digest, each in content["origins"].items()},
        )
        is_whole = data == manifest.to_bytes()
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Manifest(is_damaged=True)
    return manifest if is_whole else Manifest(is_damaged=True)


def write_manifest(path: Path, manifest: Manifest) -> None:
    """Put the manifest in place; OSError when the disk refuses."""
    write_atomically(path, manifest.to_bytes())


def is_current(entry: Entry | None, key: str, file: Path) -> bool:
    """Whether the file is the one that this key gives; its bytes decide, not its date."""
    if entry is None or entry.key != key:
        return False
    try:
        return hashlib.sha256(file.read_bytes()).hexdigest() == entry.sha256
    except OSError:
        return False


def _entry(parts: list[list[str]], **fields: Any) -> Entry:
    return Entry(**fields, parts=tuple(Laid(*part) for part in parts))


def _compact(content: Mapping[str, Any]) -> bytes:
    return json.dumps(content, separators=(",", ":")).encode("ascii") + b"\n"


def _digest(content: Mapping[str, Any]) -> str:
    return hashlib.sha256(_compact(content)).hexdigest()
