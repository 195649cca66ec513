"""`--lang`: in which language local reports are made."""

import click

from wp3reports.cli import offers
from wp3reports.snapshot import Snapshot

lang_option = click.option(
    "--lang",
    "language",
    metavar="LANGUAGE",
    default="en",
    show_default=True,
    shell_complete=offers.languages,
    help="Labels and dates of local reports: a code such as lv, or own, each in the language of its metropolis.",
)


def require(language: str, snapshot: Snapshot) -> None:
    """A usage error for a language that has no catalogue of labels."""
    from wp3reports.model import did_you_mean  # noqa: PLC0415 - `build` may have nothing to do and no need of models
    from wp3reports.render import OWN, languages  # noqa: PLC0415

    known = (*languages(snapshot), OWN)
    if language not in known:
        question = did_you_mean(language, known)
        asked = f"; {question}" if question else ""
        raise click.UsageError(f"there are no labels in {language!r}{asked}\nThere are {', '.join(known)}.")
