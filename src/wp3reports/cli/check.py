"""`wp3reports check`: all findings at once, nothing printed to paper. Works where Pango is missing."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

import click

from wp3reports.cli import offers
from wp3reports.cli.compiling import examined
from wp3reports.cli.console import out, say
from wp3reports.cli.mending import mend, shown
from wp3reports.cli.project import issued_option, root
from wp3reports.cli.selection import by_code, concerns, fails, places
from wp3reports.cli.telling import last_line, tell, tell_statistics, usual_format
from wp3reports.diagnostics import Diagnostic
from wp3reports.pipeline import targets
from wp3reports.reporters import REPORTERS, Report
from wp3reports.snapshot import Snapshot
from wp3reports.workspace import changed

_EXAMPLES = """\b
Examples:
  wp3reports check
  wp3reports check inputs/m2_swot/riga.yaml
  wp3reports check milestone/m1_selection 'local/*/riga'
  wp3reports check --select 'm2-*' --ignore hand-in-late --fail-on warning
  wp3reports check --diff                       what can be fixed safely; --fix does it
  wp3reports check --format sarif > findings.sarif
  wp3reports check - --stdin-filename inputs/m2_swot/riga.yaml < draft.yaml
"""
_STDIN = "-"


@click.command(epilog=_EXAMPLES)
@click.argument("paths", nargs=-1, shell_complete=offers.places)
@click.option(
    "--format",
    "style",
    type=click.Choice(list(REPORTERS)),
    default=usual_format,
    show_default="text; github in GitHub Actions",
    envvar="WP3_FORMAT",
    help="How findings are written. All but text and github go to programs.",
)
@click.option("--select", multiple=True, metavar="CODE", help="Show only these findings; * and ? stand for any text.")
@click.option("--ignore", multiple=True, metavar="CODE", help="Leave these findings out.")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "never"]),
    default="error",
    show_default=True,
    help="The least weight of a finding that makes the command end with 1.",
)
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but the findings.")
@click.option("--statistics", is_flag=True, help="Show how often each finding occurs, and no finding itself.")
@click.option("--fix", is_flag=True, help="Correct what can mean one thing only; everything else stays as it is.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option("--watch", is_flag=True, help="Check again after each change, until interrupted.")
@click.option("--stdin-filename", metavar="FILE", help="With -: the hand-in whose text is on standard input.")
@issued_option
@click.pass_context
def check(  # noqa: PLR0913 - one parameter for each option
    context: click.Context,
    *,
    paths: tuple[str, ...],
    style: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str,
    quiet: bool,
    statistics: bool,
    fix: bool,
    diff: bool,
    watch: bool,
    stdin_filename: str | None,
    issued: date,
) -> None:
    """Check all hand-ins; show the findings in PATHS, or all of them.

    PATHS are files, folders or targets of `build`. The whole project is checked each time, because milestones depend on
    each other. Findings go to standard output, all else to standard error. Exit 1 when there are errors.
    """
    folder = root()
    typed = _typed(folder, paths, stdin_filename)
    if typed and (fix or watch):
        raise click.UsageError("what is on standard input can be neither fixed nor watched; use --diff")

    def look() -> tuple[Report, list[Diagnostic]]:
        return _look(folder, issued, typed, _Asked(paths, select, ignore))

    if fix:
        _tell_fixed(mend(folder, lambda: _to_mend(look()[0])))
    report, findings = look()
    if diff:
        changes_shown = shown(report.snapshot, report.findings)
        out().print(changes_shown, end="", highlight=False)
        context.exit(1 if changes_shown else 0)
    _say(report, findings, style, quiet=quiet, statistics=statistics)
    for _ in _changes(folder) if watch else ():
        report, findings = look()
        _say(report, findings, style, quiet=quiet, statistics=statistics)
    if fails(report.findings, fail_on):
        context.exit(1)


def _say(report: Report, findings: Sequence[Diagnostic], style: str, *, quiet: bool, statistics: bool) -> None:
    """One look told."""
    if statistics:
        tell_statistics(report.findings)
    else:
        tell(report, style)
    if not quiet:
        say(last_line(report.findings, findings))


@dataclass(frozen=True)
class _Asked:
    """Which findings are to be shown."""

    paths: Sequence[str]
    select: Sequence[str]
    ignore: Sequence[str]


def _look(folder: Path, issued: date, typed: Mapping[str, bytes], asked: _Asked) -> tuple[Report, list[Diagnostic]]:
    """What is to be told, and all findings of the codes that were asked for."""
    snapshot, compilation, found = examined(folder, issued, typed)
    moved = (each for each in changed(folder, snapshot) if each.span.path not in typed)
    findings = by_code((*found, *moved), asked.select, asked.ignore)
    known = targets(compilation.dossier) if compilation.dossier else ()
    wanted = [*typed, *places(folder, (path for path in asked.paths if path != _STDIN), known)]
    here = [finding for finding in findings if concerns(finding, wanted)]
    return Report(here, snapshot, compilation.partners, _pages), findings


def _pages() -> Mapping[str, str]:
    """The page of every code; not many formats ask for them."""
    from wp3reports.rulebook import TEXTS  # noqa: PLC0415 - the rule book is long

    return TEXTS


def _changes(folder: Path) -> Iterator[None]:
    """One item for each settled change of the project."""
    from wp3reports.watch import changes  # noqa: PLC0415 - seldom wanted, and a library of its own

    return changes(folder)


def _to_mend(report: Report) -> tuple[Snapshot, Sequence[Diagnostic]]:
    return report.snapshot, report.findings


def _tell_fixed(mended: Sequence[str]) -> None:
    say(f"fixed: {', '.join(mended)}" if mended else "nothing to fix")


def _typed(folder: Path, paths: Sequence[str], name: str | None) -> Mapping[str, bytes]:
    """The hand-in on standard input, by the path that it stands for."""
    if (_STDIN in paths) != (name is not None):
        raise click.UsageError("- and --stdin-filename belong together")
    if name is None:
        return {}
    whole = (Path.cwd() / name).resolve()
    if not whole.is_relative_to(folder / "inputs") or whole.suffix != ".yaml":
        raise click.UsageError(f"{click.format_filename(name)} is no hand-in of this project")
    return {PurePosixPath(whole.relative_to(folder)).as_posix(): sys.stdin.buffer.read()}
