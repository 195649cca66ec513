"""Where the commands print: data on standard output, narration on standard error.

Partner text is never read as markup; colour only on a terminal, and never against NO_COLOR. What most commands print is
written without the library that colours it where nobody would see colours: to load it takes longer than all rules.
"""

import os
import sys
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

_FORCES = frozenset({"FORCE_COLOR", "TTY_COMPATIBLE"})  # by them a stream may be taken for a terminal that is none


def out() -> "Console":
    """Standard output."""
    from wp3reports.cli.colours import coloured  # noqa: PLC0415 - loads rich

    return coloured(stderr=False)


def narration() -> "Console":
    """Standard error."""
    from wp3reports.cli.colours import coloured  # noqa: PLC0415 - loads rich

    return coloured(stderr=True)


def show(report: str) -> None:
    """A report on standard output, block by block, so that each heading is coloured."""
    if _is_plain(sys.stdout):
        _write(f"{report}\n\n", sys.stdout)
        return
    console = out()
    for block in report.split("\n\n"):
        console.print(block, end="\n\n")


def say(line: str) -> None:
    """A line of our own words on standard error."""
    if _is_plain(sys.stderr):
        _write(f"{line}\n", sys.stderr)
    else:
        narration().print(line)


def discard(stream: IO[str]) -> None:
    """Print to nowhere from now on: a command whose reader leaves, as `head` does, still has its exit code to find."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _is_plain(stream: IO[str]) -> bool:
    return not stream.isatty() and _FORCES.isdisjoint(os.environ)


def _write(text: str, stream: IO[str]) -> None:
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        discard(stream)
