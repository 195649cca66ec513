"""The matrix of hand-ins for other programs and for wikis. `docs/status.schema.json` describes the JSON."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from wp3reports.diagnostics import Diagnostic
from wp3reports.model import Period
from wp3reports.reporters.markdown import quoted
from wp3reports.standing import Cell, Matrix, Row, chase, chases, gathered, many, said

VERSION = 1  # of the form; a key that is added does not change it


def as_json(matrix: Matrix, volumes: Mapping[str, str]) -> str:
    """One document: the milestones, a row for each author, and the state of each volume in build/."""
    document = {
        "version": VERSION,
        "issued": matrix.issued.isoformat(),
        "overdue": matrix.overdue,
        "milestones": [_milestone(period) for period in matrix.periods],
        "authors": [_author(row) for row in matrix.rows],
        "volumes": [{"name": name, "state": str(state)} for name, state in volumes.items()],
    }
    return json.dumps(document, ensure_ascii=False, indent=2)


def _milestone(period: Period) -> dict[str, Any]:
    return {
        "milestone": period.milestone,
        "number": period.number,
        "title": period.title,
        "due": period.due.isoformat(),
        "words": period.words.model_dump() if period.words else None,
    }


def _author(row: Row) -> dict[str, Any]:
    return {"author": row.author, "name": row.name, "chase": chase(row), "hand_ins": [_hand_in(c) for c in row.cells]}


def _hand_in(cell: Cell) -> dict[str, Any]:
    return {
        "milestone": cell.period.milestone,
        "path": cell.path,
        "state": cell.state.value,
        "owed": cell.is_owed,
        "overdue": cell.is_overdue,
        "days": cell.days,
        "dated": cell.dated.isoformat() if cell.dated else None,
        "late": cell.late,
        "words": cell.words,
        "counts": {"error": cell.errors, "warning": cell.warnings, "info": cell.infos},
        "findings": [_finding(finding) for finding in cell.findings],
    }


def _finding(finding: Diagnostic) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity.word,
        "message": finding.message,
        "line": finding.span.line,
        "column": finding.span.column,
    }


def as_markdown(matrix: Matrix, volumes: Mapping[str, str]) -> str:
    """A table, what is owed, and what is stale: for a wiki or an issue."""
    owed = [f"- {quoted(text)}" for text in chases(matrix)] or ["Nothing is owed."]
    blocks = [
        f"### Where the hand-ins stand on {matrix.issued}: {many(matrix.overdue, 'hand-in')} overdue",
        "\n".join(_table(matrix)),
        "\n".join(owed),
        *(f"Reports {state}: {', '.join(f'`{name}`' for name in names)}" for state, names in gathered(volumes).items()),
    ]
    return "\n\n".join(blocks) + "\n"


def _table(matrix: Matrix) -> Iterator[str]:
    heads = [f"{quoted(period.number)} {quoted(period.title)}<br>due {period.due}" for period in matrix.periods]
    yield _line(["Author", *heads])
    yield _line(["---"] * (len(heads) + 1))
    for row in matrix.rows:
        yield _line([quoted(row.name), *(_told(row.cell(period)) for period in matrix.periods)])


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _told(cell: Cell | None) -> str:
    if cell is None:
        return ""
    timing, extent, measure, counted = said(cell)
    length = f"{extent} ({measure})" if measure else extent
    return "<br>".join(filter(None, (f"{cell.state.sign} **{cell.state.value}**", length, timing, counted)))
