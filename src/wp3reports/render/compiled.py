"""Compiled templates: kept in the process, and as bytes for the next one. Compiling takes a third of rendering.

A template is compiled anew when its source, its name or the language differs; for bytes, the `stamp` too, which has to
name all else that it depends on.
"""

from types import CodeType

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from wp3reports.render.kept import sealed, unsealed

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
    return sealed([(key, _CODE[key]) for key in sorted(_USED) if key in _CODE], stamp)


def take(data: bytes, stamp: str) -> None:
    """Take over what another process compiled under the same stamp; nothing of what is damaged."""
    _CODE.update((key, code) for key, code in unsealed(data, stamp) or () if key not in _CODE)
