"""What was typed into a form as one change of its file. Nothing here writes or judges."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from wp3reports.authoring.changes import Change, Insert, Path, Put, Remove
from wp3reports.authoring.form.asking import at, blank, is_list, kind_of, record_of
from wp3reports.authoring.form.nodes import Kind
from wp3reports.authoring.form.prose import folded
from wp3reports.authoring.schema import Schema


class Write(NamedTuple):
    """A value as it was typed or chosen; an empty one is taken away where it need not be there."""

    path: Path
    value: str | tuple[str, ...]


class Add(NamedTuple):
    """A new entry at the end of a list, or a group that was left out; what it asks for is empty."""

    path: Path


class Drop(NamedTuple):
    """An entry of a list, or a group that may be left out, with all that stands in it."""

    path: Path


Edit = Write | Add | Drop


def change(edit: Edit, whole: Schema, plain: Mapping[str, Any]) -> Change | None:
    """The change of a file that says `plain`, or None where it says that already.

    KeyError, IndexError or TypeError where the form has no such place.
    """
    path = edit.path
    field, record = at(path, whole)
    held = _held(plain, path)
    match edit:
        case Write(_, value):
            settled = _settled(value, kind_of(field, whole), held)
            if not settled and not _is_needed(path, record):
                return None if held is None else Remove(path)
            return None if settled == held else _put(path, settled or _nothing(settled, held), whole, plain)
        case Add() if is_list(field, whole):
            entries = held if isinstance(held, tuple) else ()
            return _inserted(path, len(entries), whole, plain)
        case Add():
            return _put(path, blank(_record(path, whole), whole), whole, plain)
        case Drop():
            return Remove(_dropped(path, whole, plain))


def _settled(value: str | tuple[str, ...], kind: Kind, held: Any) -> str | tuple[str, ...]:
    """A value as it is written into a file: without blanks round it, a text of paragraphs on lines of its own."""
    if isinstance(value, tuple):
        return tuple(each.strip() for each in value if each.strip())
    if kind is not Kind.PROSE:
        return " ".join(value.split()) if kind is Kind.TEXT else value.strip()
    before = held if isinstance(held, str) else ""
    text = folded(value.replace("\r\n", "\n").strip("\n \t"), before.removesuffix("\n"))
    has_lines = "\n" in text or before.endswith("\n") or not before
    return f"{text}\n" if text and has_lines else text


def _nothing(settled: str | tuple[str, ...], held: Any) -> str | tuple[str, ...]:
    """Nothing, in the shape that was there: a key with nothing behind it is an empty text and an empty list."""
    return "" if held == "" else settled


def _put(path: Path, value: Any, whole: Schema, plain: Mapping[str, Any]) -> Change:
    """The value at its place; with the record round it where that is not there yet."""
    while len(path) > 1 and not isinstance(_held(plain, path[:-1]), Mapping | tuple):
        *above, key = path
        path = tuple(above)
        value = {**blank(_record(path, whole), whole), key: value}
    if isinstance(path[-1], int) and _held(plain, path) is None:
        raise KeyError(path)
    return Put(path, value, _order(path, whole))


def _inserted(path: Path, number: int, whole: Schema, plain: Mapping[str, Any]) -> Change:
    new = blank(_record(path, whole), whole)
    if isinstance(_held(plain, path[:-1]), Mapping):
        return Insert(path, number, new, _order(path, whole))
    return _put(path, (new,), whole, plain)


def _dropped(path: Path, whole: Schema, plain: Mapping[str, Any]) -> Path:
    """An entry; the whole list where it is the only one and the list may be left out."""
    *above, last = path
    if isinstance(last, str):
        if _is_needed(path, at(path, whole)[1]):
            raise KeyError(path)
        return path
    is_only = len(_held(plain, tuple(above)) or ()) == 1
    return tuple(above) if is_only and not _is_needed(tuple(above), at(tuple(above), whole)[1]) else path


def _is_needed(path: Path, record: Schema) -> bool:
    return path[-1] in record.get("required", ())


def _order(path: Path, whole: Schema) -> tuple[str, ...]:
    return tuple(at(path, whole)[1]["properties"])


def _record(path: Path, whole: Schema) -> Schema:
    """The record at a path, or that of the entries of its list."""
    field, _ = at(path, whole)
    found = record_of(field, whole)
    if found is None:
        raise KeyError(path)
    return found


def _held(plain: Any, path: Path) -> Any:
    """What stands at a path; None where there is nothing."""
    for step in path:
        match plain, step:
            case Mapping(), str():
                plain = plain.get(step)
            case tuple(), int() if step in range(len(plain)):
                plain = plain[step]
            case _:
                return None
    return plain
