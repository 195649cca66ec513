"""`wp3reports status`: who owes what, and what is stale in build/."""

from collections.abc import Callable, Collection, Mapping
from datetime import date

import click

from wp3reports.build import Places, built_names, freshness
from wp3reports.cli.compiling import compiled
from wp3reports.cli.console import narration, out, show
from wp3reports.cli.matrix import show_matrix
from wp3reports.cli.project import issued_option, root
from wp3reports.model import did_you_mean
from wp3reports.pdf import MissingLibrariesError
from wp3reports.render import Editions, page
from wp3reports.reporters import REPORTERS, Report, counts
from wp3reports.reporters.status import as_json, as_markdown
from wp3reports.snapshot import Snapshot
from wp3reports.standing import Matrix, many, survey
from wp3reports.volume import Volume
from wp3reports.workspace import build_folder

_EXAMPLES = """\b
Examples:
  wp3reports status
  wp3reports status --milestone m2_swot
  wp3reports status --format html > status.html
  wp3reports status --format markdown --issued 2005-12-01
"""


@click.command(epilog=_EXAMPLES)
@click.option("--milestone", "milestones", multiple=True, metavar="NAME", help="Show only this milestone.")
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "json", "markdown", "html"]),
    default="text",
    show_default=True,
    help="How it is written: for a terminal, programs, a wiki or issue, or a browser.",
)
@issued_option
@click.pass_context
def status(context: click.Context, milestones: tuple[str, ...], style: str, issued: date) -> None:
    """Show where all hand-ins stand, what is owed by whom, and which reports are out of date.

    For each hand-in: its state, how it stands to the due date, its words beside what the plan asks for, and its
    findings. Exit 1 when a hand-in that is shown is overdue: not settled, or with errors, after its due date, and not
    waived.
    """
    folder, said = root(), narration()
    places = Places.below(build_folder(folder))
    snapshot, compilation, findings = compiled(folder, issued, editions=Editions(named=built_names(places)))
    if compilation.dossier is None:
        show(REPORTERS["text"](Report(findings, snapshot)))
        said.print(f"the project files have errors ({counts(findings)}); see: wp3reports check")
        context.exit(1)
    matrix = _chosen(survey(compilation.dossier, findings), milestones)
    volumes = [volume for volume in compilation.volumes if not milestones or set(milestones) & _milestones(volume)]
    try:
        states = freshness(volumes, places)
    except MissingLibrariesError as lacking:
        states = {}
        said.print(f"whether reports are out of date is not known here: {lacking}; see: wp3reports doctor")
    if style == "text":
        show_matrix(out(), matrix, states)
    else:
        out().print(_WRITERS[style](matrix, states, snapshot), highlight=False)
    if matrix.overdue:
        said.print(f"{many(matrix.overdue, 'hand-in')} overdue; see: wp3reports check")
        context.exit(1)
    said.print("nothing is overdue; next: wp3reports build")


def _chosen(matrix: Matrix, milestones: Collection[str]) -> Matrix:
    """The milestones that are asked for, all without any; a usage error for one that is not planned."""
    planned = [period.milestone for period in matrix.periods]
    for name in milestones:
        if name not in planned:
            question = did_you_mean(name, planned)
            raise click.UsageError(f"the plan has no milestone {name!r}{'; ' if question else ''}{question}")
    return matrix.only(milestones) if milestones else matrix


def _milestones(volume: Volume) -> set[str]:
    """The milestone that a volume is about, as its name has it: `local/m2_swot/riga`, `milestone/m2_swot`, `final`."""
    return {*volume.name.split("/"), volume.name.partition("-")[0]}


def _html(matrix: Matrix, states: Mapping[str, str], snapshot: Snapshot) -> str:
    html, faults = page(matrix, states, snapshot)
    if faults:
        raise click.ClickException(f"{faults[0].span}: {faults[0].message}")
    return html


_WRITERS: Mapping[str, Callable[[Matrix, Mapping[str, str], Snapshot], str]] = {
    "json": lambda matrix, states, _: as_json(matrix, states),
    "markdown": lambda matrix, states, _: as_markdown(matrix, states),
    "html": _html,
}
