"""`wp3reports check`: all findings at once, nothing printed to paper. Works where Pango is missing."""

from datetime import date
from pathlib import Path

import click

from wp3reports.cli.console import narration, out, show
from wp3reports.cli.project import compiled, issued_option, root
from wp3reports.diagnostics import Diagnostic, Severity
from wp3reports.reporters import REPORTERS, counts

_EXAMPLES = """\b
Examples:
  wp3reports check
  wp3reports check inputs/m2_swot/riga.yaml
  wp3reports check inputs/m1_selection
"""


@click.command(epilog=_EXAMPLES)
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@issued_option
@click.pass_context
def check(context: click.Context, paths: tuple[Path, ...], issued: date) -> None:
    """Check all hand-ins; show the findings in PATHS, or all of them.

    The whole project is checked each time, because milestones depend on each other. Exit 1 when there are errors.
    """
    folder = root()
    snapshot, _, findings = compiled(folder, issued)
    shown = [finding for finding in findings if _concerns(finding, paths, folder)]
    if shown:
        show(out(), REPORTERS["text"](shown, snapshot))
    narration().print(counts(shown) + _next_step(shown))
    if any(finding.severity is Severity.ERROR for finding in shown):
        context.exit(1)


def _concerns(finding: Diagnostic, paths: tuple[Path, ...], folder: Path) -> bool:
    """Whether a finding, or its other end, lies in one of the paths."""
    if not paths:
        return True
    places = [(folder / span.path).resolve() for span in (finding.span, *(note.span for note in finding.notes))]
    return any(place.is_relative_to(path.resolve()) for place in places for path in paths)


def _next_step(findings: list[Diagnostic]) -> str:
    if any(finding.severity is Severity.ERROR for finding in findings):
        return "; mend the errors and run: wp3reports check"
    return "; next: wp3reports build"
