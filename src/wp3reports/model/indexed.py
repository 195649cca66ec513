"""Look-ups in a dossier that are made once, however many rules and chapters ask for them.

A dossier never changes, so what is made of it cannot get old; without this, work grows with the square of the partners.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from functools import wraps
from typing import TypeVar

from wp3reports.model.dossier import Dossier

Made = TypeVar("Made")
Item = TypeVar("Item")
Key = TypeVar("Key", bound=Hashable)


def indexed(make: Callable[[Dossier], Made]) -> Callable[[Dossier], Made]:
    """The same function, which answers the second time what it answered the first time; nobody may change that."""

    @wraps(make)
    def kept(dossier: Dossier) -> Made:
        if make not in dossier.known:
            dossier.known[make] = make(dossier)
        found: Made = dossier.known[make]
        return found

    return kept


def grouped(items: Iterable[Item], keys: Callable[[Item], Iterable[Key]]) -> Mapping[Key, tuple[Item, ...]]:
    """The items under each of their keys, in their order; an item stands once under a key that it gives twice."""
    found: defaultdict[Key, list[Item]] = defaultdict(list)
    for item in items:
        for key in dict.fromkeys(keys(item)):
            found[key].append(item)
    return {key: tuple(held) for key, held in found.items()}
