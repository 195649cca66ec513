"""The matrix of hand-ins as a terminal shows it: signs and words, so that nothing is said by colour alone."""

from collections.abc import Iterable, Iterator, Mapping
from textwrap import fill

from rich import box
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from wp3reports.model import Period
from wp3reports.reporters.text import printable
from wp3reports.standing import IN_TIME, Cell, Matrix, State, chases, gathered, guided, said

ROOMY = 18  # characters of a column in which the words of a hand-in and what is asked for fit on one line
WIDEST = 30  # of a column
_STYLES = {
    State.ACCEPTED: "green",
    State.SUBMITTED: "cyan",
    State.RETURNED: "yellow",
    State.DRAFT: "yellow",
    State.INVALID: "bold red",
    State.MISSING: "yellow",
    State.WAIVED: "dim",
}
_OVERDUE = "bold red"
_LATER = "dim"  # its milestone has not begun


def show_matrix(console: Console, matrix: Matrix, volumes: Mapping[str, str]) -> None:
    """The table, what its signs mean, what is owed, and what there is in build/."""
    for block in _blocks(matrix, volumes, console.width):
        console.print(block, soft_wrap=False)
        console.print()


def _blocks(matrix: Matrix, volumes: Mapping[str, str], width: int) -> Iterator[RenderableType]:
    cells = [(row, cell) for row in matrix.rows for cell in row.cells]
    if matrix.shared:
        yield _table(matrix, width)
    if joint := [_line(row.name, cell) for row, cell in cells if cell.is_joint]:
        yield Text("\n").join(joint)
    states = {cell.state for _, cell in cells}
    yield _paragraphs("", (f"{each.sign} {each}: {each.meaning}" for each in State if each in states), width)
    if owed := chases(matrix):
        yield _paragraphs("What is owed", owed, width)
    if volumes:
        told = (f"{state}: {', '.join(names)}" for state, names in gathered(volumes).items())
        yield _paragraphs(f"Reports in build/pdf, for {matrix.issued} as the day of issue", told, width)


def _table(matrix: Matrix, width: int) -> Table:
    names = [printable(row.name) for row in matrix.rows]
    longest = min(max(map(len, names)), width // 4)
    room = min((width - longest) // len(matrix.shared) - 1, WIDEST)
    table = Table(box=box.SIMPLE_HEAD, padding=0, show_edge=False, header_style="bold")
    table.add_column("Author", width=longest)
    for period in matrix.shared:
        table.add_column(Text(_head(period, room)), width=room)
    for name, row in zip(names, matrix.rows, strict=True):
        if row is matrix.rows[-1]:
            table.add_section()  # the co-ordinator, apart from the metropolises
        table.add_row(Text(name), *(_told(cell, room) for cell in row.cells if not cell.is_joint))
    return table


def _head(period: Period, room: int) -> str:
    """Number, title and due date of a milestone; in a narrow column its number, the date and the words asked for."""
    if room >= ROOMY:
        return printable(f"{period.number} {period.title}") + f"\ndue {period.due}"
    return "\n".join(filter(None, (printable(f"Milestone {period.number}"), str(period.due), guided(period.words))))


def _told(cell: Cell, room: int) -> Text:
    """State, date, length and findings of a hand-in, a line each."""
    timing, extent, measure, counted = said(cell)
    if room >= ROOMY:
        lines = [extent.removesuffix(" words") if cell.guidance else extent, measure, counted]
    else:
        length = "" if cell.words is None else f"{cell.words:,}{f', {measure}' if measure else ' words'}"
        lines = [length, *counted.split(", ")]
    lines.insert(0, "" if timing == IN_TIME else timing)
    return Text("\n").join([_state(cell), *(Text(line) for line in lines if line)])


def _line(name: str, cell: Cell) -> Text:
    """A hand-in that is the co-ordinator's alone."""
    about = filter(None, (f"due {cell.period.due}", *said(cell)))
    return Text(f"{printable(cell.period.title)}, {name}: ").append(_state(cell)).append(f", {', '.join(about)}")


def _state(cell: Cell) -> Text:
    style = _OVERDUE if cell.is_overdue else _STYLES[cell.state] if cell.is_owed or cell.dated else _LATER
    return Text(f"{cell.state.sign} {cell.state}", style=style)


def _paragraphs(heading: str, texts: Iterable[str], width: int) -> Text:
    """Texts of partners below each other, each hanging under a heading of ours."""
    told = "\n".join(
        fill(printable(text), width, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False)
        for text in texts
    )
    return Text(f"{heading}\n" if heading else "", style="bold").append(Text(told, style="not bold"))
