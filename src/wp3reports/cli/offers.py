"""What the shell completes: targets, milestones and partners of the project around the current folder.

What that takes is loaded when the shell asks, which is not when a command runs.
"""

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from wp3reports import shipped
from wp3reports.cli.project import today
from wp3reports.snapshot import Snapshot
from wp3reports.workspace import NoProjectError, find_root

if TYPE_CHECKING:
    from wp3reports.model import Dossier

_ALWAYS = ("final", "final-annex")


def milestones(_context: click.Context, _parameter: click.Parameter, begun: str) -> list[str]:
    """The milestones that begin with what was typed."""
    from wp3reports.milestones import MILESTONES  # noqa: PLC0415 - as said above

    return [milestone.name for milestone in MILESTONES if milestone.name.startswith(begun)]


def partners(_context: click.Context, _parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """The ids of the partners, each with its city."""
    found = _frame()
    known = found[1].partners if found else ()
    return [CompletionItem(each.id, help=each.metropolis) for each in known if each.id.startswith(begun)]


def targets(_context: click.Context, _parameter: click.Parameter, begun: str) -> list[str]:
    """The reports that can be built."""
    return [name for name in _targets() if name.startswith(begun)]


def languages(_context: click.Context, _parameter: click.Parameter, begun: str) -> list[str]:
    """The languages that local reports can be made in, of those that come with the program."""
    from wp3reports import render  # noqa: PLC0415 - as said above

    known = (*render.languages(Snapshot(shipped.templates_by_path())), render.OWN)
    return [name for name in known if name.startswith(begun)]


def places(_context: click.Context, _parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """The same, and files."""
    named = [CompletionItem(name) for name in _targets() if name.startswith(begun)]
    return [*named, CompletionItem(begun, type="file")]


def _targets() -> list[str]:
    from wp3reports.milestones import MILESTONES  # noqa: PLC0415 - as said above
    from wp3reports.model import hand_in_path  # noqa: PLC0415

    found = _frame()
    if not found:
        return []
    root, dossier = found
    planned = [each for each in MILESTONES if each.local and dossier.project.period(each.name)]
    local = [
        f"local/{milestone.name}/{partner.id}"
        for milestone in planned
        for partner in dossier.partners
        if (root / PurePosixPath(hand_in_path(milestone.name, partner.id))).is_file()
    ]
    return [*local, *(f"milestone/{milestone.name}" for milestone in planned), *_ALWAYS]


def _frame() -> "tuple[Path, Dossier] | None":
    """The project's folder and what its two own files say; None where there is none that can be used."""
    from wp3reports.load import load  # noqa: PLC0415 - as said above
    from wp3reports.model import PARTNERS_FILE, PROJECT_FILE  # noqa: PLC0415

    try:
        root = find_root(Path.cwd())
        files = {name: (root / name).read_bytes() for name in (PROJECT_FILE, PARTNERS_FILE)}
    except (NoProjectError, OSError):
        return None
    dossier, _ = load(Snapshot(files), today())
    return (root, dossier) if dossier else None
