"""The terminal: click commands, one file each. The only place that prints; what they do is decided below.

Exit codes: 0 ok, 1 findings, 2 usage, 3 environment, 4 a bug of ours, 130 interrupted, 143 ended. A command is imported
when it is called, so that `check` needs neither the PDF engine nor what `build` needs.
"""

from importlib import import_module

import click

# In the order of the help; each is a module of this package.
COMMANDS = (
    "init",
    "new",
    "check",
    "explain",
    "status",
    "build",
    "why",
    "extract",
    "preview",
    "store",
    "schema",
    "doctor",
    "completion",
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
    """The commands by name."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's own signature
        """All of them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that name, imported now."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"{__name__}.{cmd_name}"), cmd_name)
        return command


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
