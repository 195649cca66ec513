"""The addresses that take POST: everything that does more than show. The one list, so that it can be read as a page."""

from collections.abc import Mapping

from wp3reports.preview.app import Post
from wp3reports.preview.desk import Desk
from wp3reports.preview.opening import Opening


def posts(desk: Desk) -> Mapping[str, Post]:
    """What is done at which address."""
    return {"/open": Opening(desk).open}
