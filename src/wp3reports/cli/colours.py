"""What a terminal shows in colour: the library, and what of our text is coloured."""

from collections.abc import Sequence
from typing import ClassVar

from rich.console import Console
from rich.highlighter import RegexHighlighter
from rich.theme import Theme

from wp3reports.cli.console import discard


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
    """A console that goes on when its reader leaves."""

    def on_broken_pipe(self) -> None:
        """Print to nowhere from now on."""
        discard(self.file)


def coloured(*, stderr: bool) -> Console:
    """A console for one of the two streams."""
    return _Patient(stderr=stderr, theme=_THEME, highlighter=_Frames(), markup=False, emoji=False, soft_wrap=True)
