"""One folder of a project, read as a stranger's: what is not an ordinary file inside it becomes a finding.

Each folder is opened from the one above it and each file from its folder, never by a path that could lead through a
link; what was opened is looked at again, so that nothing can be put in its place meanwhile.
"""

import os
import stat
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from wp3reports.diagnostics import Diagnostic, Note, Span, error

MAX_TEXT = 1024 * 1024  # bytes of a YAML file
MAX_ASSET = 5_000_000  # bytes of a picture
MAX_TOTAL = 200_000_000  # bytes of all files together
MAX_ENTRIES = 2_000  # files and folders: what 350 metropolises hand in
MAX_DEPTH = 8  # folders inside each other

_TEXT = {".yaml", ".yml"}
_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW
_FILE = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK  # a fifo that has taken the file's place does not make us wait


class RefusedError(Exception):
    """An entry that is not read: the reason, and what to do about it."""

    def __init__(self, reason: str, remedy: str) -> None:
        """The reason in words that follow `it`."""
        super().__init__(reason)
        self.reason, self.remedy = reason, remedy


def read_folder(root: Path, name: str) -> tuple[dict[str, bytes], list[Diagnostic]]:
    """The files below `root/name` by their paths, and what was not read; nothing when there is no such folder."""
    reading = _Reading()
    if os.path.lexists(root / name):
        reading.take(name, str(root / name), None)
    return reading.files, reading.findings


def shown(path: PurePosixPath) -> str:
    """A path as snapshots and findings have it: NFC and on one line, whatever bytes its names consist of."""
    return "/".join(map(_shown, path.parts))


class _Reading:
    """What has been read so far."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.findings: list[Diagnostic] = []
        self._entries = 0
        self._bytes = 0
        self._first: dict[str, str] = {}  # the path that came first, by what every disk can tell apart

    def take(self, path: str, name: str, above: int | None) -> None:
        """Read a file, or a folder with all that is in it; its name is looked up in the folder `above`."""
        self._entries += 1
        try:
            if _is_folder(name, above, path):
                self._enter(path, name, above)
            else:
                data = _content(name, above, MAX_TEXT if PurePosixPath(path).suffix in _TEXT else MAX_ASSET)
                self._bytes += len(data)
                self._keep(path, data)
        except RefusedError as refused:
            self.findings.append(
                error("file-refused", Span(path), f"not read: it {refused.reason}", help=refused.remedy)
            )

    def _enter(self, path: str, name: str, above: int | None) -> None:
        if path.count("/") >= MAX_DEPTH:
            raise RefusedError(f"lies more than {MAX_DEPTH} folders deep", "move it up")
        with _opened(name, _FOLDER, above) as folder:
            names = os.listdir(folder)  # noqa: PTH208 - of a descriptor, not of a path
            for each in sorted(name for name in names if not name.startswith(".")):
                if not self._has_room(path):
                    return
                self.take(f"{path}/{_shown(each)}", each, folder)

    def _keep(self, path: str, data: bytes) -> None:
        """Of two files that some disk could not tell apart both are kept if their paths differ, else the first."""
        first = self._first.setdefault(path.casefold(), path)
        if path in self.files or first != path:
            self.findings.append(
                error(
                    "file-names-equal",
                    Span(path),
                    "two names differ only in case or in how accents are written: other disks take them for one",
                    notes=[Note(Span(first), "the other one")],
                    help="remove or rename one of them",
                )
            )
        self.files.setdefault(path, data)

    def _has_room(self, path: str) -> bool:
        """Whether there may be more files; the first time that there may not, this is a finding."""
        if self._entries < MAX_ENTRIES and self._bytes < MAX_TOTAL:
            return True
        top = path.partition("/")[0]
        most = f"{MAX_ENTRIES:,} files and folders" if self._entries >= MAX_ENTRIES else f"{MAX_TOTAL:,} bytes"
        finding = error(
            "too-many-files",
            Span(top),
            f"at most {most} are read here; the rest is left out",
            help="keep only hand-ins, their figures and templates in the project's folders",
        )
        if finding not in self.findings:
            self.findings.append(finding)
        return False


def _is_folder(name: str, folder: int | None, path: str) -> bool:
    """Whether an entry is a folder, else it is an ordinary file; RefusedError for anything else."""
    try:
        mode = os.stat(name, dir_fd=folder, follow_symlinks=False).st_mode
    except OSError as gone:
        raise RefusedError(f"cannot be read ({gone.strerror})", "put a readable file here") from None
    if stat.S_ISLNK(mode):
        raise RefusedError("is a link", "put the file or folder itself here")
    if stat.S_ISDIR(mode):
        if PurePosixPath(path).suffix in _TEXT:
            raise RefusedError("is a folder", "put a file here, or name the folder otherwise")
        return True
    if not stat.S_ISREG(mode):
        raise RefusedError("is no ordinary file", "put a file here")
    return False


def _content(name: str, folder: int | None, limit: int) -> bytes:
    """The bytes of a file, never more than one above the limit; RefusedError when there are more, or they change."""
    with _opened(name, _FILE, folder) as descriptor:
        before = os.fstat(descriptor)
        if not stat.S_ISREG(before.st_mode):
            raise RefusedError("is no ordinary file", "put a file here")
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            data = file.read(min(before.st_size, limit) + 1)  # not the limit: room for it would be made
        after = os.fstat(descriptor)
    if len(data) > limit:
        raise RefusedError(f"is larger than {limit:,} bytes", "make it smaller")
    if (before.st_mtime_ns, before.st_size) != (after.st_mtime_ns, after.st_size) or len(data) != after.st_size:
        raise RefusedError("changed while it was read", "try again when it has been saved")
    return data


@contextmanager
def _opened(name: str, flags: int, above: int | None) -> Iterator[int]:
    """A descriptor for a time; RefusedError when there is none."""
    try:
        descriptor = os.open(name, flags, dir_fd=above)
    except OSError as wrong:
        raise RefusedError(f"cannot be opened ({wrong.strerror})", "put an ordinary, readable one here") from None
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def _shown(name: str) -> str:
    """One name; bytes that are no UTF-8, control characters and the backslash itself are escaped."""
    text = os.fsencode(name).decode("utf-8", "surrogateescape")
    return "".join(
        c if c.isprintable() and c != "\\" else c.encode("unicode_escape", "surrogatepass").decode("ascii")
        for c in unicodedata.normalize("NFC", text)
    )
