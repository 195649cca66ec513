"""The terminal: click commands, one file each. The only place that prints; what they do is decided below.

Exit codes: 0 ok, 1 findings, 2 usage, 3 environment, 4 a bug of ours, 130 interrupted, 143 ended.
"""

import click

from wp3reports.cli.build import build
from wp3reports.cli.check import check
from wp3reports.cli.doctor import doctor

_EXAMPLES = """\b
Examples:
  wp3reports check
  wp3reports check inputs/m2_swot/riga.yaml
  wp3reports build
  wp3reports build 'local/m2_swot/*' milestone/m2_swot
  wp3reports build final --final --issued 2007-12-14
"""


@click.group(epilog=_EXAMPLES, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="wp3reports", message="%(prog)s %(version)s")
def cli() -> None:
    """Check the hand-ins of a work package, merge them and print the reports."""


cli.add_command(check)
cli.add_command(build)
cli.add_command(doctor)
