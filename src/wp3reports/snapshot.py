"""A Snapshot: everything that the program knows of the outside world, as immutable bytes by path.

Only `workspace` makes one from a disk; all else below the shell receives it.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True)
class Snapshot:
    """Files by their path from the project's root, in POSIX form: `inputs/m2_swot/riga.yaml`, `templates/…`."""

    files: Mapping[str, bytes] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Sorted and closed, so that no holder can change what another reads."""
        object.__setattr__(self, "files", MappingProxyType(dict(sorted(self.files.items()))))

    def under(self, prefix: str) -> Iterator[tuple[str, bytes]]:
        """Paths and bytes of all files in the folder `prefix`, sorted by path."""
        folder = prefix.rstrip("/") + "/"
        return ((path, data) for path, data in self.files.items() if path.startswith(folder))

    def digest(self, path: str) -> str:
        """SHA-256 of one file, in hexadecimal."""
        return hashlib.sha256(self.files[path]).hexdigest()
