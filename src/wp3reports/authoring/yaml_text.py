"""YAML as text: what the skeletons need of it, in the form in which our reader and every editor reads it."""

import json
import re
from textwrap import wrap

_WIDTH = 110
# Plain where nobody can read it otherwise: no sign at the beginning, no ": " and no " #" inside, none at the end.
_PLAIN = re.compile(r"[^\W_](?:[\w .,;()/&'’–-]|:(?=[^\s]))*(?<![\s:])")
_WORDS = re.compile(r"[\w -]+")
_MEANT = re.compile(r"(?i:true|false|yes|no|on|off|null|y|n)|0[ox].*|[0-9._]*e[0-9.-]+")


def scalar(text: str) -> str:
    """A text as the value of a key, in quotes where it needs them."""
    if _PLAIN.fullmatch(text) and not _MEANT.fullmatch(text):
        return text
    return json.dumps(text, ensure_ascii=False)


def inline(values: list[str]) -> str:
    """A list of words in brackets, where commas and brackets would be read as more of the list."""
    written = (scalar(value) if _WORDS.fullmatch(value) else json.dumps(value, ensure_ascii=False) for value in values)
    return f"[{', '.join(written)}]"


def comment(text: str, indent: int) -> list[str]:
    """Lines of a comment at that indentation."""
    start = f"{' ' * indent}# "
    return wrap(
        text,
        _WIDTH,
        initial_indent=start,
        subsequent_indent=start,
        break_long_words=False,
        break_on_hyphens=False,
    )
