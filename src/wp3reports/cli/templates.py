"""Compiled templates between two runs: one file in the build folder, which is never needed and never wrong."""

import hashlib
import sys
from contextlib import suppress
from importlib import resources
from importlib.metadata import version
from pathlib import Path

from wp3reports import render
from wp3reports.store import write_atomically
from wp3reports.workspace import build_folder

_NAME = "templates.compiled"


def take_templates(root: Path) -> None:
    """Take what an earlier run compiled, if it did."""
    from wp3reports.render import compiled  # noqa: PLC0415 - loads Jinja

    with suppress(OSError):
        compiled.take((build_folder(root) / _NAME).read_bytes(), _stamp())


def keep_templates(root: Path) -> None:
    """Leave what this run compiled for the next one; OSError when the disk refuses."""
    from wp3reports.render import compiled  # noqa: PLC0415 - loads Jinja

    if compiled.is_any_new():
        write_atomically(build_folder(root) / _NAME, compiled.to_bytes(_stamp()))


def _stamp() -> str:
    """What a compiled template depends on besides its source: Python, Jinja, and the package that sets Jinja up."""
    modules = sorted(resources.files(render).iterdir(), key=lambda each: each.name)
    digest = hashlib.sha256(b"\0".join(each.read_bytes() for each in modules if each.name.endswith(".py")))
    return f"{sys.version} jinja2={version('jinja2')} render={digest.hexdigest()}"
