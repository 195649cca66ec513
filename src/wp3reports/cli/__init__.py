"""The terminal: click commands, one file each. The only place that prints; what they do is decided below.

Exit codes: 0 ok, 1 findings, 2 usage, 3 environment, 4 a bug of ours, 130 interrupted, 143 ended. A command is imported
when it is called, so that `check` needs neither the PDF engine nor what `build` needs, and the help needs nothing.
"""

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Final

import click
from click.shell_completion import CompletionItem

# In the order of the help, each with its line there; each is a module of this package.
COMMANDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "init": "Make a project in FOLDER that checks and builds at once.",
        "new": "Write a hand-in to fill in, with all that is known.",
        "check": "Check all hand-ins; show the findings in PATHS, or all.",
        "explain": "Say what a finding means, with samples.",
        "status": "Show who owes what, and what is stale.",
        "build": "Bring TARGETS up to date, all reports without any.",
        "why": "Say why a report would be made anew.",
        "extract": "List or unpack the files inside a report.",
        "preview": "Show your pages in a browser while you write.",
        "store": "Look after what is kept of earlier builds.",
        "schema": "Write schemas for editors, with the ids of the project.",
        "doctor": "Say what this machine lacks for making PDFs.",
        "completion": "Print the script that makes SHELL complete what you type.",
    }
)
OK, USAGE, INTERRUPTED = 0, 2, 130

_EXAMPLES = """\b
Examples:
  wp3reports init clusters
  wp3reports new m2_swot --partner riga
  wp3reports check
  wp3reports check inputs/m2_swot/riga.yaml
  wp3reports build
  wp3reports build 'local/m2_swot/*' milestone/m2_swot
  wp3reports build final --final --issued 2007-12-14
"""


class Commands(click.Group):
    """The commands by name; none is imported to tell what there is."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's own signature
        """All of them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that name, imported now."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"{__name__}.{cmd_name}"), cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Each with its line."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """The commands that begin with what was typed, and our own options."""
        found = [CompletionItem(name, help=line) for name, line in COMMANDS.items() if name.startswith(incomplete)]
        return [*found, *click.Command.shell_complete(self, ctx, incomplete)]


@click.group(cls=Commands, epilog=_EXAMPLES, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="wp3reports", message="%(prog)s %(version)s")
def cli() -> None:
    """Check the hand-ins of a work package, merge them and print the reports."""


def run() -> int:
    """Run the command that the arguments name; its exit code. Usage errors are shown, all else passes."""
    try:
        code = cli.main(prog_name="wp3reports", standalone_mode=False)
    except click.ClickException as wrong:
        wrong.show()
        return USAGE if isinstance(wrong, click.UsageError) else wrong.exit_code
    except click.Abort:
        return INTERRUPTED
    except SystemExit as end:
        if end.code == 1:  # click's own answer to a reader that has left; commands end otherwise
            return OK
        raise
    return code if isinstance(code, int) else OK
