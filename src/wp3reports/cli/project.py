"""What every command does first: find the project, read it, compile it."""

from datetime import UTC, date, datetime
from fnmatch import fnmatchcase
from pathlib import Path

import click

from wp3reports.diagnostics import Diagnostic, ordered
from wp3reports.pipeline import Compilation, compile_reports
from wp3reports.snapshot import Snapshot
from wp3reports.volume import Volume
from wp3reports.workspace import NoProjectError, find_root, read

NO_PROJECT = "no project here: neither this folder nor one above it holds inputs/project.yaml"


class IssuedType(click.ParamType):
    """A day such as 2007-12-14."""

    name = "day"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day; a usage error when it is none."""
        try:
            return value if isinstance(value, date) else date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is no day; write it as 2007-12-14", param, ctx)


issued_option = click.option(
    "--issued",
    type=IssuedType(),
    default=lambda: datetime.now(tz=UTC).date(),
    show_default="today",
    help="The day that the documents bear; the same day gives the same bytes.",
)


def root() -> Path:
    """The project's root; a usage error when there is no project."""
    try:
        return find_root(Path.cwd())
    except NoProjectError:
        raise click.UsageError(NO_PROJECT) from None


def compiled(folder: Path, issued: date) -> tuple[Snapshot, Compilation, tuple[Diagnostic, ...]]:
    """The snapshot of a project, its compilation, and all findings of both."""
    snapshot, refused = read(folder)
    compilation = compile_reports(snapshot, issued)
    return snapshot, compilation, ordered((*refused, *compilation.diagnostics))


def chosen(volumes: tuple[Volume, ...], targets: tuple[str, ...]) -> tuple[Volume, ...]:
    """The volumes that targets or globs name, all without any; a usage error for one that names nothing."""
    for target in targets:
        if not any(fnmatchcase(volume.name, target) for volume in volumes):
            known = ", ".join(volume.name for volume in volumes if volume.name.count("/") < 2)  # noqa: PLR2004 - local/m/p
            raise click.UsageError(
                f"no report is called {target!r}, or its hand-in is missing or invalid; there are {known}, "
                "and local/<milestone>/<partner>"
            )
    return tuple(v for v in volumes if not targets or any(fnmatchcase(v.name, target) for target in targets))
