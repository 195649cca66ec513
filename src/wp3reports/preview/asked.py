"""What a page posted, taken apart: ValueError for what no page of ours sends."""

from collections.abc import Mapping
from typing import Any

from wp3reports.authoring.form import Add, Drop, Edit, Write

Asked = Mapping[str, object]


def text(asked: Asked, key: str) -> str:
    """A text."""
    value = asked.get(key)
    if not isinstance(value, str):
        raise ValueError(f"{key} is no text")  # noqa: TRY004 - of JSON, not of Python
    return value


def number(asked: Asked, key: str) -> int:
    """A whole number."""
    value = asked.get(key)
    if type(value) is not int:
        raise ValueError(f"{key} is no number")
    return value


def edit(asked: Asked) -> Edit:
    """What was done in a form."""
    path = tuple(_listed(asked, "path"))
    if not path or any(type(step) not in {str, int} for step in path):
        raise ValueError("path is no way to a value")
    match asked.get("do"):
        case "write":
            return Write(path, _value(asked))
        case "add":
            return Add(path)
        case "drop":
            return Drop(path)
    raise ValueError("do is none of write, add and drop")


def _value(asked: Asked) -> str | tuple[str, ...]:
    if isinstance(asked.get("value"), str):
        return text(asked, "value")
    value = _listed(asked, "value")
    if not all(isinstance(each, str) for each in value):
        raise ValueError("value is no list of texts")
    return tuple(value)


def _listed(asked: Asked, key: str) -> list[Any]:
    value = asked.get(key)
    if not isinstance(value, list):
        raise ValueError(f"{key} is no list")  # noqa: TRY004
    return value
