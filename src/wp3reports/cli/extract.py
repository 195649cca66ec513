"""`wp3reports extract`: the files inside a report."""

import json
import os
from hashlib import sha256
from pathlib import Path

import click

from wp3reports import pdf
from wp3reports.cli.console import narration, out
from wp3reports.cli.names import inside, printable
from wp3reports.store import write_atomically

FORMAT = 1  # of the list as JSON; a key that is added does not change it
SHOWN = 3  # names of files that are in the way
_EXAMPLES = """\b
Examples:
  wp3reports extract final.pdf --list
  wp3reports extract final.pdf -o there      there/inputs/project.yaml, there/final.json, …
"""


class SpoiltError(click.ClickException):
    """What was found in the file is not what was put into it."""


@click.command(epilog=_EXAMPLES)
@click.argument("report", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("-o", "--output", type=click.Path(file_okay=False, path_type=Path), help="Folder to unpack into.")
@click.option("--list", "is_list", is_flag=True, help="Only list the files.")
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text", help="How the list is written.")
@click.option("--force", is_flag=True, help="Overwrite files that are there.")
def extract(report: Path, output: Path | None, style: str, *, is_list: bool, force: bool) -> None:
    """List the files inside REPORT, or unpack them into a folder.

    A report holds the hand-ins and project files that it was made from, a manifest of them, and, when it is merged,
    the merged data as JSON. Inputs are unpacked to the paths that they had, so that the folder is a project again, all
    but its pictures. No file that is there is overwritten without --force, and none is written outside the folder.

    Exit 1 when REPORT holds no files of ours, or a file is not what the manifest says.
    """
    if is_list == (output is not None):
        raise click.UsageError("say what to do: --list, or -o FOLDER to unpack into it")
    if style == "json" and not is_list:
        raise click.UsageError("--format is for --list")
    try:
        package = pdf.unpack(report.read_bytes())
    except pdf.NotOursError as why:
        raise click.ClickException(f"{click.format_filename(report)}: {why}") from None
    if output is None:
        _list(package, style)
    else:
        _unpack(package, output, force=force)
    if spoilt := [printable(each.name) for each in package.files if not each.is_intact]:
        raise SpoiltError(f"not what the manifest says: {', '.join(spoilt)}")


def _list(package: pdf.Package, style: str) -> None:
    if style == "json":
        files = [
            {
                **{key: value for key, value in each._asdict().items() if key not in {"data", "is_intact"}},
                "bytes": len(each.data),
                "sha256": sha256(each.data).hexdigest(),
                "intact": each.is_intact,
            }
            for each in package.files
        ]
        content = {"version": FORMAT, "document": package.document, "files": files}
        out().print(json.dumps(content, indent=1, ensure_ascii=False), highlight=False)
        return
    wide = max(len(printable(each.path)) for each in package.files)
    for each in package.files:
        told = f"{len(each.data):>9,} bytes  {printable(each.relation):<6}  {printable(each.description)}"
        out().print(f"{printable(each.path):<{wide}}  {told}".rstrip(), highlight=False)


def _unpack(package: pdf.Package, folder: Path, *, force: bool) -> None:
    """Write all files, or none where one may not be written."""
    targets = dict(zip(inside(folder, [each.path for each in package.files]), package.files, strict=True))
    if there := [path for path in targets if os.path.lexists(path) and not force]:
        names = ", ".join(click.format_filename(path) for path in there[:SHOWN])
        more = f" and {len(there) - SHOWN} more" if len(there) > SHOWN else ""
        raise click.ClickException(f"there already: {names}{more}; nothing was written, --force overwrites")
    for path, each in targets.items():
        write_atomically(path, each.data)
        out().print(click.format_filename(path), highlight=False)
    narration().print(f"{len(targets)} files of {printable(package.document.get('title', ''))}", highlight=False)
