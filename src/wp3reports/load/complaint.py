"""What the schema finds wrong with a hand-in, as findings in plain words at the line that is meant.

pydantic's messages speak to programmers; partners get ours, chosen by the error's type and never by its text.
"""

from collections.abc import Iterator
from difflib import get_close_matches
from enum import Enum
from typing import Any, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from wp3reports.diagnostics import Diagnostic, error
from wp3reports.model import Record
from wp3reports.source import Source

_KINDS = {
    "tuple_type": "a list is wanted here: one entry a line, each beginning with a hyphen",
    "model_type": "a group of keys is wanted here, one `key: value` a line",
    "model_attributes_type": "a group of keys is wanted here, one `key: value` a line",
    "string_type": "plain text is wanted here, not a list or a group of keys",
    "date_type": "a date is wanted here, not a list or a group of keys",
}
_QUOTED = 60  # characters of the partner's text that a message repeats


def complaints(wrong: ValidationError, kind: type[Record], source: Source) -> Iterator[Diagnostic]:
    """One finding for each thing that does not fit `kind`, at its place in the source."""
    for detail in wrong.errors(include_url=False):
        yield _complaint(detail, kind, source)


def _complaint(detail: ErrorDetails, kind: type[Record], source: Source) -> Diagnostic:
    path, name = detail["loc"], str(detail["loc"][-1])
    match detail["type"]:
        case "missing":
            group = _record_at(kind, path[:-1])
            return error(
                "field-missing",
                source.at(*path),
                f'the key "{name}" is missing {_within(path)}',
                help=_listed("keys that must or may stand here", group.model_fields if group else ()),
            )
        case "extra_forbidden":
            group = _record_at(kind, path[:-1])
            keys = tuple(group.model_fields) if group else ()
            return error(
                "field-unknown",
                source.key_at(*path),
                f"{_shown(name)} is no key that is known {_within(path)}",
                label=_did_you_mean(name, keys) or "not known here",
                help=_listed("known here", keys),
            )
        case "enum":
            choices = _choices(kind, path)
            return error(
                "value-unknown",
                source.at(*path),
                f"{_shown(detail['input'])} is not one of the words for {_key(path)}",
                label=_did_you_mean(str(detail["input"]), choices) or "not one of the choices",
                help=_listed("choose one of", choices),
            )
        case "empty":
            return error("value-empty", source.at(*path), f"{_key(path)} is empty", help="write the text, or remove the key if it may be left out")
        case kind_error if kind_error in _KINDS:
            return error("value-kind", source.at(*path), f"{_key(path)} has the wrong shape", help=_KINDS[kind_error])
        case _:
            wanted = detail["msg"]
            return error(
                "value-form",
                source.at(*path),
                f"{_shown(detail['input'])} cannot be read as {_key(path)}",
                label=_named_character(detail["input"]),
                help=f"wanted: {wanted}",
            )


def _key(path: tuple[int | str, ...]) -> str:
    """The innermost key by which a reader finds the value."""
    keys = [step for step in path if isinstance(step, str)]
    return f'"{keys[-1]}"' if keys else "the file"


def _within(path: tuple[int | str, ...]) -> str:
    keys = [step for step in path[:-1] if isinstance(step, str)]
    return f'in "{keys[-1]}"' if keys else "at the top of the file"


def _shown(value: Any) -> str:
    """Partner text inside a message: quoted, short, what does not print escaped."""
    text = "".join(c if c.isprintable() else f"U+{ord(c):04X}" for c in str(value)[:_QUOTED])
    return f'"{text}{"…" if len(str(value)) > _QUOTED else ""}"'


def _named_character(value: Any) -> str:
    """The first character that no id or number may hold, by its number; look-alikes cannot be told by eye."""
    foreign = next((c for c in str(value) if ord(c) > 126), None)
    return f"contains U+{ord(foreign):04X}" if foreign else ""


def _did_you_mean(word: str, known: tuple[str, ...]) -> str:
    close = get_close_matches(word, known, n=1)
    return f'did you mean "{close[0]}"?' if close else ""


def _listed(lead: str, words: Any) -> str:
    return f"{lead}: {', '.join(words)}" if words else ""


def _record_at(kind: type[Record], path: tuple[int | str, ...]) -> type[Record] | None:
    """The record type that a path leads to."""
    annotation: Any = kind
    for step in path:
        if isinstance(step, int):
            continue
        record = _innermost(annotation, Record)
        if record is None or step not in record.model_fields:
            return None
        annotation = record.model_fields[step].annotation
    return _innermost(annotation, Record)


def _choices(kind: type[Record], path: tuple[int | str, ...]) -> tuple[str, ...]:
    """The words that the enumeration at a path allows."""
    keys = [step for step in path if isinstance(step, str)]
    record = _record_at(kind, tuple(keys[:-1]))
    listed = _innermost(record.model_fields[keys[-1]].annotation, Enum) if record else None
    return tuple(str(member.value) for member in listed) if listed else ()


def _innermost(annotation: Any, wanted: type) -> Any:
    """The class inside `tuple[X, ...]` or `X | None` that is of the wanted kind."""
    if isinstance(annotation, type) and issubclass(annotation, wanted):
        return annotation
    return next((found for each in get_args(annotation) if (found := _innermost(each, wanted))), None)
