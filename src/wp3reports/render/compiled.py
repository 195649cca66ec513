"""Compiled templates: kept in the process, and as bytes for the next one. Compiling takes a third of rendering.

A template is compiled anew when its source, its name or the language differs; for bytes, the `stamp` too, which has to
name all else that it depends on. Bytes are code: who can change them can run what he likes, as with the files that
Python itself keeps beside its modules.
"""

import hashlib
import marshal
from types import CodeType

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

_DIGEST = 32  # bytes of SHA-256 that lead what is kept
_CODE: dict[tuple[str, str, str], CodeType] = {}  # by language, template and source
_USED: set[tuple[str, str, str]] = set()  # the keys of those that this process asked for
_NEW: set[tuple[str, str, str]] = set()  # the keys of those that it compiled


class Compiled(BytecodeCache):
    """For the templates of one language: what is the same on every page is printed when a template is compiled."""

    def __init__(self, language: str) -> None:
        """Shares what the process has."""
        self._language = language

    def load_bytecode(self, bucket: Bucket) -> None:
        """What was compiled from the same source under the same name."""
        key = self._language, bucket.key, bucket.checksum
        _USED.add(key)
        bucket.code = _CODE.get(key)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        key = self._language, bucket.key, bucket.checksum
        if bucket.code is not None:
            _CODE[key] = bucket.code
            _NEW.add(key)


def is_any_new() -> bool:
    """Whether anything had to be compiled."""
    return bool(_NEW)


def to_bytes(stamp: str) -> bytes:
    """All templates that were asked for; none of them is new from now on."""
    _NEW.clear()
    data = marshal.dumps((stamp, [(key, _CODE[key]) for key in sorted(_USED) if key in _CODE]))
    return hashlib.sha256(data).digest() + data


def take(data: bytes, stamp: str) -> None:
    """Take over what another process compiled under the same stamp; nothing of what is damaged."""
    if hashlib.sha256(data[_DIGEST:]).digest() != data[:_DIGEST]:
        return
    made, kept = marshal.loads(data[_DIGEST:])  # noqa: S302 - ours, as said above; its digest was right
    if made == stamp:
        _CODE.update((key, code) for key, code in kept if key not in _CODE)
