"""The addresses that take POST: everything that does more than show. The one list, so that it can be read as a page."""

from collections.abc import Mapping

from wp3reports.preview.app import Post
from wp3reports.preview.desk import Desk
from wp3reports.preview.mending import Mending
from wp3reports.preview.opening import Opening
from wp3reports.preview.pen import Pen
from wp3reports.preview.writing import Writing


def posts(desk: Desk, pen: Pen) -> Mapping[str, Post]:
    """What is done at which address."""
    writing, mending = Writing(desk, pen), Mending(desk, pen)
    return {
        "/open": Opening(desk).open,
        "/edit": writing.edit,
        "/begin": writing.begin,
        "/undo": writing.undo,
        "/passage": writing.passage,
        "/fix": mending.show,
        "/mend": mending.apply,
    }
