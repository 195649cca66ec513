"""Pictures that were drawn anew: kept in the process, and as bytes for the next one. Drawing takes as long as checking.

A picture is drawn when its file differs; of bytes, also when the `stamp` does, which has to name all else that counts.
"""

import hashlib

from wp3reports.render import redrawing
from wp3reports.render.kept import sealed, unsealed

MOST = 1_000  # pictures of a process that goes on, of which somebody changes one now and then
_DRAWN: dict[str, bytes] = {}  # by the digest of the partner's file
_USED: set[str] = set()  # the digests of those that this process asked for
_NEW: set[str] = set()  # the digests of those that it drew


def redrawn(data: bytes) -> bytes:
    """The picture that a file shows, as a file of its own; UnusablePictureError when it shows none."""
    digest = hashlib.sha256(data).hexdigest()
    _USED.add(digest)
    if digest not in _DRAWN:
        _DRAWN[digest] = redrawing.redrawn(data)
        _NEW.add(digest)
        if len(_DRAWN) > MOST:
            del _DRAWN[next(iter(_DRAWN))]
    return _DRAWN[digest]


def judge(data: bytes) -> None:
    """UnusablePictureError when the file shows no picture; nothing is drawn to tell."""
    if hashlib.sha256(data).hexdigest() not in _DRAWN:
        redrawing.judge(data)


def is_any_new() -> bool:
    """Whether anything had to be drawn."""
    return bool(_NEW)


def to_bytes(stamp: str) -> bytes:
    """All pictures that were asked for; none of them is new from now on."""
    _NEW.clear()
    return sealed({digest: _DRAWN[digest] for digest in sorted(_USED) if digest in _DRAWN}, stamp)


def take(data: bytes, stamp: str) -> None:
    """Take over what another process drew under the same stamp; nothing of what is damaged."""
    _DRAWN.update({**(unsealed(data, stamp) or {}), **_DRAWN})
