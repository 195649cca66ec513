"""Compiled templates and redrawn pictures between two runs: files in the build folder, never needed and never wrong."""

import hashlib
import sys
from contextlib import suppress
from importlib import resources
from importlib.metadata import version
from pathlib import Path
from types import ModuleType

from wp3reports import render
from wp3reports.store import write_atomically
from wp3reports.workspace import build_folder


def take_templates(root: Path) -> None:
    """Take what an earlier run compiled and drew, if it did."""
    stamp = _stamp()
    for name, module in _kept().items():
        with suppress(OSError):
            module.take((build_folder(root) / name).read_bytes(), stamp)


def keep_templates(root: Path) -> None:
    """Leave what this run compiled and drew for the next one; OSError when the disk refuses."""
    for name, module in _kept().items():
        if module.is_any_new():
            write_atomically(build_folder(root) / name, module.to_bytes(_stamp()))


def _kept() -> dict[str, ModuleType]:
    """What keeps what it made, by the name of its file."""
    from wp3reports.render import compiled, drawn  # noqa: PLC0415 - loads Jinja and Pillow

    return {"templates.compiled": compiled, "pictures.redrawn": drawn}


def _stamp() -> str:
    """What they depend on besides their sources: Python, the libraries, and the package that asks those."""
    modules = sorted(resources.files(render).iterdir(), key=lambda each: each.name)
    digest = hashlib.sha256(b"\0".join(each.read_bytes() for each in modules if each.name.endswith(".py")))
    libraries = " ".join(f"{name}={version(name)}" for name in ("jinja2", "pillow"))
    return f"{sys.version} {libraries} render={digest.hexdigest()}"
