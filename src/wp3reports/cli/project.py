"""What commands share and what loads nothing: the project's root, the day, and how reasons are told."""

from datetime import UTC, date, datetime
from pathlib import Path

import click

from wp3reports.workspace import NoProjectError, find_root

WAITING = "another build is at work here; waiting for it to end"
NO_PROJECT = "no project here: neither this folder nor one above it holds inputs/project.yaml"


class IssuedType(click.ParamType[date]):
    """A day such as 2007-12-14."""

    name = "day"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day; a usage error when it is none."""
        try:
            return value if isinstance(value, date) else date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is no day; write it as 2007-12-14", param, ctx)


def today() -> date:
    """The day on which a command runs: the one place that looks at the clock for a date."""
    return datetime.now(tz=UTC).date()


issued_option = click.option(
    "--issued",
    type=IssuedType(),
    default=today,
    show_default="today",
    help="The day that the documents bear; the same day gives the same bytes.",
)
format_option = click.option(
    "--format", "style", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How it is told."
)


def root() -> Path:
    """The project's root; a usage error when there is no project."""
    try:
        return find_root(Path.cwd())
    except NoProjectError:
        raise click.UsageError(NO_PROJECT) from None
