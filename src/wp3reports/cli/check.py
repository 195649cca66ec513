"""`wp3reports check`: all findings at once, nothing printed to paper. Works where Pango is missing."""

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path, PurePosixPath

import click

from wp3reports.cli.console import narration, out, show
from wp3reports.cli.project import compiled, issued_option, root
from wp3reports.diagnostics import Diagnostic, Severity
from wp3reports.reporters import REPORTERS, counts
from wp3reports.workspace import changed, shown

_EXAMPLES = """\b
Examples:
  wp3reports check
  wp3reports check inputs/m2_swot/riga.yaml
  wp3reports check inputs/m1_selection
"""


@click.command(epilog=_EXAMPLES)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@issued_option
@click.pass_context
def check(context: click.Context, paths: tuple[Path, ...], issued: date) -> None:
    """Check all hand-ins; show the findings in PATHS, or all of them.

    The whole project is checked each time, because milestones depend on each other. Exit 1 when there are errors.
    """
    folder = root()
    wanted = [_inside(folder, path) for path in paths]
    snapshot, _, found = compiled(folder, issued)
    findings = (*found, *changed(folder, snapshot))
    here = [finding for finding in findings if _concerns(finding, wanted)]
    if here:
        show(out(), REPORTERS["text"](here, snapshot))
    narration().print(_summary(here, findings))
    if _errors(here):
        context.exit(1)


def _inside(folder: Path, path: Path) -> str:
    """A path that the user gave as findings have it; a usage error when it is not in the project."""
    whole = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow a link, which is what is asked about
    place = whole.parent.resolve() / whole.name
    if not os.path.lexists(place):
        raise click.UsageError(f"there is no {click.format_filename(path)}")
    if not place.is_relative_to(folder):
        raise click.UsageError(f"{click.format_filename(path)} lies outside the project, which is in {folder}")
    return shown(PurePosixPath(place.relative_to(folder)))


def _concerns(finding: Diagnostic, wanted: Sequence[str]) -> bool:
    """Whether a finding, or its other end, lies in one of the paths; anything does when there are none."""
    places = [finding.span.path, *(note.span.path for note in finding.notes)]
    return not wanted or any(f"{place}/".startswith(f"{path}/" if path else "") for place in places for path in wanted)


def _errors(findings: Sequence[Diagnostic]) -> int:
    return sum(finding.severity is Severity.ERROR for finding in findings)


def _summary(here: Sequence[Diagnostic], findings: Sequence[Diagnostic]) -> str:
    """How many findings, and what to do next."""
    if _errors(here):
        return f"{counts(here)}; mend the errors and run: wp3reports check"
    if elsewhere := _errors(findings):
        return f"{counts(here)} here, {elsewhere} error{'s' if elsewhere != 1 else ''} elsewhere; see: wp3reports check"
    return f"{counts(here)}; next: wp3reports build"
