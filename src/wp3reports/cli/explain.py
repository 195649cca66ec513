"""`wp3reports explain`: what a finding means, why it is asked for, and how it is wrong and right."""

from pathlib import Path

import click
from click.shell_completion import CompletionItem

from wp3reports.cli.console import out, show
from wp3reports.model import did_you_mean
from wp3reports.rulebook import PAGES
from wp3reports.rulebook.writing import listing, markdown, text
from wp3reports.store import write_atomically

WIDEST = 100  # characters of a line that is easily read

_EXAMPLES = """\b
Examples:
  wp3reports explain
  wp3reports explain m2-cluster-not-selected
  wp3reports explain --all -o rules.md
"""


def _offered(_context: click.Context, _parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """The codes that begin with what was typed, each with what must hold."""
    return [CompletionItem(code, help=page.rule) for code, page in PAGES.items() if code.startswith(begun)]


@click.command(epilog=_EXAMPLES)
@click.argument("code", required=False, shell_complete=_offered)
@click.option("--all", "everything", is_flag=True, help="Write the whole rule book as Markdown.")
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="With --all: the file to write it to."
)
def explain(code: str | None, output: Path | None, *, everything: bool) -> None:
    """Say what the finding CODE means, why it is asked for, and what to do, with a wrong and a right sample.

    Without CODE, list all of them.
    """
    if everything and code:
        raise click.UsageError("either --all, or one code")
    if output and not everything:
        raise click.UsageError("-o belongs to --all")
    if output:
        write_atomically(output, markdown().encode())
    elif everything:
        out().print(markdown(), end="", highlight=False)
    else:
        console = out()
        width = console.width if console.is_terminal else None
        show(text(PAGES[_known(code)], min(width or WIDEST, WIDEST)) if code else listing(width))


def _known(code: str) -> str:
    """The code; a usage error when no finding is called so."""
    if code not in PAGES:
        advice = did_you_mean(code, sorted(PAGES)) or "see all of them with: wp3reports explain"
        raise click.UsageError(f"no finding is called {code!r}; {advice}")
    return code
