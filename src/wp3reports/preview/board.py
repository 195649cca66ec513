"""Where the hand-ins stand, as a browser is told: the way in to every document, and the tabs of each author."""

from collections.abc import Sequence
from typing import Any

from wp3reports.diagnostics import Diagnostic
from wp3reports.model import COORDINATOR, Dossier
from wp3reports.standing import Cell, Row, said, survey

Told = dict[str, Any]


def board(dossier: Dossier | None, findings: Sequence[Diagnostic]) -> Told:
    """The matrix of hand-ins; empty while the project files cannot be used."""
    if dossier is None:
        return {"milestones": [], "rows": []}
    matrix = survey(dossier, findings)
    return {
        "title": dossier.project.title,
        "issued": matrix.issued.isoformat(),
        "milestones": [
            {
                "name": period.milestone,
                "number": period.number,
                "title": period.title,
                "due": period.due.isoformat(),
                "report": "final" if period not in matrix.shared else f"milestone/{period.milestone}",
            }
            for period in matrix.periods
        ],
        "rows": [_row(row) for row in matrix.rows],
    }


def _row(row: Row) -> Told:
    return {"author": row.author, "name": row.name, "cells": [_cell(cell) for cell in row.cells]}


def _cell(cell: Cell) -> Told:
    """One hand-in: where it leads, its state in a sign and a word, and what is said of it."""
    milestone = cell.period.milestone
    merged = "final" if cell.is_joint else f"milestone/{milestone}"
    return {
        "milestone": milestone,
        "target": merged if cell.author == COORDINATOR else f"local/{milestone}/{cell.author}",
        "path": cell.path,
        "state": cell.state.value,
        "sign": cell.state.sign,
        "meaning": cell.state.meaning,
        "overdue": cell.is_overdue,
        "errors": cell.errors,
        "warnings": cell.warnings,
        **said(cell)._asdict(),
    }
