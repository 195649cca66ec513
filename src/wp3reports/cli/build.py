"""`wp3reports build`: bring reports up to date as PDFs.

What can be said at once is said here, before models are loaded, and what was made as a draft is released;
`building` does the rest.
"""

import os
import time
from datetime import date
from pathlib import Path

import click

from wp3reports.build import Built, Record, Times, Workers, recalled, remembered
from wp3reports.build.cluster import Address
from wp3reports.cli import offers
from wp3reports.cli.clustering import Asked, cluster_options
from wp3reports.cli.console import say
from wp3reports.cli.language import lang_option
from wp3reports.cli.project import format_option, issued_option, root
from wp3reports.cli.releasing import bind_again
from wp3reports.cli.storing import from_option, limit_option
from wp3reports.cli.wish import Wish
from wp3reports.snapshot import Snapshot
from wp3reports.store import Store
from wp3reports.workspace import read

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
    started, helpers = time.monotonic(), Asked(cluster, cluster_ca, cluster_cert, cluster_key)
    wish = Wish(root(), output, targets, issued, language, is_final)
    snapshot, refused = read(wish.folder)
    if not (dry_run or refused) and (last := remembered(wish.places, wish.request(snapshot))):
        _conclude(Built((), tuple(last.reports), (), 0, last.pages, ()), last.remarks, started)
        return
    store, times = Store(wish.places.store, behind, store_limit, untouched=dry_run), Times.read(wish.places.times)
    with Workers(jobs, wish.places.fonts, times=times) as workers:
        draft = _draft(wish, snapshot) if is_final and not dry_run else None
        if not (dry_run or cluster):
            workers.begin(lays_out=not draft)  # a release is its draft without marks
        if draft and not refused and (again := bind_again(wish, snapshot, draft, store, workers, helpers)):
            _conclude(again, draft.remarks, started)
            if not again.is_whole:
                context.exit(1)
            return
        from wp3reports.cli import building  # noqa: PLC0415 - loads models, while the engine is loaded elsewhere

        if dry_run:
            done = building.foretell(wish, store, style)
        else:
            done = building.carry_out(wish, store, workers, helpers, times)
    if done.built:
        _conclude(done.built, done.remarks, started)
    if done.has_failed:
        context.exit(1)


def _draft(wish: Wish, snapshot: Snapshot) -> Record | None:
    """The draft of this release, if it was the last build."""
    return recalled(wish.places, wish._replace(is_final=False).request(snapshot))


def _conclude(built: Built, remarks: int, started: float) -> None:
    """The last lines of a build."""
    say(_told(built, time.monotonic() - started))
    if remarks:
        say(f"{remarks} more finding{'s are no errors' if remarks != 1 else ' is no error'}; see: wp3reports check")


def _told(built: Built, seconds: float) -> str:
    names = f" ({', '.join(built.failed)})" if built.failed else ""
    return (
        f"{len(built.written)} written, {len(built.kept)} up to date, {len(built.failed)} failed{names}: "
        f"{built.pages} pages, {built.laid_out} parts laid out, {seconds:.1f} s"
    )
