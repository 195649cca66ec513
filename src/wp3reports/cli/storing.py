"""What commands ask about the store: how large it may be, and which others may be read."""

import re
from pathlib import Path

import click

from wp3reports.store import LIMIT

_FACTORS = {"": 1, "k": 1_000, "M": 1_000_000, "G": 1_000_000_000}
_SIZE = re.compile(r"([0-9]{1,9})([kMG]?)")


class SizeType(click.ParamType[int]):
    """A number of bytes such as 500M."""

    name = "size"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The bytes; a usage error for what is no size."""
        if isinstance(value, int):
            return value
        match = _SIZE.fullmatch(str(value))
        if match is None:
            self.fail(f"{value!r} is no size; write it as 800k, 500M or 2G", param, ctx)
        return int(match[1]) * _FACTORS[match[2]]


def size(number: int) -> str:
    """Bytes as a reader takes them in."""
    for unit, factor in (("GB", 1_000_000_000), ("MB", 1_000_000), ("kB", 1_000)):
        if number >= factor:
            return f"{number / factor:.1f}".removesuffix(".0") + f" {unit}"
    return f"{number} bytes"


limit_option = click.option(
    "--store-limit",
    type=SizeType(),
    default=LIMIT,
    show_default="500M",
    envvar="WP3_STORE_LIMIT",
    help="How much may be stored, such as 800k, 500M or 2G; what was not used for longest goes first.",
)
from_option = click.option(
    "--store-from",
    "behind",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    multiple=True,
    envvar="WP3_STORE_FROM",
    help="A store of others, such as that of CI: read and verified, never written. May be given several times.",
)
