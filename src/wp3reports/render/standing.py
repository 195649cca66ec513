"""Where the hand-ins stand, as HTML: a page of its own, and the first page of a draft."""

from collections.abc import Mapping
from dataclasses import replace

from wp3reports.diagnostics import Diagnostic
from wp3reports.render.parts import Parts
from wp3reports.render.press import Press
from wp3reports.snapshot import Snapshot
from wp3reports.standing import Cell, Matrix, Said, State, chases, gathered, said
from wp3reports.volume import Numbering, Placement, Volume

TEMPLATE = "status.html.j2"
TITLE = "Where the hand-ins stand"


def page(matrix: Matrix, volumes: Mapping[str, str], snapshot: Snapshot) -> tuple[str, tuple[Diagnostic, ...]]:
    """The whole matrix as a document that refers to nothing, with the state of each volume; and faults of templates."""
    press = Press(snapshot)
    rows = [(row.name, [_shown(row.cell(period)) for period in matrix.periods]) for row in matrix.rows]
    html = press.run(TEMPLATE, "page", TITLE, matrix, rows, chases(matrix), gathered(volumes), list(State))
    return str(html), tuple(press.faults)


def on_draft(volume: Volume, parts: Parts, matrix: Matrix) -> Volume:
    """A milestone's report with its column of the matrix behind the cover, as a loose sheet: in drafts only."""
    (period,) = matrix.periods
    anchor = f"m{period.number}-standing"
    rows = [(name, *said_of) for name, cell in matrix.column(period).items() if (said_of := _shown(cell))]
    body = parts.press.run(TEMPLATE, "sheet", TITLE, anchor, matrix, rows, chases(matrix))
    part = parts.part(f"{volume.name}/standing", TITLE, body)
    cover, *others = volume.placements
    return replace(volume, placements=(cover, Placement(part, TITLE, Numbering.LOOSE, draft_only=True), *others))


def _shown(cell: Cell | None) -> tuple[Cell, Said] | None:
    return (cell, said(cell)) if cell else None
