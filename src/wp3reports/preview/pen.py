"""The only hand that writes into a project: whole files, one at a time, and never over what somebody else has written.

Every write names the file as its author saw it. The last step of each file can be taken back, and then again made.
"""

import hashlib
import os
from pathlib import Path, PurePosixPath
from threading import Lock
from typing import NamedTuple

from wp3reports.preview.app import NotDoneError
from wp3reports.store import write_atomically

_CHANGED = "This file was changed meanwhile, in another window or another program. Nothing was written over it."
_GONE = "This file is no longer there."
_THERE = "There is such a file already. It was not touched."
_ELSEWHERE = "This folder is a link to another place. Nothing was written."
_NO_STEP = "There is nothing to take back: the file was changed after your last step here."
_REFUSED = "The disk did not take it: {}. The file is as it was."


class _Step(NamedTuple):
    """What a file said before the last write, and the digest of what it said after it."""

    before: bytes
    after: str


class Pen:
    """Writes files in the project's folder; `path` is always one that the caller has found in its own lists."""

    def __init__(self, folder: Path) -> None:
        """Nothing is written yet."""
        self._folder, self._lock = folder, Lock()
        self._steps: dict[str, _Step] = {}

    def read(self, path: str, seen: str) -> bytes:
        """What the file says, if that is what its author saw; NotDoneError if not."""
        try:
            data = (self._folder / path).read_bytes()
        except OSError:
            raise NotDoneError(_GONE) from None
        if digest(data) != seen:
            raise NotDoneError(_CHANGED)
        return data

    def write(self, path: str, seen: str, data: bytes) -> str:
        """Put new content in the place of what its author saw; the digest of the new. NotDoneError if that changed."""
        with self._lock:
            before = self.read(path, seen)
            self._put(path, data)
            self._steps[path] = _Step(before, digest(data))
            return digest(data)

    def begin(self, path: str, data: bytes) -> str:
        """Write a file that is not there yet; NotDoneError if it is."""
        with self._lock:
            if os.path.lexists(self._folder / path):
                raise NotDoneError(_THERE)
            self._put(path, data)
            return digest(data)

    def can_undo(self, path: str, seen: str) -> bool:
        """Whether the file is as the last step here left it."""
        step = self._steps.get(path)
        return step is not None and step.after == seen

    def undo(self, path: str, seen: str) -> str:
        """Take the last step back, which is a step itself; the digest of the file then."""
        step = self._steps.get(path)
        if step is None or step.after != seen:
            raise NotDoneError(_NO_STEP)
        return self.write(path, seen, step.before)

    def _put(self, path: str, data: bytes) -> None:
        if not path.startswith("inputs/"):
            raise ValueError(f"{path} is no input")
        file = self._folder / path
        if file.parent.resolve() != self._folder.resolve() / PurePosixPath(path).parent:
            raise NotDoneError(_ELSEWHERE)
        try:
            write_atomically(file, data)
        except OSError as fault:
            raise NotDoneError(_REFUSED.format(fault.strerror)) from fault


def digest(data: bytes) -> str:
    """The name of a state of a file."""
    return hashlib.sha256(data).hexdigest()
