"""What the schema of a hand-in says of one place: how its value is written, and what a new entry begins with."""

from collections.abc import Mapping, Sequence
from typing import Any

from wp3reports.authoring.changes import Path
from wp3reports.authoring.form.nodes import Choice, Kind
from wp3reports.authoring.schema import Schema, example, resolved


def kind_of(field: Schema, whole: Schema) -> Kind:
    """How the value of a field is written; it is neither a record nor a list of records."""
    inner = resolved(field, whole)
    if inner.get("type") == "array":
        return Kind.CHOICES if "enum" in resolved(inner["items"], whole) else Kind.WORDS
    if "enum" in inner:
        return Kind.CHOICE
    if "contentMediaType" in inner:
        return Kind.PROSE
    if inner.get("format") == "date":
        return Kind.DAY
    return Kind.TEXT if inner.get("pattern") == r"\S" else Kind.WORD


def choices_of(field: Schema, whole: Schema) -> tuple[Choice, ...]:
    """What a field chooses from, in the order of the schema."""
    inner = resolved(field, whole)
    listed = resolved(inner.get("items", inner), whole)
    words: Sequence[str] = listed.get("enum", ())
    return tuple(Choice(word, name) for word, name in zip(words, listed.get("enumDescriptions", words), strict=True))


def example_of(field: Schema, whole: Schema) -> str:
    """An example in words."""
    given = example(field, whole)
    return ", ".join(map(str, given)) if isinstance(given, list) else str(given)


def record_of(field: Schema, whole: Schema) -> Schema | None:
    """The record that a field holds, or that the entries of its list are; None where it holds plain values."""
    inner = resolved(field, whole)
    found = resolved(inner.get("items", inner), whole)
    return found if "properties" in found else None


def is_list(field: Schema, whole: Schema) -> bool:
    """Whether a field holds several of what it asks for."""
    return resolved(field, whole).get("type") == "array"


def at(path: Path, whole: Schema) -> tuple[Schema, Schema]:
    """The field at a path and the record that holds it; KeyError where the schema has none."""
    field = record = whole
    for step in path:
        if isinstance(step, int):
            continue
        found = record_of(field, whole)
        if found is None:
            raise KeyError(path)
        field, record = found["properties"][step], found
    return field, record


def blank(record: Schema, whole: Schema) -> Mapping[str, Any]:
    """A new record: what has to be written, empty."""
    fields = record["properties"]
    return {name: _nothing(fields[name], whole) for name in record.get("required", [*fields][:1])}


def _nothing(field: Schema, whole: Schema) -> Any:
    if is_list(field, whole):
        return []
    inner = record_of(field, whole)
    return blank(inner, whole) if inner else ""
