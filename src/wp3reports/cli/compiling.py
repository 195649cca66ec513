"""What most commands do with the project: read it, compile it, and choose what was asked for."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from fnmatch import fnmatchcase
from functools import partial
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import TYPE_CHECKING

import click

from wp3reports import shipped
from wp3reports.diagnostics import Diagnostic, ordered
from wp3reports.model import hand_in_path
from wp3reports.pipeline import Compilation, Seen, compile_reports, examine, unseen
from wp3reports.render import ENGLISH, Editions, Wanted
from wp3reports.snapshot import Snapshot
from wp3reports.workspace import read

if TYPE_CHECKING:  # `check` makes no volumes and must not wait for what describes them
    from wp3reports.volume import Volume


class NotValidError(click.ClickException):
    """A report was asked for by name, and its hand-in has errors."""


def compiled(  # noqa: PLR0913, PLR0917 - one parameter for each thing that decides what is made
    folder: Path,
    issued: date,
    typed: Mapping[str, bytes] = MappingProxyType({}),
    editions: Editions = ENGLISH,
    asked: Sequence[str] = (),
    seen: Seen = unseen,
) -> tuple[Snapshot, Compilation, tuple[Diagnostic, ...]]:
    """The snapshot of a project, its compilation, and all findings of both; `typed` files stand for those on disk.

    Made are the volumes that targets or globs ask for, all without any; each is `seen` as soon as it is there.
    """
    return _made(partial(compile_reports, wanted=_wanted(asked), editions=editions, seen=seen), folder, issued, typed)


def examined(
    folder: Path, issued: date, typed: Mapping[str, bytes] = MappingProxyType({})
) -> tuple[Snapshot, Compilation, tuple[Diagnostic, ...]]:
    """The same without volumes. Templates of the project itself are run for their faults; shipped ones have none."""
    return _made(_examine, folder, issued, typed)


def _examine(snapshot: Snapshot, issued: date) -> Compilation:
    known = shipped.templates_by_path()
    is_own = any(known.get(path) != data for path, data in snapshot.under("templates"))
    return (compile_reports if is_own else examine)(snapshot, issued)


def _made(
    make: Callable[[Snapshot, date], Compilation], folder: Path, issued: date, typed: Mapping[str, bytes]
) -> tuple[Snapshot, Compilation, tuple[Diagnostic, ...]]:
    snapshot, refused = read(folder)
    snapshot = Snapshot({**snapshot.files, **typed}) if typed else snapshot
    compilation = make(snapshot, issued)
    return snapshot, compilation, ordered((*refused, *compilation.diagnostics))


def chosen(
    volumes: "Sequence[Volume]", asked: Sequence[str], known: Sequence[str], snapshot: Snapshot
) -> "tuple[Volume, ...]":
    """The volumes that targets or globs name, all without any; a usage error for one that names nothing `known`."""
    for target in asked:
        if not any(_is_meant(volume, target) for volume in volumes):
            raise _not_there(target, known, snapshot)
    return tuple(v for v in volumes if not asked or any(_is_meant(v, target) for target in asked))


def _wanted(asked: Sequence[str]) -> Wanted:
    """Whether a target is asked for, by itself or in some language, which may stand behind its name."""
    patterns = {pattern for name in asked for pattern in (name, name.rpartition(".")[0]) if pattern}
    return lambda target: not asked or any(fnmatchcase(target, pattern) for pattern in patterns)


def _is_meant(volume: "Volume", target: str) -> bool:
    """Whether a target or glob names the volume, be it with the language of its edition or without."""
    return fnmatchcase(volume.target, target) or fnmatchcase(volume.name, target)


def _not_there(target: str, known: Sequence[str], snapshot: Snapshot) -> click.ClickException:
    """Why there is no such report: its hand-in has errors or is missing, or the name is wrong."""
    path = PurePosixPath(target)
    match path.parts:
        case ("local", milestone, author) if (hand_in := hand_in_path(milestone, author)) in snapshot.files:
            return NotValidError(f"{target} cannot be made: {hand_in} has errors; see: wp3reports check {hand_in}")
        case ("local", milestone, author) if any(name.startswith(f"local/{milestone}/") for name in known):
            missing = f"; there is no {hand_in_path(milestone, author)}"
        case _:
            missing = ""
    near = get_close_matches(target, known, n=1)
    meant = f"; did you mean {near[0]}?" if near else ""
    merged = ", ".join(name for name in known if not name.startswith("local/"))
    return click.UsageError(
        f"no report is called {target!r}{missing}{meant}\nThere are {merged}, and local/<milestone>/<partner>."
    )
