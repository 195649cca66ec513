"""What to write to an author who owes something: one or two sentences made of the findings' own messages.

Whoever shows them treats them as text of partners.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from wp3reports.standing.cell import Cell, State
from wp3reports.standing.fragments import Fragment, fragments, told
from wp3reports.standing.matrix import Matrix, Row
from wp3reports.standing.wording import listed, number, when

SENTENCES = 2
FRAGMENTS = 2  # of one hand-in; the findings that are left are counted
_STATE = {
    State.MISSING: "has not been handed in",
    State.DRAFT: "is still a draft",
    State.RETURNED: "is returned for revision",
}


def chase(row: Row) -> str:
    """What this author is to be reminded of, by milestone: `Riga: milestone 2 …`; empty when nothing is owed."""
    clauses = list(_clauses([cell for cell in row.cells if _is_wanted(cell)], row.name))
    if not clauses:
        return ""
    said = [clause for _, clause in clauses[:SENTENCES]]
    if left := [cell for cells, _ in clauses[SENTENCES:] for cell in cells]:
        said[-1] += f"; {_names(left)} {'is' if len(left) == 1 else 'are'} open too"
    sentences = [said[0], *(f"{clause[0].upper()}{clause[1:]}" for clause in said[1:])]
    return f"{row.name}: {' '.join(f'{sentence}.' for sentence in sentences)}"


def chases(matrix: Matrix) -> tuple[str, ...]:
    """Of all authors who owe something."""
    return tuple(text for row in matrix.rows if (text := chase(row)))


def _is_wanted(cell: Cell) -> bool:
    """What is accepted is not chased for a warning: the co-ordinator has seen it."""
    return cell.is_owed or (cell.state is State.SUBMITTED and bool(told(cell)))


def _clauses(cells: Sequence[Cell], name: str) -> Iterator[tuple[list[Cell], str]]:
    """Each clause with the cells that it is about; all that is simply missing, one after the other, shares one."""
    for is_missing, run in groupby(cells, key=lambda cell: cell.state is State.MISSING):
        together = list(run)
        if is_missing and len(together) > 1:
            yield together, f"{_names(together)} have not been handed in; the first is {when(together[0].days)}"
        else:
            yield from (([cell], _clause(cell, name)) for cell in together)


def _names(cells: Sequence[Cell]) -> str:
    """`milestones 2, 3 and 4`; the final report by its title."""
    numbers = [cell.period.number for cell in cells if not cell.is_joint]
    titles = [cell.name for cell in cells if cell.is_joint]
    if len(numbers) == 1:
        return listed([f"milestone {numbers[0]}", *titles])
    return listed([*([f"milestones {listed(numbers)}"] if numbers else []), *titles])


def _clause(cell: Cell, name: str) -> str:
    """What is the matter with one hand-in, and until when: as a sentence where it makes one, else as a list."""
    found = list(fragments(cell, name))
    if cell.state is State.INVALID:
        first = found.pop(0).text if found else "the file cannot be read"
        parts = [Fragment(f"cannot be used: {first}", is_verbal=True)]
    else:
        parts = [Fragment(_STATE[cell.state], is_verbal=True)] if cell.state in _STATE else []
    parts += found[:FRAGMENTS]
    if left := sum(each.findings for each in found[FRAGMENTS:]):
        parts.append(Fragment(f"has {number(left)} more finding{'' if left == 1 else 's'}", is_verbal=True))
    texts = [part.text for part in parts]
    has_clauses = any("," in text for text in texts[:-1]) or any(";" in text for text in texts)
    if all(part.is_verbal for part in parts) and not has_clauses:
        return f"{cell.name} {listed(texts)}; {when(cell.days)}"
    return f"{cell.name}, {when(cell.days)}: {'; '.join(texts)}"
