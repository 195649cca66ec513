"""What the schema finds wrong with a file, as findings in plain words at the place that is meant.

pydantic's messages speak to programmers; partners get ours, chosen by the error's type and never by its text.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from wp3reports.diagnostics import Diagnostic, error
from wp3reports.load.schema import choices_at, record_at
from wp3reports.model import Path, Record, meant, nearest, slug
from wp3reports.source import Source
from wp3reports.source.characters import code
from wp3reports.source.text import shown

MAX_SHOWN = 20
_LIST = "write one entry a line, each after a hyphen and a blank"
_GROUP = "write one `key: value` a line, indented below the key"
_SHAPES = {"tuple_type": ("a list", _LIST), "model_type": ("a group of keys", _GROUP)}
_TEXT = ("text", "write the value behind the colon, in quotes if it begins with a bracket or brace")
_GOT: dict[type, str] = {str: "text", tuple: "a list", dict: "a group of keys"}
_FOREIGN = re.compile(r"[^ -~]")


def complaints(wrong: ValidationError, kind: type[Record], source: Source) -> Iterator[Diagnostic]:
    """One finding for each mistake, at its place in the source; after the first twenty only their number."""
    details = wrong.errors(include_url=False)
    unknown: dict[Path, list[str]] = defaultdict(list)
    for detail in details:
        if detail["type"] == "extra_forbidden":
            unknown[detail["loc"][:-1]].append(str(detail["loc"][-1]))
    told = 0
    for number, detail in enumerate(details):
        if told == MAX_SHOWN:
            yield _more(len(details) - number, source)
            return
        if detail["type"] != "missing" or not _is_misspelt(detail["loc"], unknown[detail["loc"][:-1]], kind):
            yield _complaint(detail, kind, source)
            told += 1


def _is_misspelt(path: Path, unknown: Iterable[str], kind: type[Record]) -> bool:
    """Whether a missing key is there under a name that is nearly right, of which another finding tells."""
    keys = _keys(kind, path)
    return any(nearest(word, keys) == path[-1] for word in unknown)


def _complaint(detail: ErrorDetails, kind: type[Record], source: Source) -> Diagnostic:
    path, given, form = detail["loc"], detail["input"], detail["type"]
    if form == "missing":
        return _missing(path, kind, source)
    if form == "extra_forbidden":
        return _unknown(path, kind, source)
    if form in _SHAPES or not isinstance(given, str):
        return _shape(path, given, source, *_SHAPES.get(form, _TEXT))
    if form == "empty":
        return _empty(path, source, "write the text")
    if form == "enum":
        return _choice(path, given, kind, source)
    return _form(detail, given, source)


def _missing(path: Path, kind: type[Record], source: Source) -> Diagnostic:
    group = record_at(kind, path[:-1])
    fields = group.model_fields if group else {}
    must = ", ".join(name for name, field in fields.items() if field.is_required())
    may = ", ".join(name for name, field in fields.items() if not field.is_required())
    return error(
        "field-missing",
        source.at(*path),
        f'the key "{path[-1]}" is missing {_within(path)}',
        label=f'"{path[-1]}" belongs here',
        help=f"must stand here: {must}" + (f"; may stand here: {may}" if may else ""),
    )


def _unknown(path: Path, kind: type[Record], source: Source) -> Diagnostic:
    name, keys = str(path[-1]), _keys(kind, path)
    return error(
        "field-unknown",
        source.key_at(*path),
        f"{shown(name)} is no key that is known {_within(path)}{_foreign(name)}",
        label="not known here",
        near=meant(name, keys),
        help=f"known here: {', '.join(keys)}",
    )


def _choice(path: Path, given: str, kind: type[Record], source: Source) -> Diagnostic:
    choices = choices_at(kind, path)
    words = ", ".join(each.value for each in choices)
    if not given.strip():
        return _empty(path, source, f"choose one of: {words}")
    # The two forms of one word are often alike; looked at together they would make each other doubtful.
    typed = {each.value.casefold(): each.value for each in choices}
    labels = {each.label.casefold(): each.value for each in choices}
    near = meant(given.casefold(), typed) or meant(given.casefold(), labels)
    return error(
        "value-unknown",
        source.at(*path),
        f"{shown(given)} is not one of the words for {_key(path)}{_foreign(given)}",
        label="not one of the choices",
        near=near._replace(word=(labels | typed)[near.word], typed=given) if near else None,
        help=f"choose one of: {words}",
    )


def _shape(path: Path, given: Any, source: Source, wanted: str, advice: str) -> Diagnostic:
    if isinstance(given, str) and not given.strip():
        return _empty(path, source, advice)
    got = _GOT.get(type(given), "something else")
    prose = next((name for name in given if " " in name), "") if wanted == "text" and isinstance(given, dict) else ""
    if prose:
        message = f"the colon in this text makes a field of its beginning; {_key(path)} must be text"
        advice = f"put quotes round the text, or write {path[-1]}: >- and the text in the lines below"
        return error(
            "value-kind", source.key_at(*path, prose), message, label="read as the name of a field", help=advice
        )
    return error("value-kind", source.at(*path), f"{_key(path)} must be {wanted}, not {got}", label=got, help=advice)


def _empty(path: Path, source: Source, advice: str) -> Diagnostic:
    remedy = f"{advice}; if it may be left out, remove the key"
    place = source.at(*path)
    is_blank = source.lines[place.line - 1][place.column - 1 : place.end_column - 1] == ":"
    span = source.key_at(*path) if is_blank else place
    return error("value-empty", span, f"{_key(path)} is empty", label="nothing here", help=remedy)


def _form(detail: ErrorDetails, given: str, source: Source) -> Diagnostic:
    path, wants = detail["loc"], detail.get("ctx", {}).get("wants", "another value")
    near = slug(given) if detail["type"] == "id" else ""
    return error(
        "value-form",
        source.at(*path),
        f"{shown(given)} cannot be read as {_key(path)}{_foreign(given)}",
        label=f'did you mean "{near}"?' if near else "not readable",
        help=f"wanted: {wants}",
    )


def _more(number: int, source: Source) -> Diagnostic:
    remedy = "mend the first ones and check again; often one mistake causes many"
    return error("more-findings", source.at(), f"{number:,} more things in this file do not fit", help=remedy)


def _keys(kind: type[Record], path: Path) -> tuple[str, ...]:
    """The keys that the group may have in which the path ends."""
    group = record_at(kind, path[:-1])
    return tuple(group.model_fields) if group else ()


def _key(path: Path) -> str:
    """The name by which a reader finds a value."""
    match path:
        case (*_, str(key), int(index)):
            return f'entry {index + 1} of "{key}"'
        case (*_, str(key)):
            return f'"{key}"'
        case _:
            return "the file"


def _within(path: Path) -> str:
    return f"in {_key(path[:-1])}" if path[:-1] else "at the top of the file"


def _foreign(text: str) -> str:
    """The first character that cannot be told by eye from one of the keyboard, by its number and name."""
    found = _FOREIGN.search(text)
    return f"; it contains {code(found[0])}" if found else ""
