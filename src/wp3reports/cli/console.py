"""Where the commands print: data on standard output, narration on standard error.

Partner text is never read as markup; colour only on a terminal, and never against NO_COLOR.
"""

from rich.console import Console
from rich.highlighter import RegexHighlighter
from rich.theme import Theme


class _Frames(RegexHighlighter):
    """Colours the parts of a code frame that are ours."""

    base_style = "frame."
    highlights = [  # noqa: RUF012 - rich's own attribute
        r"^(?P<error>error\[[a-z0-9-]+\])",
        r"^(?P<warning>warning\[[a-z0-9-]+\])",
        r"^(?P<info>info\[[a-z0-9-]+\])",
        r"(?m)^(?P<place>  (?:-->|:::) .*)$",
        r"(?m)^ *\| +(?P<mark>\^+.*)$",
        r"(?m)^ *\| +(?P<second>-+.*)$",
        r"(?m)^   (?P<help>= help: .*)$",
    ]


_THEME = Theme(
    {
        "frame.error": "bold red",
        "frame.warning": "bold yellow",
        "frame.info": "bold blue",
        "frame.place": "cyan",
        "frame.mark": "red",
        "frame.second": "blue",
        "frame.help": "green",
    }
)


def out() -> Console:
    """Standard output."""
    return Console(theme=_THEME, highlighter=_Frames(), markup=False, emoji=False, soft_wrap=True)


def narration() -> Console:
    """Standard error."""
    return Console(stderr=True, theme=_THEME, highlighter=_Frames(), markup=False, emoji=False, soft_wrap=True)


def show(console: Console, report: str) -> None:
    """A report, block by block, so that each heading is coloured."""
    for block in report.split("\n\n"):
        console.print(block)
        console.print()
