"""`wp3reports store`: what is kept of earlier builds, whether it is whole, and making room."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import click

from wp3reports.build import Places, only_build_in
from wp3reports.build.keeping import Stock, clean, damaged, stock
from wp3reports.cli.console import narration, out, show
from wp3reports.cli.project import WAITING, root
from wp3reports.cli.storing import limit_option, size
from wp3reports.diagnostics import Span, error
from wp3reports.reporters import REPORTERS, Report
from wp3reports.snapshot import Snapshot
from wp3reports.standing import many
from wp3reports.workspace import build_folder

VERSION = 1  # of the JSON form; a key that is added does not change it
_EXAMPLES = """\b
Examples:
  wp3reports store info
  wp3reports store verify
  wp3reports store verify /srv/wp3/store        another one, such as that of CI
  wp3reports store clean                        what no report in build/ was made from
"""


@click.group(epilog=_EXAMPLES)
def store() -> None:
    """Look after build/store: the pages and texts that are kept so that nothing is laid out twice.

    Nothing in it is needed: what is lost is laid out again.
    """


@store.command()
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text", help="For people or programs.")
@limit_option
def info(style: str, store_limit: int) -> None:
    """Say how much is stored, how much may be, and when the oldest entry was last used."""
    folder, place = _folders()
    found = stock(folder, place)
    out().print(_WRITERS[style](place.relative_to(folder.parent), found, store_limit), highlight=False)


@store.command()
@click.argument("folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.pass_context
def verify(context: click.Context, folder: Path | None) -> None:
    """Read every entry and compare it with its checksum; exit 1 when any is damaged. Nothing is changed.

    FOLDER is the store of others, such as that of CI; without it the project's own is looked at.
    """
    build, own = _folders() if folder is None else (folder, folder)
    found = [
        error(
            "store-damaged",
            Span((path if folder else path.relative_to(build.parent)).as_posix()),
            "a stored part is damaged",
            help="no build uses it; `wp3reports store clean` removes it from a store of your own",
        )
        for path in damaged(own)
    ]
    if found:
        show(REPORTERS["text"](Report(found, Snapshot())))
    total = stock(build, own).entries
    narration().print(f"{len(found)} of {many(total, 'stored file')} damaged")
    if found:
        context.exit(1)


@store.command(name="clean")
@click.option("--all", "everything", is_flag=True, help="Remove all of it; the next build lays everything out again.")
def clean_store(*, everything: bool) -> None:
    """Remove what no report in build/ was made from, and what is damaged."""
    folder, place = _folders()
    with only_build_in(folder, lambda: narration().print(WAITING)):
        gone = clean(folder, place, everything=everything)
    narration().print(f"{many(gone.entries, 'stored file')} removed, {size(gone.size)}")


def _folders() -> tuple[Path, Path]:
    folder = build_folder(root())
    return folder, Places.below(folder).store


def _text(place: Path, found: Stock, limit: int) -> str:
    lines = [
        f"store    {place}",
        f"entries  {found.entries}, {size(found.size)} of {size(limit)}",
        f"needed   {found.needed} by reports in build/",
    ]
    if found.entries:
        lines.append(f"oldest   last used {_moment(found.oldest):%Y-%m-%d %H:%M} UTC")
    return "\n".join(lines)


def _json(place: Path, found: Stock, limit: int) -> str:
    document = {
        "version": VERSION,
        "folder": place.as_posix(),
        "entries": found.entries,
        "bytes": found.size,
        "limit": limit,
        "needed": found.needed,
        "oldest": _moment(found.oldest).isoformat() if found.entries else None,
    }
    return json.dumps(document, indent=2)


def _moment(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, tz=UTC)


_WRITERS: dict[str, Callable[[Path, Stock, int], str]] = {"text": _text, "json": _json}
