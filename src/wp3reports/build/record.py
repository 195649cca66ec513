"""What a build came to that left nothing to say, so that the same again is known at once.

A digest of all that decides stands beside the digests of the files that were left. Where both are as they were,
nothing would be written and nothing else said; where anything differs, or cannot be read, the record says nothing.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from functools import cache
from importlib import resources
from pathlib import Path

from wp3reports.build.keys import Keys, digest_of, modules
from wp3reports.build.outcome import Built, Places
from wp3reports.snapshot import Snapshot
from wp3reports.store import write_atomically


@dataclass(frozen=True)
class Record:
    """`asked` is the digest of a request, `files` has the SHA-256 of each file by its path.

    `reports` are their names; there were so many pages in them, and findings that are no errors.
    """

    asked: str
    files: Mapping[str, str]
    reports: Sequence[str]
    pages: int
    remarks: int


def request(snapshot: Snapshot, issued: date, options: Mapping[str, object]) -> str:
    """The digest of everything that decides what a build does: files, day, options, engine, and the program itself.

    Empty, and remembered by nobody, where the engine cannot run on this system.
    """
    tools = Keys().tools
    if "=none" in tools:
        return ""
    files = [(path, snapshot.digest(path)) for path in sorted(snapshot.files)]
    given = sorted((name, repr(value)) for name, value in options.items())
    return digest_of(json.dumps([files, issued.isoformat(), given]), tools, _program())


def remembered(places: Places, asked: str) -> Record | None:
    """What is remembered where it answers the request and all its files are as they were left."""
    record = recalled(places, asked)
    return record if record and record.files == digests_of(map(Path, record.files)) else None


def recalled(places: Places, asked: str) -> Record | None:
    """What is remembered where it answers the request, whatever has become of the files."""
    try:
        content = json.loads(places.record.read_bytes())
        record = Record(**content["record"])
        is_whole = content["digest"] == _digest(record)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return record if asked and is_whole and record.asked == asked else None


def remember(places: Places, asked: str, built: Built, remarks: int) -> None:
    """Keep what came of a build after which nothing was left to say; OSError when the disk refuses."""
    names = [*built.written, *built.kept]
    files = digests_of(file for name in names for file in places.files(name))
    record = Record(asked, files, names, built.pages, remarks)
    content = {"digest": _digest(record), "record": asdict(record)}
    write_atomically(places.record, json.dumps(content, indent=1).encode() + b"\n")


def digests_of(files: Iterable[Path]) -> dict[str, str]:
    """The SHA-256 of those files that are there, by path."""
    return {str(file): hashlib.sha256(file.read_bytes()).hexdigest() for file in files if file.is_file()}


def _digest(record: Record) -> str:
    return digest_of(json.dumps(asdict(record), sort_keys=True))


@cache
def _program() -> str:
    return digest_of(*modules(resources.files("wp3reports")))
