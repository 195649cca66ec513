"""`wp3reports why`: the reasons for which a report would be made anew."""

from collections.abc import Sequence
from datetime import date

import click

from wp3reports.build import Places
from wp3reports.cli import offers
from wp3reports.cli.compiling import chosen, compiled
from wp3reports.cli.console import out
from wp3reports.cli.project import format_option, issued_option, root
from wp3reports.pdf import MissingLibrariesError
from wp3reports.pipeline import Compilation
from wp3reports.reasons import Outlook, as_json, as_text, plan
from wp3reports.render import Editions
from wp3reports.store import Store
from wp3reports.volume import Volume
from wp3reports.workspace import build_folder

_EXAMPLES = """\b
Examples:
  wp3reports why milestone/m2_swot
  wp3reports why 'local/*/riga'
  wp3reports why local/m2_swot/riga.lv
  wp3reports why final --final --format json
"""


class NotReadyError(click.ClickException):
    """This machine cannot make PDFs."""

    exit_code = 3


@click.command(epilog=_EXAMPLES)
@click.argument("targets", nargs=-1, required=True, shell_complete=offers.targets)
@click.option("--final", "is_final", is_flag=True, help="Ask for the release, without the draft mark.")
@format_option
@issued_option
def why(*, targets: tuple[str, ...], is_final: bool, style: str, issued: date) -> None:
    """Say of each of TARGETS whether it is up to date, and if not, why: by partner, file and field.

    Told are also changed templates, fonts and libraries, another day of issue, and what is missing. Nothing is laid out
    or written. That a file is the reason was tried: without its change the part would be as it was.
    """
    folder = root()
    snapshot, compilation, _ = compiled(folder, issued, editions=Editions(named=targets), asked=targets)
    places = Places.below(build_folder(folder))
    volumes = chosen(compilation.volumes, targets, compilation.targets, snapshot)
    tell(outlooks_of(compilation, volumes, places, Store(places.store, untouched=True), is_final=is_final), style)


def outlooks_of(
    compilation: Compilation, volumes: Sequence[Volume], places: Places, store: Store, *, is_final: bool
) -> tuple[Outlook, ...]:
    """What a build would do, or one line about what this machine lacks to say so."""
    try:
        return plan(compilation, volumes, places, store, is_final=is_final)
    except MissingLibrariesError as lacking:
        raise NotReadyError(f"{lacking}; see: wp3reports doctor") from None


def tell(outlooks: Sequence[Outlook], style: str, most: int | None = None) -> None:
    """Outlooks in a format; of reasons in text at most so many each."""
    if written := as_json(outlooks) if style == "json" else as_text(outlooks, most):
        out().print(written, highlight=False)
