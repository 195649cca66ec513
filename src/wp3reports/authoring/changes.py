"""What can be changed in a file, and what it says then: a value put, an entry of a list inserted, either removed."""

import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

Path = tuple[str | int, ...]
Value = str | Sequence[Any] | Mapping[str, Any]


class Put(NamedTuple):
    """A value in the place of another, or under a key that is not there yet.

    `order` are the keys of the record as its schema lists them; a new key stands behind the nearest one before it.
    """

    path: Path
    value: Value
    order: Sequence[str] = ()


class Insert(NamedTuple):
    """A new entry of a list, before the one that has its number now; the list need not be there yet."""

    path: Path  # of the list
    at: int
    value: Value
    order: Sequence[str] = ()


class Remove(NamedTuple):
    """An entry of a list, or a key with its value, taken away with the comments inside it."""

    path: Path


Change = Put | Insert | Remove


def composed(given: Any) -> Any:
    """A value with its texts in NFC and its lists as tuples, as the reader gives them."""
    match given:
        case str():
            return unicodedata.normalize("NFC", given)
        case Mapping():
            return {name: composed(each) for name, each in given.items()}
        case _:
            return tuple(composed(each) for each in given)


def applied(plain: Any, change: Change) -> Any:
    """What a file says once the change is made: the measure for what was written.

    KeyError, IndexError or TypeError where there is no such place. A key with nothing behind it is an empty list, too.
    """
    if len(change.path) > (0 if isinstance(change, Insert) else 1):
        step = change.path[0]
        if isinstance(change, Insert) and isinstance(plain, Mapping) and step not in plain:
            return {**plain, step: (change.value,)}
        return _with(plain, step, applied(plain[step], change._replace(path=change.path[1:])))
    match change:
        case Insert(_, at, given) if (isinstance(plain, tuple) or plain == "") and at in range(len(plain) + 1):
            return (*plain[:at], given, *plain[at:])
        case Put((step,), given):
            return _with(plain, step, given)
        case Remove((step,)) if isinstance(plain, Mapping) and step in plain:
            return {name: given for name, given in plain.items() if name != step}
        case Remove((int(step),)) if isinstance(plain, tuple) and step in range(len(plain)):
            return (*plain[:step], *plain[step + 1 :])
    raise KeyError(change.path)


def _with(plain: Any, step: str | int, given: Any) -> Any:
    """A mapping or list with one value in the place of another."""
    match plain, step:
        case tuple(), int() if step in range(len(plain)):
            return (*plain[:step], given, *plain[step + 1 :])
        case Mapping(), str():
            return {**plain, step: given}
    raise KeyError(step)
