"""Where the commands print: data on standard output, narration on standard error.

Partner text is never read as markup; colour only on a terminal, and never against NO_COLOR.
"""

import os
from collections.abc import Sequence
from typing import ClassVar

from rich.console import Console
from rich.highlighter import RegexHighlighter
from rich.theme import Theme


class _Frames(RegexHighlighter):
    """Colours the parts of a code frame that are ours; a line of a partner's file always has a number before it."""

    base_style = "frame."
    highlights: ClassVar[Sequence[str]] = [
        r"^(?P<error>error\[[a-z0-9-]+\])",
        r"^(?P<warning>warning\[[a-z0-9-]+\])",
        r"^(?P<info>info\[[a-z0-9-]+\])",
        r"(?m)^(?P<heading>== .*)$",
        r"^(?P<heading>(?:Why|What to do|Asked for|Wrong|Right):)",
        r"^(?P<heading>[a-z0-9]+(?:-[a-z0-9]+)+)$",
        r"(?m)^ +(?P<place>(?:-->|:::) .*)$",
        r"(?m)^ +\| *(?P<mark>\^+.*)$",
        r"(?m)^ +\| *(?P<second>-+.*)$",
        r"(?m)^ +(?P<help>= help: .*)$",
    ]


_THEME = Theme(
    {
        "frame.error": "bold red",
        "frame.warning": "bold yellow",
        "frame.info": "bold blue",
        "frame.heading": "bold",
        "frame.place": "cyan",
        "frame.mark": "red",
        "frame.second": "blue",
        "frame.help": "green",
    }
)


class _Patient(Console):
    """A console that goes on when its reader leaves, as `head` does: the command still has its exit code to find."""

    def on_broken_pipe(self) -> None:
        """Print to nowhere from now on."""
        os.dup2(os.open(os.devnull, os.O_WRONLY), self.file.fileno())


def out() -> Console:
    """Standard output."""
    return _Patient(theme=_THEME, highlighter=_Frames(), markup=False, emoji=False, soft_wrap=True)


def narration() -> Console:
    """Standard error."""
    return _Patient(stderr=True, theme=_THEME, highlighter=_Frames(), markup=False, emoji=False, soft_wrap=True)


def show(console: Console, report: str) -> None:
    """A report, block by block, so that each heading is coloured."""
    for block in report.split("\n\n"):
        console.print(block, end="\n\n")
