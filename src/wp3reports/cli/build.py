"""`wp3reports build`: bring reports up to date as PDFs."""

import os
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click
from rich.console import Console

from wp3reports.build import (
    Ahead,
    Builder,
    Built,
    Places,
    Times,
    Workers,
    only_build_in,
    remember,
    remembered,
    request,
)
from wp3reports.build.cluster import Address
from wp3reports.cli import offers
from wp3reports.cli.clustering import Asked, cluster_options, exporting
from wp3reports.cli.console import narration, show
from wp3reports.cli.language import lang_option, require
from wp3reports.cli.progress import progress
from wp3reports.cli.project import chosen, compiled, issued_option, root
from wp3reports.cli.storing import from_option, limit_option
from wp3reports.cli.templates import keep_templates, take_templates
from wp3reports.cli.why import NotReadyError, format_option, outlooks_of, tell
from wp3reports.diagnostics import Severity
from wp3reports.pdf import MissingLibrariesError
from wp3reports.pipeline import Compilation, Seen, unseen
from wp3reports.reasons import State, summary
from wp3reports.render import Editions, sample
from wp3reports.reporters import REPORTERS, Report, counts
from wp3reports.store import Store
from wp3reports.volume import Volume
from wp3reports.workspace import build_folder, changed, read

REASONS = 3  # that are shown of each report and part; `why` shows all
WAITING = "another build is at work here; waiting for it to end"

_EXAMPLES = """\b
Examples:
  wp3reports build                              everything, as drafts
  wp3reports build local/m2_swot/riga           one local report
  wp3reports build 'local/*/riga' milestone/m2_swot
  wp3reports build -n                           what would be done, and why
  wp3reports build local/m2_swot/riga --lang lv the same with labels and dates in Latvian
  wp3reports build --final --issued 2007-12-14  everything, unmarked; refused while an error stands
"""


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@click.command(epilog=_EXAMPLES)
@click.argument("targets", nargs=-1, shell_complete=offers.targets)
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder for the PDFs instead of build/pdf.",
)
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(min=1),
    default=_cores,
    show_default="cores",
    help="Worker processes that lay out pages.",
)
@lang_option
@click.option("--final", "is_final", is_flag=True, help="Without the draft mark; refused while any error stands.")
@click.option("-n", "--dry-run", is_flag=True, help="Say what would be laid out and bound, and why; do nothing.")
@format_option
@cluster_options
@limit_option
@from_option
@issued_option
@click.pass_context
def build(  # noqa: PLR0913 - one parameter for each option
    context: click.Context,
    *,
    targets: tuple[str, ...],
    output: Path | None,
    jobs: int,
    store_limit: int,
    behind: tuple[Path, ...],
    issued: date,
    language: str,
    is_final: bool,
    dry_run: bool,
    style: str,
    cluster: Address | None,
    cluster_ca: Path | None,
    cluster_cert: Path | None,
    cluster_key: Path | None,
) -> None:
    """Bring TARGETS up to date, all reports without any.

    Targets are local/<milestone>/<partner>, milestone/<milestone>, final and final-annex; * and ? stand for any text.
    A local report in another language has that behind its name: local/m2_swot/riga.lv.
    Reports are drafts with a mark on each page, and print a box where a hand-in is missing.
    """
    started, asked = time.monotonic(), Asked(cluster, cluster_ca, cluster_cert, cluster_key)
    folder, said = root(), narration()
    places = Places.below(build_folder(folder), output)
    options = {"targets": targets, "language": language, "final": is_final}
    now, refused = read(folder)
    if not (dry_run or refused) and (last := remembered(places, request(now, issued, options))):
        built = Built((), tuple(last.reports), (), laid_out=0, pages=last.pages, diagnostics=())
        _conclude(said, built, last.remarks, started)
        return
    take_templates(folder)
    store = Store(places.store, behind, store_limit, untouched=dry_run)
    times = Times.read(places.times)
    with Workers(jobs, places.fonts, times=times) as workers:
        seen: Seen = unseen
        if not (dry_run or asked.address):
            is_laid_out = is_final and remembered(places, request(now, issued, options | {"final": False}))
            workers.begin(None if is_laid_out else sample(now))  # a release is its draft without marks
            seen = Ahead(store, workers.start, times)
        editions = Editions(language, targets)
        snapshot, compilation, findings = compiled(folder, issued, editions=editions, asked=targets, seen=seen)
        require(language, snapshot)
        errors = [finding for finding in findings if finding.severity is Severity.ERROR]
        if errors and (is_final or compilation.dossier is None):
            show(REPORTERS["text"](Report(errors, snapshot, compilation.partners)))
            why = "a release is made only without errors" if compilation.dossier else "the project files have errors"
            said.print(f"refused: {why} ({counts(errors)}); see: wp3reports check")
            context.exit(1)
        volumes = chosen(compilation.volumes, targets, compilation.targets, snapshot)
        if dry_run:
            _foretell(compilation, volumes, places, store, style, is_final=is_final)
            return
        workers.limits = compilation.limits
        try:
            with (
                only_build_in(build_folder(folder), lambda: said.print(WAITING)),
                exporting(workers, asked) as export,
                progress(said) as report,
            ):
                built = Builder(compilation, places, is_final, export, report, workers.bind, store).run(volumes)
                keep_templates(folder)
                times.write(places.times)
                shown = [*errors, *built.diagnostics, *changed(folder, snapshot)]
                if not shown and built.is_whole:
                    remember(places, request(snapshot, issued, options), built, len(findings))
        except MissingLibrariesError as lacking:
            raise NotReadyError(f"{lacking}; see: wp3reports doctor") from None
    if shown:
        show(REPORTERS["text"](Report(shown, snapshot, compilation.partners)))
    _conclude(said, built, len(findings) - len(errors), started)
    if errors or not built.is_whole:
        context.exit(1)


def _conclude(said: Console, built: Built, remarks: int, started: float) -> None:
    """The last lines of a build."""
    said.print(_told(built, time.monotonic() - started))
    if remarks:
        said.print(
            f"{remarks} more finding{'s are no errors' if remarks != 1 else ' is no error'}; see: wp3reports check"
        )


def _foretell(  # noqa: PLR0913 - as many things decide what a build would do
    compilation: Compilation, volumes: Sequence[Volume], places: Places, store: Store, style: str, *, is_final: bool
) -> None:
    """What a build would do; what is up to date stays out of the text."""
    outlooks = outlooks_of(compilation, volumes, places, store, is_final=is_final)
    shown = outlooks if style == "json" else [each for each in outlooks if each.state is not State.UP_TO_DATE]
    tell(shown, style, most=REASONS)
    narration().print(f"{summary(outlooks)}; nothing was done")


def _told(built: Built, seconds: float) -> str:
    names = f" ({', '.join(built.failed)})" if built.failed else ""
    return (
        f"{len(built.written)} written, {len(built.kept)} up to date, {len(built.failed)} failed{names}: "
        f"{built.pages} pages, {built.laid_out} parts laid out, {seconds:.1f} s"
    )
