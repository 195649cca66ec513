"""`wp3reports build`: bring reports up to date as PDFs."""

import os
import time
from contextlib import nullcontext
from datetime import date
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from wp3reports.build import Builder, Built, Places
from wp3reports.build import Progress as Report
from wp3reports.cli.console import narration, out, show
from wp3reports.cli.project import chosen, compiled, issued_option, root
from wp3reports.diagnostics import Severity
from wp3reports.reporters import REPORTERS, counts
from wp3reports.workspace import build_folder

_EXAMPLES = """\b
Examples:
  wp3reports build                              everything, as drafts
  wp3reports build local/m2_swot/riga           one local report
  wp3reports build 'local/*/riga' milestone/m2_swot
  wp3reports build --final --issued 2007-12-14  everything, unmarked; refused while an error stands
"""


@click.command(epilog=_EXAMPLES)
@click.argument("targets", nargs=-1)
@click.option("-o", "--output", type=click.Path(file_okay=False, path_type=Path), help="Folder for the PDFs instead of build/pdf.")
@click.option("-j", "--jobs", type=click.IntRange(min=1), default=os.cpu_count() or 1, show_default="cores", help="Worker processes that lay out pages.")
@click.option("--final", "is_final", is_flag=True, help="Without the draft mark; refused while any error stands.")
@issued_option
@click.pass_context
def build(  # noqa: PLR0913 - one parameter for each option
    context: click.Context, targets: tuple[str, ...], output: Path | None, jobs: int, issued: date, *, is_final: bool
) -> None:
    """Bring TARGETS up to date, all reports without any.

    Targets are local/<milestone>/<partner>, milestone/<milestone>, final and final-annex; * and ? stand for any text.
    Reports are drafts with a mark on each page, and print a box where a hand-in is missing.
    """
    started = time.monotonic()
    folder = root()
    snapshot, compilation, findings = compiled(folder, issued)
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    said = narration()
    if is_final and errors:
        show(out(), REPORTERS["text"](errors, snapshot))
        said.print(f"refused: a release is made only without errors ({counts(errors)}); see: wp3reports check")
        context.exit(1)
    volumes = chosen(compilation.volumes, targets) if compilation.volumes else ()
    with _progress(said) as progress:
        built = Builder(compilation, _places(build_folder(folder), output), is_final, jobs, progress).run(volumes)
    if shown := [*errors, *built.diagnostics]:
        show(out(), REPORTERS["text"](shown, snapshot))
    said.print(_told(built, time.monotonic() - started))
    if warnings := len(findings) - len(errors):
        said.print(f"{warnings} more findings are no errors; see: wp3reports check")
    if errors or built.failed or any(each.severity is Severity.ERROR for each in built.diagnostics):
        context.exit(1)


def _places(folder: Path, output: Path | None) -> Places:
    """With a folder of the user's own the manifest lies beside the PDFs, else in build/."""
    return Places(
        pdf=output or folder / "pdf",
        html=folder / "html",
        store=folder / "store",
        manifest=(output or folder) / "manifest.json",
    )


def _told(built: Built, seconds: float) -> str:
    names = f" ({', '.join(built.failed)})" if built.failed else ""
    return (
        f"{len(built.written)} written, {len(built.kept)} up to date, {len(built.failed)} failed{names}: "
        f"{built.pages} pages, {built.laid_out} parts laid out, {seconds:.1f} s"
    )


class _progress:  # noqa: N801 - used like a function
    """A bar on a terminal, one plain line for each part elsewhere."""

    def __init__(self, console: Console) -> None:
        self._console = console
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        self._bar = Progress(*columns, console=console, transient=True) if console.is_terminal else None
        self._task = self._bar.add_task("laying out", total=None) if self._bar else None

    def __enter__(self) -> Report:
        (self._bar or nullcontext()).__enter__()
        return self._report

    def __exit__(self, *details: object) -> None:
        if self._bar:
            self._bar.stop()

    def _report(self, done: int, total: int, name: str) -> None:
        if self._bar and self._task is not None:
            self._bar.update(self._task, completed=done, total=total, description=f"laying out {name}")
        else:
            self._console.print(f"laid out {done}/{total} {name}")
