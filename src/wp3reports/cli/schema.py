"""`wp3reports schema`: JSON Schemas for editors, with the ids of the project."""

from pathlib import Path

import click

from wp3reports.authoring import SCHEMAS, schemas
from wp3reports.cli import offers
from wp3reports.cli.console import narration, out
from wp3reports.cli.editors import install, opened, partner_of, usable, write_schemas
from wp3reports.cli.project import root
from wp3reports.model import Dossier
from wp3reports.workspace import NoProjectError, find_root

_EXAMPLES = """\b
Examples:
  wp3reports schema                       all schemas into .wp3/schemas, and the settings of VS Code
  wp3reports schema --partner riga        those of one city
  wp3reports schema -o ../schemas         the schemas only, wherever you like
"""


@click.command(epilog=_EXAMPLES)
@click.option("--partner", metavar="ID", shell_complete=offers.partners, help="Write the schemas of this city only.")
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder for the schemas instead of .wp3/schemas; no settings are written then.",
)
def schema(partner: str | None, output: Path | None) -> None:
    """Write a JSON Schema for each kind of file, and for each city one that knows its ids.

    An editor with a YAML language server then completes keys, words and ids while you write: in a city's SWOT the
    clusters selected for it, in its proposals the statements of its SWOT. It underlines what `check` would find in the
    form of a file; whether hand-ins agree with each other only `check` can tell.

    Ids are those of the plan and of earlier milestones as they are now: run it again when these have changed. Nothing
    in .vscode/settings.json is changed but the entries of these schemas in yaml.schemas. Outside a project, with -o,
    the schemas are written without ids.
    """
    if output is None:
        folder = root()
        dossier = usable(folder)
        new = install(folder, dossier, _authors(dossier, partner))
        out().print(SCHEMAS)
    else:
        known = _around()
        new = write_schemas(output, schemas(known, _authors(known, partner)))
        out().print(str(output))
    narration().print(f"{new} schema{'s' if new != 1 else ''} written or renewed")


def _around() -> Dossier | None:
    """What is known of the project around this folder, if there is one that can be used."""
    try:
        return opened(find_root(Path.cwd()))
    except NoProjectError:
        return None


def _authors(dossier: Dossier | None, partner: str | None) -> tuple[str, ...]:
    """The authors whose schemas are wanted; empty means all."""
    if partner is None:
        return ()
    if dossier is None:
        raise click.UsageError("--partner needs a project whose own files are without errors")
    return (partner_of(dossier, partner),)
