"""The project folder on the disk: finding its root, reading a Snapshot of it, the paths of `build/`.

The only reader of inputs. Nothing outside the project is read, whatever its links say: each file is opened without
following a link, must be a regular file, and is read once, up to its limit.
"""

import os
import stat
import unicodedata
from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from wp3reports.diagnostics import Diagnostic, Note, Span, error, ordered
from wp3reports.snapshot import Snapshot

MAX_TEXT = 1024 * 1024  # bytes of a YAML file
MAX_ASSET = 5_000_000  # bytes of a picture
MAX_FILES = 500
_TEXT = {".yaml", ".yml"}


class NoProjectError(Exception):
    """No folder from here upwards holds `inputs/project.yaml`."""


def find_root(start: Path) -> Path:
    """The nearest folder, from `start` upwards, that holds a project; NoProjectError when there is none."""
    for folder in (start.resolve(), *start.resolve().parents):
        if (folder / "inputs" / "project.yaml").is_file():
            return folder
    raise NoProjectError(start)


def read(root: Path) -> tuple[Snapshot, tuple[Diagnostic, ...]]:
    """Inputs and templates of a project; the shipped templates stand in for those that it does not bring."""
    files = {f"templates/{name}": data for name, data in _shipped(_templates())}
    findings: list[Diagnostic] = []
    for folder in ("templates", "inputs"):
        files |= _folder(root, folder, findings)
    findings += _equal_names(files)
    return Snapshot(files), ordered(findings)


def build_folder(root: Path) -> Path:
    """Where results go."""
    return root / "build"


def _templates() -> Traversable:
    """The shipped templates: beside the package in a wheel, beside `src` in a checkout."""
    packaged = resources.files("wp3reports") / "templates"
    return packaged if packaged.is_dir() else Path(__file__).parents[2] / "templates"


def _shipped(folder: Traversable, prefix: str = "") -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _shipped(entry, f"{prefix}{entry.name}/")
        else:
            yield f"{prefix}{entry.name}", entry.read_bytes()


def _folder(root: Path, name: str, findings: list[Diagnostic]) -> dict[str, bytes]:
    """The regular files below a folder by their paths; what cannot be read is added to the findings."""
    files: dict[str, bytes] = {}
    for folder, folders, names in os.walk(root / name):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        for each in sorted(names):
            if each.startswith("."):
                continue
            path = Path(folder, each)
            shown = _shown(path.relative_to(root).as_posix())
            if len(files) >= MAX_FILES:
                findings.append(error("too-many-files", Span(name), f"more than {MAX_FILES} files", help="keep only hand-ins and their figures here"))
                return files
            found = _content(path, shown)
            if isinstance(found, Diagnostic):
                findings.append(found)
            else:
                files[shown] = found
        for each in folders:
            if Path(folder, each).is_symlink():
                shown = _shown(Path(folder, each).relative_to(root).as_posix())
                findings.append(_refused(shown, "is a link", "put the folder itself here"))
    return files


def _content(path: Path, shown: str) -> bytes | Diagnostic:
    """The bytes of one file, or why it is not read."""
    limit = MAX_TEXT if path.suffix in _TEXT else MAX_ASSET
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError as wrong:
        reason = "is a link" if path.is_symlink() else f"cannot be opened: {wrong.strerror}"
        return _refused(shown, reason, "put a readable file here")
    with open(descriptor, "rb") as file:
        before = os.fstat(descriptor)
        if not stat.S_ISREG(before.st_mode):
            return _refused(shown, "is no ordinary file", "put a file here")
        data = file.read(limit + 1)
        after = os.fstat(descriptor)
    if len(data) > limit:
        return _refused(shown, f"is larger than {limit} bytes", "make it smaller")
    if (before.st_mtime_ns, before.st_size) != (after.st_mtime_ns, after.st_size):
        return _refused(shown, "changed while it was read", "try again when it is saved")
    return data


def _refused(shown: str, reason: str, remedy: str) -> Diagnostic:
    return error("file-refused", Span(shown), f"the file {reason} and is not read", help=remedy)


def _equal_names(files: dict[str, bytes]) -> Iterator[Diagnostic]:
    """Names that another disk could not tell apart."""
    first: dict[str, str] = {}
    for path in sorted(files):
        folded = unicodedata.normalize("NFC", path).casefold()
        if folded in first:
            yield error(
                "file-names-equal",
                Span(path),
                "two files have names that differ only in case or in how accents are written",
                notes=[Note(Span(first[folded]), "the other file")],
                help="remove or rename one of them",
            )
        first.setdefault(folded, path)


def _shown(path: str) -> str:
    """A path that prints on one line whatever its bytes are."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape", "surrogatepass").decode("ascii") for c in path)
