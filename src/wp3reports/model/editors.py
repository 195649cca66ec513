"""What an editor is told of a kind of value: never stricter than the reader.

An editor types 2005 and true before it looks at the schema, where the reader keeps text; so both must pass. Only `null`
and `~` differ: they are text to the reader and nothing to an editor, which thereby sees that a value is still empty.
"""

import re
from typing import Any

from pydantic import WithJsonSchema

_TYPED = ("string", "number", "boolean")
ANY_TEXT: dict[str, Any] = {"type": list(_TYPED), "pattern": r"\S"}


def seen(
    pattern: re.Pattern[str], *examples: str, types: tuple[str, ...] = ("string", "number"), form: str = ""
) -> WithJsonSchema:
    """The schema of a kind that is text of a pattern, in the dialect of JSON Schema; `form` is a format that it has."""
    plain = re.sub(r"\?P<\w+>", "", pattern.pattern)
    named = {"format": form} if form else {}
    return WithJsonSchema({"type": list(types), "pattern": f"^(?:{plain})$", **named, "examples": list(examples)})


def word(pattern: re.Pattern[str], *examples: str) -> WithJsonSchema:
    """The schema of a kind that may look like a truth value, too."""
    return seen(pattern, *examples, types=_TYPED)
