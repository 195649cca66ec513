"""`wp3reports preview`: write on the left, see your own pages on the right."""

import webbrowser
from contextlib import closing
from datetime import date

import click

from wp3reports.cli import offers
from wp3reports.cli.console import narration, out
from wp3reports.cli.editors import partner_of
from wp3reports.cli.project import issued_option, root
from wp3reports.preview import Address, NoPortError, Preview
from wp3reports.standing import survey

_EXAMPLES = """\b
Examples:
  wp3reports preview riga
  wp3reports preview riga --open
  wp3reports preview                            all hand-ins, for the co-ordinator
  wp3reports preview --host 192.168.1.20 --allow-host 192.168.1.20
"""


class NoServerError(click.ClickException):
    """This machine does not let us listen."""

    exit_code = 3


@click.command(epilog=_EXAMPLES)
@click.argument("partner", required=False, shell_complete=offers.partners)
@click.option("--open", "opens", is_flag=True, help="Open the browser.")
@click.option("--port", type=click.IntRange(1, 65535), help="Listen at this port, and at no other.")
@click.option("--host", help="Listen at this address instead of this machine's own; needs --allow-host.")
@click.option("--allow-host", "allowed", multiple=True, metavar="NAME", help="Answer to this name too.")
@issued_option
def preview(  # noqa: PLR0913 - one parameter for each option
    partner: str | None, port: int | None, host: str | None, allowed: tuple[str, ...], issued: date, *, opens: bool
) -> None:
    """Show the hand-ins of PARTNER, or all of them, in a browser, and again after each change.

    Only this machine can see it, and only a browser that opens the whole address. Ends with Ctrl-C.
    """
    if host and not allowed:
        raise click.UsageError(f"whoever reaches {host} could ask; say with --allow-host by which name they may")
    folder = root()
    try:
        served = Preview(folder, issued, Address(host, port, allowed))
    except NoPortError as taken:
        raise NoServerError(str(taken)) from None
    with closing(served):
        address = served.address(_target(served, partner))
        out().print(address, highlight=False)
        narration().print("open this address in a browser; each time you save, it shows what is new; Ctrl-C ends it")
        if opens:
            webbrowser.open(address)
        served.run()


def _target(served: Preview, partner: str | None) -> str:
    """The hand-in that the partner works on: the first that is still owed, else the last whose time has come."""
    dossier = served.look.compilation.dossier
    if partner is None or dossier is None:
        return ""
    row = next(row for row in survey(dossier, served.look.findings).rows if row.author == partner_of(dossier, partner))
    owed = next((cell for cell in row.cells if cell.is_owed), None)
    begun = [cell for cell in row.cells if cell.has_begun] or list(row.cells)
    return f"local/{(owed or begun[-1]).period.milestone}/{partner}" if begun else ""
