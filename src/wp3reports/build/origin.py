"""What a build was made from, in digests: the files, the day of issue, the engine and the program.

It decides nothing, since keys do; it is kept so that `reasons` can say later what has changed. The texts themselves
lie in the store, under their digests.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from functools import cached_property
from importlib.metadata import version
from typing import Any

from wp3reports.snapshot import Snapshot

TEXTS = (".yaml", ".yml", ".j2", ".css")  # kept whole; of fonts and pictures it is enough to know that they changed


@dataclass(frozen=True)
class Origin:
    """`files` are SHA-256 by path; `issued` is a day; `engine` is all that lays out and binds, as in keys."""

    files: Mapping[str, str]
    issued: str
    engine: str
    program: str

    @classmethod
    def of(cls, snapshot: Snapshot, issued: date | None, engine: str) -> "Origin":
        """What is made from this snapshot."""
        files = {path: snapshot.digest(path) for path in snapshot.files}
        return cls(files, issued.isoformat() if issued else "", engine, version("wp3reports"))

    @cached_property
    def digest(self) -> str:
        """A name for it: the same origin has the same."""
        return hashlib.sha256(json.dumps(self.to_json(), sort_keys=True).encode()).hexdigest()

    @property
    def texts(self) -> Iterator[tuple[str, str]]:
        """Paths and digests of the files that are kept whole."""
        return ((path, digest) for path, digest in self.files.items() if path.endswith(TEXTS))

    def to_json(self) -> dict[str, Any]:
        """Plain data."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Origin":
        """The value back; TypeError when a key is missing or unknown."""
        return cls(**data)
