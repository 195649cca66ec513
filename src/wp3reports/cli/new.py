"""`wp3reports new`: a hand-in to fill in."""

import os

import click

from wp3reports.authoring import SCHEMAS, hand_in_text, schema_path
from wp3reports.cli import offers
from wp3reports.cli.console import narration, out
from wp3reports.cli.editors import install, partner_of, unknown, usable
from wp3reports.cli.project import root
from wp3reports.milestones import MILESTONES
from wp3reports.model import COORDINATOR, Dossier, Milestone, hand_in_path
from wp3reports.store import write_atomically

_EXAMPLES = """\b
Examples:
  wp3reports new m2_swot --partner riga      inputs/m2_swot/riga.yaml
  wp3reports new m2_swot --coordinator       inputs/m2_swot/coordinator.yaml
"""


@click.command(epilog=_EXAMPLES)
@click.argument("milestone", shell_complete=offers.milestones)
@click.option("--partner", metavar="ID", shell_complete=offers.partners, help="The metropolis that hands in.")
@click.option("--coordinator", "is_coordinator", is_flag=True, help="The file of the WP co-ordinator.")
def new(milestone: str, partner: str | None, *, is_coordinator: bool) -> None:
    """Write the hand-in for MILESTONE with everything in it that is known, to be filled in.

    The ids of the city stand there already: a SWOT analysis for each cluster that was selected, an expert for each
    thematic group, the proposals of others that name the city. A comment before each key says what it asks for. What is
    empty has to be written, and `check` names it; what stands behind a # may be left out. The schemas of this author
    are renewed, so that an editor knows the same ids.

    A file that is there already is never touched.
    """
    folder = root()
    dossier = usable(folder)
    author, which = _author(dossier, partner, is_coordinator=is_coordinator), _milestone(dossier, milestone)
    if which.local is None and author != COORDINATOR:
        raise click.UsageError(f"for {which.name} only the co-ordinator hands in: --coordinator")
    path = hand_in_path(which.name, author)
    if os.path.lexists(folder / path):
        raise click.UsageError(f"{path} is there already; it was not touched")
    text = hand_in_text(dossier, which, author, f"{SCHEMAS}/{schema_path(which.name, author)}")
    write_atomically(folder / path, text.encode())
    install(folder, dossier, (author,))
    out().print(path)
    narration().print(f"fill in what is empty; what is still missing: wp3reports check {path}")


def _author(dossier: Dossier, partner: str | None, *, is_coordinator: bool) -> str:
    if is_coordinator == (partner is not None):
        raise click.UsageError("say whose hand-in: --partner ID or --coordinator")
    return COORDINATOR if partner is None else partner_of(dossier, partner)


def _milestone(dossier: Dossier, name: str) -> Milestone:
    """The milestone of that name; a usage error when the program or the plan has none."""
    found = next((each for each in MILESTONES if each.name == name), None)
    if found is None:
        raise unknown("milestone", name, [each.name for each in MILESTONES])
    if dossier.project.period(name) is None:
        raise click.UsageError(f"the plan in inputs/project.yaml has no milestone {name}")
    return found
