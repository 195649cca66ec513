"""The record of what was built: for each volume its key and the digest of its file.

Not needed to build, only to skip: where it is lost or damaged, volumes are bound again.
"""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from wp3reports.store import write_atomically

FORMAT = 1


class Entry(NamedTuple):
    """A built volume: the key that it was bound under, SHA-256 of its file, number of pages."""

    key: str
    sha256: str
    pages: int


def read_manifest(path: Path) -> dict[str, Entry]:
    """The entries by volume; none when the manifest is absent, damaged or of another format."""
    try:
        content = json.loads(path.read_bytes())
        volumes = {name: Entry(each["key"], each["sha256"], each["pages"]) for name, each in content["volumes"].items()}
        is_whole = content == _content(volumes)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}
    return volumes if is_whole else {}


def write_manifest(path: Path, entries: Mapping[str, Entry]) -> None:
    """Put the manifest in place; OSError when the disk refuses."""
    write_atomically(path, json.dumps(_content(entries), indent=1, sort_keys=True).encode() + b"\n")


def is_current(entry: Entry | None, key: str, file: Path) -> bool:
    """Whether the file is the one that this key gives; its bytes decide, not its date."""
    if entry is None or entry.key != key:
        return False
    try:
        return hashlib.sha256(file.read_bytes()).hexdigest() == entry.sha256
    except OSError:
        return False


def _content(entries: Mapping[str, Entry]) -> dict[str, Any]:
    volumes = {name: entry._asdict() for name, entry in sorted(entries.items())}
    digest = hashlib.sha256(json.dumps(volumes, sort_keys=True).encode()).hexdigest()
    return {"format": FORMAT, "digest": digest, "volumes": volumes}
