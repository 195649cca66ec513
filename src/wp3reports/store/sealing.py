"""The form of an entry on the disk: the digest of key and bytes, then the bytes."""

import hashlib
import re
from pathlib import Path

NAME = re.compile(r"[0-9a-f]{64}")  # of an entry; other files in the folders are nobody's to touch
_DIGEST = 32  # bytes of SHA-256 that lead each entry


def path_of(folder: Path, key: str) -> Path:
    """Where the entry of that key lies."""
    return folder / key[:2] / key


def sealed(key: str, data: bytes) -> bytes:
    """The bytes of an entry."""
    return _seal(key, data) + data


def opened(key: str, entry: bytes) -> bytes | None:
    """What was stored; None when the entry is not as it was written, or was written under another key."""
    data = entry[_DIGEST:]
    return data if _seal(key, data) == entry[:_DIGEST] else None


def _seal(key: str, data: bytes) -> bytes:
    """The digest that leads an entry: of its key too, so that entries cannot change places."""
    return hashlib.sha256(key.encode() + data).digest()
