"""The project folder on the disk: finding its root, reading a Snapshot of it, the paths of `build/`.

The only reader of inputs. Nothing outside the project is read, whatever its links say (`folder`).
"""

from pathlib import Path

from wp3reports import shipped
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
    files = shipped.templates_by_path()
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
