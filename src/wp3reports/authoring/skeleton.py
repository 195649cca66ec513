"""A file to fill in, from the schema of its kind and from what is known already.

What must be written stands there empty, which `check` calls empty; what may be left out stands behind a `#` with an
example. Each key is explained where it stands first.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from wp3reports.authoring.schema import Schema, example, resolved
from wp3reports.authoring.yaml_text import STEP, comment, entry, inline, scalar

_MANY = 24  # words that a comment lists
Values = Mapping[str, Any]  # texts, lists and mappings of them; "" is to be filled in


def skeleton(schema: Schema, values: Values) -> str:
    """The YAML of a file; `values` are its answers as far as they are known."""
    return "".join(f"{line}\n" for line in _Writer(schema).record(schema, values, 0))


class _Writer:
    """Writes records key by key, and remembers which keys it has explained."""

    def __init__(self, schema: Schema) -> None:
        self._whole = schema
        self._explained: set[tuple[str, str]] = set()

    def record(self, record: Schema, values: Values, indent: int) -> Iterator[str]:
        """The lines of a record: what must be there or has a value; once, what may be left out."""
        for name, field in record["properties"].items():
            is_new = (record["title"], name) not in self._explained
            self._explained.add((record["title"], name))
            is_open, value = name not in values and name not in record.get("required", ()), values.get(name, "")
            if is_new and not indent:
                yield ""
            if is_new:
                hint = "May be left out." if is_open else self._hint(field, value)
                yield from comment(f"{field['description']}. {self._words(field)}{hint}", indent)
            if not is_open:
                yield from self._field(name, field, value, indent)
            elif is_new:
                lines = entry(name, example(field, self._whole), 0)
                yield from (f"{' ' * indent}# {line}" for line in lines)

    def _field(self, name: str, field: Schema, value: Any, indent: int) -> Iterator[str]:
        key, inner = f"{' ' * indent}{name}:", resolved(field, self._whole)
        items = resolved(inner.get("items", {}), self._whole)
        if "properties" in inner:
            yield key
            yield from self.record(inner, value or {}, indent + STEP)
        elif "properties" in items:
            yield key
            records: list[Values] = [*value] or [{}]
            for each in records:
                yield from _dashed([*self.record(items, each, indent + 2 * STEP)], indent + STEP)
        elif isinstance(value, list | tuple):
            yield f"{key} {inline([*value])}" if value else key
        elif value:
            yield f"{key} {scalar(value)}"
        else:
            yield f"{key} |" if "contentMediaType" in field else key

    def _words(self, field: Schema) -> str:
        """The words or ids that a key chooses from."""
        inner = resolved(field, self._whole)
        words = inner.get("enum") or inner.get("items", {}).get("enum", ())
        return f"{'One' if 'enum' in inner else 'Any'} of: {', '.join(words)}. " if 0 < len(words) <= _MANY else ""

    def _hint(self, field: Schema, value: Any) -> str:
        """An example of what is still to be written, where there are no words to choose from."""
        inner = resolved(field, self._whole)
        if value or "properties" in inner or inner.get("type") == "array" or self._words(field):
            return ""
        return f"Such as: {example(field, self._whole)}".rstrip(".")


def _dashed(lines: list[str], indent: int) -> Iterator[str]:
    """The lines of a record as an entry of a list: comments before its first key stand above the dash."""
    at = next(index for index, line in enumerate(lines) if not line.lstrip().startswith("#"))
    yield from (line[STEP:] for line in lines[:at])
    yield f"{' ' * indent}- {lines[at][indent + STEP :]}"
    yield from lines[at + 1 :]
