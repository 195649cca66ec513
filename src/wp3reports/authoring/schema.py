"""A kind of file as JSON Schema (draft 2020-12) for editors: never stricter than the reader, no unions of mappings.

The texts are those of the models. Where ids are known, a field offers exactly these with their names; where none are,
it stays open.
"""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from wp3reports.authoring.known import Known
from wp3reports.model import HERE, IDS, Record

DIALECT = "https://json-schema.org/draft/2020-12/schema"
Schema = dict[str, Any]

_NOTHING: Known = MappingProxyType({})
# Ids that an editor takes for a number, a truth value or nothing; a list of words would refuse them.
_OTHERWISE_TYPED = re.compile(r"[0-9]+(?:e-?[0-9]+)?|0o[0-7]+|0x[0-9a-f]+|true|false|null")


def schema(kind: type[Record], known: Known = _NOTHING, title: str = "", *, here: Known = _NOTHING) -> Schema:
    """The schema of a kind of file, with the ids that are known; `here` are those that the file itself gives.

    What a file itself gives changes while it is written, so only a form that is made anew each time can offer it.
    """
    made: Schema = kind.model_json_schema()
    for each in _parts(made):
        _settle(each, known, here)
    for each in _parts(made):
        for name, field in each.get("properties", {}).items():
            field.setdefault("title", name.replace("_", " ").capitalize())
            field.setdefault("examples", [example(field, made)])
    return {"$schema": DIALECT, **made, "title": title or made["title"]}


def example(field: Schema, whole: Schema) -> Any:
    """The first example of a field; one is made of the keys that must stand there where it has none of its own."""
    if given := field.get("examples"):
        return given[0]
    if field.get("type") == "array":
        return [example(field["items"], whole)]
    inner = resolved(field, whole)
    if inner is not field:
        return example(inner, whole)
    fields = inner["properties"]
    return {name: example(fields[name], whole) for name in inner.get("required", list(fields)[:1])}


def resolved(field: Schema, whole: Schema) -> Schema:
    """What a field's reference leads to; the field itself when it has none."""
    found: Schema = whole["$defs"][field["$ref"].rpartition("/")[2]] if "$ref" in field else field
    return found


def _parts(made: Schema) -> Iterator[Schema]:
    yield made
    yield from made.get("$defs", {}).values()


def _settle(part: Schema, known: Known, here: Known) -> None:
    """Make the fields of a record say what an editor needs, and nothing else."""
    for field in part.get("properties", {}).values():
        field.pop("default", None)  # an editor would write it; the reader calls it empty
        if "anyOf" in field:  # `X | None`: a key that may be left out, never a null
            (only,) = (each for each in field.pop("anyOf") if each != {"type": "null"})
            field |= {key: value for key, value in only.items() if key not in field}
        for each in (field, field.get("items", {})):
            _choose(each, known.get(each.pop(IDS, "")) or here.get(each.pop(HERE, "")) or {})


def _choose(field: Schema, ids: Mapping[str, str]) -> None:
    """Let a field, or each entry of a list, be one of the ids; it stays open when there are none."""
    if not ids or any(_OTHERWISE_TYPED.fullmatch(each) for each in ids):
        return
    words = {"enum": [*ids], "enumDescriptions": [*ids.values()], "type": "string", "examples": [next(iter(ids))]}
    if field.get("type") == "array":
        field["items"] = {**words, "title": field["title"], "description": field["description"]}
        field["examples"] = [words["examples"]]
    else:
        field.pop("pattern", None)
        field |= words
