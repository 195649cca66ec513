"""YAML as text: what the skeletons need of it, in the form in which our reader and every editor reads it."""

import json
import re
from collections.abc import Mapping
from textwrap import wrap
from typing import Any

STEP = 2  # blanks by which what belongs to a key or a dash stands further in
WIDTH = 110  # of a line
# Plain where nobody can read it otherwise: no sign at the beginning, no ": " and no " #" inside, none at the end.
_PLAIN = re.compile(r"[^\W_](?:[\w .,;()/&'’–-]|:(?=[^\s]))*(?<![\s:])")
_NO_WORDS = re.compile("[,:]")  # what could end a word between brackets
_MEANT = re.compile(r"(?i:true|false|yes|no|on|off|null|y|n)|0[ox].*|[0-9._]*e[0-9.-]+")


def scalar(text: str) -> str:
    """A text as the value of a key, in quotes where it needs them."""
    if _PLAIN.fullmatch(text) and not _MEANT.fullmatch(text):
        return text
    return json.dumps(text, ensure_ascii=False)


def inline(values: list[str]) -> str:
    """A list of words in brackets, where commas and brackets would be read as more of the list."""
    written = (json.dumps(value, ensure_ascii=False) if _NO_WORDS.search(value) else scalar(value) for value in values)
    return f"[{', '.join(written)}]"


def comment(text: str, indent: int) -> list[str]:
    """Lines of a comment at that indentation."""
    start = f"{' ' * indent}# "
    return wrap(
        text,
        WIDTH,
        initial_indent=start,
        subsequent_indent=start,
        break_long_words=False,
        break_on_hyphens=False,
    )


def value(given: Any, indent: int, *, room: int = WIDTH) -> tuple[str, list[str]]:
    """A text, list or mapping as it follows its key or dash: what stands on the same line, and the lines below it.

    `indent` is the column of the key or dash, `room` what is left on its line. A text of one line that is too long is
    folded, one of several lines is written as it is, one that ends in blank lines in quotes, as nobody would see them.
    """
    match given:
        case "":
            return "", []
        case str() if _is_long(given, room) and given.removesuffix("\n").rpartition("\n")[2].strip():
            return _block(given, indent + STEP)
        case Mapping() if given:
            return "", [line for name, each in given.items() for line in entry(name, each, indent + STEP)]
        case list() | tuple() if any(not isinstance(each, str) for each in given):
            return "", [line for each in given for line in dashed(each, indent + STEP)]
        case list() | tuple():
            return inline([*given]), []
    return "{}" if isinstance(given, Mapping) else scalar(str(given)), []


def entry(name: str, given: Any, indent: int) -> list[str]:
    """The lines of a key with its value."""
    first, below = value(given, indent, room=WIDTH - indent - len(name))
    return [f"{' ' * indent}{name}: {first}".rstrip(), *below]


def dashed(given: Any, indent: int) -> list[str]:
    """The lines of an entry of a list; the first key of a mapping stands beside the dash."""
    first, below = value(given, indent, room=WIDTH - indent)
    if isinstance(given, Mapping) and given:
        return [f"{' ' * indent}- {below[0].lstrip()}", *below[1:]]
    return [f"{' ' * indent}- {first}".rstrip(), *below]


def _is_long(text: str, room: int) -> bool:
    return "\n" in text or (len(scalar(text)) > room and " " in text)


def _block(text: str, indent: int) -> tuple[str, list[str]]:
    """A text below its key: of several lines as they are, one long line folded at blanks."""
    start = " " * indent
    if "\n" not in text and not re.search(r"  |^ | $", text):
        lines = wrap(text, WIDTH - indent, break_long_words=False, break_on_hyphens=False)
        return ">-", [start + line for line in lines]
    body = text.removesuffix("\n")
    end = "-" if body == text else ""
    depth = STEP if body.lstrip("\n").startswith(" ") else ""
    return f"|{depth}{end}", [f"{start}{line}" if line else "" for line in body.split("\n")]
