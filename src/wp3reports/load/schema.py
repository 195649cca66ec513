"""What the models say about a place in a file: its keys and the words to choose from. Nothing here judges a file."""

from enum import Enum
from typing import Any, get_args

from wp3reports.model import Labelled, Path, Record


def record_at(kind: type[Record], path: Path) -> type[Record] | None:
    """The record type that a path leads to."""
    found: type[Record] | None = _innermost(_annotation(kind, path), Record)
    return found


def choices_at(kind: type[Record], path: Path) -> tuple[Labelled, ...]:
    """The choices that the place leaves; none where it is free."""
    listed = _innermost(_annotation(kind, path), Enum)
    return tuple(listed) if listed else ()


def _annotation(kind: type[Record], path: Path) -> Any:
    annotation: Any = kind
    for step in path:
        if isinstance(step, int):
            continue
        record = _innermost(annotation, Record)
        if record is None or step not in record.model_fields:
            return None
        annotation = record.model_fields[step].annotation
    return annotation


def _innermost(annotation: Any, wanted: type) -> Any:
    """The class inside `tuple[X, ...]` or `X | None` that is of the wanted kind."""
    if isinstance(annotation, type) and issubclass(annotation, wanted):
        return annotation
    return next((found for each in get_args(annotation) if (found := _innermost(each, wanted))), None)
