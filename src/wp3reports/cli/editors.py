"""What `init`, `new` and `schema` write into a project for editors, and what they read of it beforehand."""

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

import click

from wp3reports.authoring import SCHEMAS, SETTINGS_FILE, NotJsonError, Sheet, mapping, schemas, settings
from wp3reports.cli.console import narration
from wp3reports.cli.project import today
from wp3reports.load import load
from wp3reports.model import Dossier, did_you_mean
from wp3reports.store import write_atomically
from wp3reports.workspace import read


class NotUsableError(click.ClickException):
    """The project files have errors, so that it is not known who hands in what."""

    exit_code = 1


def opened(folder: Path) -> Dossier | None:
    """What is known of a project now; None when its own files cannot be used."""
    snapshot, _ = read(folder)
    return load(snapshot, today())[0]


def usable(folder: Path) -> Dossier:
    """What is known of a project; NotUsableError when its own files cannot be used."""
    dossier = opened(folder)
    if dossier is None:
        raise NotUsableError("the project files have errors; see: wp3reports check")
    return dossier


def partner_of(dossier: Dossier, partner: str) -> str:
    """The id of a partner; a usage error for one that the project does not have."""
    known = [each.id for each in dossier.partners]
    if partner not in known:
        raise unknown("partner", partner, known)
    return partner


def unknown(what: str, name: str, known: Sequence[str]) -> click.UsageError:
    """The usage error for a name that is none of those that are known."""
    question = did_you_mean(name, known)
    meant = f"; {question}" if question else ""
    return click.UsageError(f"no {what} is called {name!r}{meant}\nThe {what}s are {', '.join(known)}.")


def write_schemas(folder: Path, sheets: Iterable[Sheet]) -> int:
    """Put the schemas into a folder; the number of those that were not there or differ."""
    written = 0
    for sheet in sheets:
        path, data = folder / sheet.path, sheet.text.encode()
        if not path.is_file() or path.read_bytes() != data:
            write_atomically(path, data)
            written += 1
    return written


def install(folder: Path, dossier: Dossier, authors: Collection[str] = ()) -> int:
    """Put schemas into the project and their files into the editor's settings; the number of new schemas."""
    sheets = tuple(schemas(dossier, authors))
    written = write_schemas(folder / SCHEMAS, sheets)
    path = folder / SETTINGS_FILE
    before = path.read_text(encoding="utf-8") if path.is_file() else ""
    try:
        after = settings(before, sheets)
    except NotJsonError:
        said = narration()
        said.print(f"{SETTINGS_FILE} has comments or is damaged, so it stays as it is; add to its yaml.schemas:")
        for schema, describes in mapping(sheets).items():
            said.print(f'  "{schema}": "{describes}",')
        return written
    if after != before:
        write_atomically(path, after.encode())
    return written
