"""`wp3reports completion`: what a shell needs to complete commands, targets, milestones and partners."""

import click
from click.shell_completion import BashComplete, FishComplete, ZshComplete

from wp3reports.cli.console import out

_SHELLS = {"bash": BashComplete, "zsh": ZshComplete, "fish": FishComplete}
_VARIABLE = "_WP3REPORTS_COMPLETE"
_EXAMPLES = """\b
Examples:
  wp3reports completion bash >> ~/.bashrc
  wp3reports completion zsh >> ~/.zshrc
  wp3reports completion fish > ~/.config/fish/completions/wp3reports.fish
"""


@click.command(epilog=_EXAMPLES)
@click.argument("shell", type=click.Choice(list(_SHELLS)))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print the script that makes SHELL complete what you type.

    Commands and options are completed everywhere; inside a project also targets such as local/m2_swot/riga, milestones
    and the ids of partners. The script asks the installed program each time, so it never gets old.
    """
    made = _SHELLS[shell](context.find_root().command, {}, "wp3reports", _VARIABLE)
    out().print(made.source(), highlight=False)
