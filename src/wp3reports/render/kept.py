"""What a process made and the next one would make again, as bytes under a stamp that names all that it depends on.

They may be code: who can change them can run what he likes, as with the files that Python itself keeps beside its
modules.
"""

import hashlib
import marshal
from typing import Any

_DIGEST = 32  # bytes of SHA-256 that lead what is kept


def sealed(content: Any, stamp: str) -> bytes:
    """The content as bytes."""
    data = marshal.dumps((stamp, content))
    return hashlib.sha256(data).digest() + data


def unsealed(data: bytes, stamp: str) -> Any:
    """The content of such bytes; None when they are damaged, or were made under another stamp."""
    if hashlib.sha256(data[_DIGEST:]).digest() != data[:_DIGEST]:
        return None
    made, content = marshal.loads(data[_DIGEST:])  # noqa: S302 - ours, as said above; its digest was right
    return content if made == stamp else None
