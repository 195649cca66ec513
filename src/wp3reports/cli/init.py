"""`wp3reports init`: a project folder to start from."""

import os
import sys
from datetime import date, datetime
from pathlib import Path

import click

from wp3reports.authoring import City, Start, first_month, starter
from wp3reports.cli.console import narration, out
from wp3reports.cli.editors import install, usable
from wp3reports.cli.project import today
from wp3reports.diagnostics import Severity
from wp3reports.load import load
from wp3reports.model import COORDINATOR, PARTNERS_FILE, PROJECT_FILE, slug
from wp3reports.snapshot import Snapshot
from wp3reports.store import write_atomically

SAMPLES = ("Helsinki,FI,fi,60.17,24.94", "Riga,LV,lv,56.95,24.11", "Stockholm,SE,sv,59.33,18.07")
_EXAMPLES = """\b
Examples:
  wp3reports init clusters
  wp3reports init clusters --acronym BaltClust --partner Riga,LV,lv,56.95,24.11 --partner Malmö,SE,sv,55.61,13.00
  wp3reports init clusters --start 2027-03 --months 4
"""


class CityType(click.ParamType[City]):
    """A city such as Riga,LV,lv,56.95,24.11; all but the name may be left out from the end."""

    name = "city"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> City:
        """The city; a usage error when it has no name of which an id can be made, or too many parts."""
        if isinstance(value, City):
            return value
        parts = [part.strip() for part in str(value).split(",")]
        if len(parts) > len(City._fields) or not all(parts) or slug(parts[0]) in {"", COORDINATOR}:
            self.fail(f"{value!r} is no city; write it as {SAMPLES[1]}, or only its name", param, ctx)
        return City(*parts)


class MonthType(click.ParamType[date]):
    """A month such as 2027-03."""

    name = "month"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The first day of the month; a usage error when it is none."""
        try:
            return value if isinstance(value, date) else datetime.strptime(str(value), "%Y-%m").date()  # noqa: DTZ007
        except ValueError:
            self.fail(f"{value!r} is no month; write it as 2027-03", param, ctx)


@click.command(epilog=_EXAMPLES)
@click.argument("folder", default=".", type=click.Path(file_okay=False, path_type=Path))
@click.option("--acronym", help="The short name of the project.  [default: the folder's name]")
@click.option("--title", help="Its full name.  [default: the same]")
@click.option(
    "--partner",
    "cities",
    type=CityType(),
    multiple=True,
    metavar="CITY",
    help="A metropolis: its name, country, language and position.  [default: three samples]",
)
@click.option("--start", type=MonthType(), help="The first month.  [default: January]")
@click.option("--months", type=click.IntRange(1, 24), default=6, show_default=True, help="Months of each milestone.")
def init(  # noqa: PLR0913 - one parameter for each option
    folder: Path, *, acronym: str | None, title: str | None, cities: tuple[City, ...], start: date | None, months: int
) -> None:
    """Make a project in FOLDER that checks and builds at once.

    Written are the plan with its six milestones (inputs/project.yaml), the partners (inputs/partners.yaml), schemas and
    settings for editors, .gitignore and README.md. On a terminal you are asked for what you have not given as an
    option; elsewhere the defaults hold. The plan begins in January: of this year, or of the next one when the first
    hand-ins would be overdue already.

    A folder that has a project is refused, and no file that is there is ever overwritten.
    """
    for name in (PROJECT_FILE, PARTNERS_FILE):
        if os.path.lexists(folder / name):
            raise click.UsageError(f"there is a project already: {folder / name}")
    acronym = acronym or _asked("Short name of the project", folder.resolve().name or "Project")
    begun = Start(
        acronym,
        title or _asked("Its full name", acronym),
        cities or _asked_cities(),
        start or first_month(today(), months),
        months,
    )
    files = _checked(begun)
    kept = [name for name in files if os.path.lexists(folder / name)]
    for name in files.keys() - set(kept):
        write_atomically(folder / name, files[name])
    install(folder, usable(folder))
    out().print(str(folder))
    said = narration()
    for name in kept:
        said.print(f"{name} was there already and stays as it is")
    if any(city.country == City("").country for city in begun.cities):
        said.print(f"enter country, language and position of each city in {PARTNERS_FILE}")
    where = "" if folder.resolve() == Path.cwd() else f"cd {folder} && "
    said.print(f"next: {where}wp3reports new m1_selection --partner {slug(begun.cities[0].name)}")


def _asked(question: str, default: str) -> str:
    """The answer from a terminal; the default where nobody can be asked."""
    if not sys.stdin.isatty():
        return default
    answer: str = click.prompt(question, default=default, err=True)
    return answer


def _asked_cities() -> tuple[City, ...]:
    """The cities named on a terminal, or samples."""
    named = _asked("Metropolises, divided by semicolons", "; ".join(SAMPLES))
    return tuple(CityType().convert(each, None, None) for each in named.split(";"))


def _checked(begun: Start) -> dict[str, bytes]:
    """The files of the new project; a usage error when what was given cannot stand in them."""
    files = {name: text.encode() for name, text in starter(begun).items()}
    dossier, findings = load(Snapshot({name: files[name] for name in (PROJECT_FILE, PARTNERS_FILE)}), today())
    wrong = next((each for each in findings if each.severity is Severity.ERROR), None)
    if dossier is None or wrong:
        raise click.UsageError(f"no project can be made of that: {wrong.message if wrong else 'it cannot be read'}")
    return files
