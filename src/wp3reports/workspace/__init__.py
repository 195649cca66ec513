"""The project folder on the disk: finding its root, reading a Snapshot of it, the paths of `build/`.

The only reader of inputs. Nothing outside the project is read, whatever its links say (`folder`).
"""

from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from wp3reports.diagnostics import Diagnostic, Span, ordered, warning
from wp3reports.snapshot import Snapshot
from wp3reports.workspace.folder import read_folder, shown

__all__ = ["NoProjectError", "build_folder", "changed", "find_root", "read", "shown"]

READ = ("templates", "inputs")  # the folders of a project that are read


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
    for name in READ:
        own, refused = read_folder(root, name)
        files |= own
        findings += refused
    return Snapshot(files), ordered(findings)


def changed(root: Path, snapshot: Snapshot) -> tuple[Diagnostic, ...]:
    """A warning for each file that is no longer as it was read: what was made of it may be out of date."""
    now, _ = read(root)
    return tuple(
        warning(
            "file-changed",
            Span(path),
            "the file changed meanwhile; what was found and made is of the file as it was before",
            help="run the command again",
        )
        for path in sorted(snapshot.files.keys() | now.files.keys())
        if snapshot.files.get(path) != now.files.get(path)
    )


def build_folder(root: Path) -> Path:
    """Where results go."""
    return root / "build"


def _templates() -> Traversable:
    """The shipped templates: inside the package when installed, beside `src` in a checkout."""
    packaged = resources.files("wp3reports") / "templates"
    return packaged if packaged.is_dir() else Path(__file__).parents[3] / "templates"


def _shipped(folder: Traversable, prefix: str = "") -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _shipped(entry, f"{prefix}{entry.name}/")
        else:
            yield f"{prefix}{entry.name}", entry.read_bytes()
