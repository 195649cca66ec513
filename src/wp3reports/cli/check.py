"""`wp3reports check`: all findings at once, nothing printed to paper. Works where Pango is missing."""

import os
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from inspect import getdoc
from pathlib import Path, PurePosixPath

import click

from wp3reports.check import INDEX
from wp3reports.cli.console import narration, out, show
from wp3reports.cli.project import compiled, issued_option, root
from wp3reports.cli.selection import by_code, concerns, fails, places
from wp3reports.diagnostics import Diagnostic, Severity
from wp3reports.reporters import REPORTERS, Report, counts, summary
from wp3reports.workspace import changed

_EXAMPLES = """\b
Examples:
  wp3reports check
  wp3reports check inputs/m2_swot/riga.yaml
  wp3reports check milestone/m1_selection 'local/*/riga'
  wp3reports check --select 'm2-*' --ignore hand-in-late --fail-on warning
  wp3reports check --format sarif > findings.sarif
  wp3reports check - --stdin-filename inputs/m2_swot/riga.yaml < draft.yaml
"""
_STDIN = "-"


def _usual_format() -> str:
    return "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text"


@click.command(epilog=_EXAMPLES)
@click.argument("paths", nargs=-1)
@click.option(
    "--format",
    "style",
    type=click.Choice(list(REPORTERS)),
    default=_usual_format,
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
    stdin_filename: str | None,
    issued: date,
) -> None:
    """Check all hand-ins; show the findings in PATHS, or all of them.

    PATHS are files, folders or targets of `build`. The whole project is checked each time, because milestones depend on
    each other. Findings go to standard output, all else to standard error. Exit 1 when there are errors.
    """
    folder = root()
    typed = _typed(folder, paths, stdin_filename)
    snapshot, compilation, found = compiled(folder, issued, typed)
    moved = (each for each in changed(folder, snapshot) if each.span.path not in typed)
    findings = by_code((*found, *moved), select, ignore)
    wanted = [*typed, *places(folder, (path for path in paths if path != _STDIN), compilation.volumes)]
    here = [finding for finding in findings if concerns(finding, wanted)]
    report = Report(here, snapshot, compilation.partners, _pages())
    if statistics:
        out().print(_statistics(here), end="\n" if here else "")
    else:
        _tell(report, style)
    if not quiet:
        narration().print(_summary(here, findings))
    if fails(here, fail_on):
        context.exit(1)


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


def _tell(report: Report, style: str) -> None:
    """The findings in their format; annotations go to standard error, where Actions reads them, beside the text."""
    if style == "github":
        narration().print(REPORTERS["github"](report), highlight=False)
        if path := os.environ.get("GITHUB_STEP_SUMMARY"):
            with Path(path).open("a", encoding="utf-8") as file:
                file.write(summary(report))
    if style in {"github", "text"}:
        if report.findings:
            show(out(), REPORTERS["text"](report))
    elif written := REPORTERS[style](report):
        out().print(written, highlight=False)


def _pages() -> Mapping[str, str]:
    return {code: getdoc(rule) or "" for code, rule in INDEX.items()}


def _statistics(findings: Sequence[Diagnostic]) -> str:
    """How often each code occurs, the most frequent first."""
    counted = Counter((finding.severity.word, finding.code) for finding in findings)
    return "\n".join(f"{number:>5} {word:<8} {code}" for (word, code), number in counted.most_common())


def _errors(findings: Sequence[Diagnostic]) -> int:
    return sum(finding.severity is Severity.ERROR for finding in findings)


def _summary(here: Sequence[Diagnostic], findings: Sequence[Diagnostic]) -> str:
    """How many findings, and what to do next."""
    if _errors(here):
        return f"{counts(here)}; mend the errors and run: wp3reports check"
    if elsewhere := _errors(findings):
        return f"{counts(here)} here, {elsewhere} error{'s' if elsewhere != 1 else ''} elsewhere; see: wp3reports check"
    return f"{counts(here)}; next: wp3reports build"
