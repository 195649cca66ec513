"""Numbers, days and counts as they are said of a hand-in."""

from typing import NamedTuple

from wp3reports.model import Guidance
from wp3reports.standing.cell import Cell, State

IN_TIME = "in time"
_NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]


def number(count: int) -> str:
    """Up to twelve in words."""
    return _NUMBERS[count] if count < len(_NUMBERS) else f"{count:,}"


def many(count: int, thing: str) -> str:
    """`1 error`, `2,719 words`."""
    return f"{count:,} {thing}{'' if count == 1 else 's'}"


def listed(things: list[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return " and ".join(filter(None, (", ".join(things[:-1]), *things[-1:])))


def when(days: int) -> str:
    """How far a due date is: `due in six days`, `eleven days late`."""
    match days:
        case 0:
            return "due today"
        case 1:
            return "due tomorrow"
        case _ if days > 0:
            return f"due in {number(days)} days"
        case _:
            return f"{number(-days)} day{'' if days == -1 else 's'} late"


def timing(cell: Cell) -> str:
    """How a hand-in stands to its due date: by its own date once nothing is owed, else by the days that are left."""
    if cell.state is State.WAIVED:
        return ""
    if cell.dated is not None and not cell.is_owed:
        return f"{many(cell.late, 'day')} late" if cell.late else IN_TIME
    return f"{many(-cell.days, 'day')} late" if cell.days < 0 else f"in {many(cell.days, 'day')}"


def guided(guidance: Guidance | None) -> str:
    """How many words the plan asks for: `600–1,500`; empty where it says nothing."""
    return f"{guidance.least:,}–{guidance.most:,}" if guidance else ""


def extent(cell: Cell) -> str:
    """`1,210 of 600–1,500 words`; empty where nothing can be counted."""
    if cell.words is None:
        return ""
    return f"{cell.words:,} of {guided(cell.guidance)} words" if cell.guidance else many(cell.words, "word")


def measure(cell: Cell) -> str:
    """Whether it is longer or shorter than the plan asks for: `long`, `short`; empty where it is neither."""
    if cell.words is None or cell.guidance is None:
        return ""
    return "short" if cell.words < cell.guidance.least else "long" if cell.words > cell.guidance.most else ""


def counted(cell: Cell) -> str:
    """`2 errors, 1 warning`; empty without either, and where all that is found is that there is no file."""
    found = {} if cell.state is State.MISSING else {"error": cell.errors, "warning": cell.warnings}
    return ", ".join(many(count, word) for word, count in found.items() if count)


class Said(NamedTuple):
    """A hand-in in words: each empty where there is nothing to say."""

    timing: str
    extent: str
    measure: str
    counted: str


def said(cell: Cell) -> Said:
    """All that is said of a hand-in beside its state."""
    return Said(timing(cell), extent(cell), measure(cell), counted(cell))
