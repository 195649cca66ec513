"""Look-ups in a dossier that are made once, however many rules and chapters ask for them.

A dossier never changes, so what is made of it cannot get old; without this, work grows with the square of the partners.
"""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from wp3reports.model.dossier import Dossier

Made = TypeVar("Made")


def indexed(make: Callable[[Dossier], Made]) -> Callable[[Dossier], Made]:
    """The same function, which answers the second time what it answered the first time; nobody may change that."""

    @wraps(make)
    def kept(dossier: Dossier) -> Made:
        if make not in dossier.known:
            dossier.known[make] = make(dossier)
        found: Made = dossier.known[make]
        return found

    return kept
