"""What a narrative field may not hold: told at the signs that the parser took for plain text.

Such a place is printed as it was typed. Nothing here parses; a sign is only looked at where no rule of CommonMark had a
use for it, so code and escaped signs never come here.
"""

import re
from collections.abc import Set as AbstractSet
from html import unescape
from typing import Final, NamedTuple

from markdown_it.common.utils import normalizeReference

LINK: Final = re.compile(r"https?://[^\s/?#]|mailto:[^\s]|#.", re.IGNORECASE)
ENTITY: Final = re.compile(r"&(?:#x[0-9a-f]{1,6}|#[0-9]{1,7}|[a-z][a-z0-9]{1,31});", re.IGNORECASE)

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_LABEL = r"\[((?:[^\[\]\\\n]|\\.|\[[^\[\]\n]{0,200}\]){0,500})\]"
_INSIDE = r"[^()\n]{0,400}"
_PICTURE = re.compile(rf"!{_LABEL}[(\[]")
_LINKED = re.compile(rf"{_LABEL}(?:\(({_INSIDE}(?:\({_INSIDE}\){_INSIDE})?)|(:)|\[([^\[\]\n]{{1,200}})\])?")
_TARGET = re.compile(r"\s*<?[^\s>]+>?(?:\s+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?\s*")
_DEFINITION = re.compile(r"^[ >]*\[([^\]\n^][^\]\n]*)\]:[ \t]*<?([^\s>]+)>?[ \t]*(?:[\"'(].*)?$", re.MULTILINE)
_AUTOLINK = re.compile(r"<[a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^<>\s]*>")
_NOTE = re.compile(r"\[\^[^\]\s]+\]")
_HEADING = re.compile(r"#{1,6}[ \t]|={2,}[ \t]*(?:\n|$)")


class Remark(NamedTuple):
    """Something that a text may not hold: where it begins, the name of the finding, what is wrong, what to do."""

    offset: int
    code: str
    message: str
    remedy: str


REMARKS: Final = {
    "text-link": (
        "no link is made of this: it may only lead to http, https, mailto or a place in the text",
        "write [words](https://…) with the whole address and no blank in it, or leave the words without a link",
    ),
    "text-picture": (
        "a picture cannot stand in the text",
        'declare it under "figures", with a caption and a text alternative',
    ),
    "text-heading": (
        "headings come from the report, not from the text",
        "leave out the signs; begin the paragraph with words in **bold** if it needs a lead",
    ),
    "text-citation": (
        "no source is cited by this",
        "write one id in each pair of brackets, as it stands under sources: [@first-id] [@second-id]",
    ),
    "text-footnote": (
        "no footnote has this name",
        "begin a paragraph with the same name and a colon, such as [^1]: and then the text of the note",
    ),
    "text-character": (
        "this stands for a character that may not be printed",
        "leave it out",
    ),
    "text-columns": (
        "a table has more than 20 columns, so it is printed as typed",
        "split the table, or turn it round",
    ),
}


def refused_names(text: str) -> frozenset[str]:
    """The names in `[name]: address` whose address is refused."""
    found = _DEFINITION.findall(text)
    return frozenset(normalizeReference(name) for name, address in found if not LINK.match(unescape(address)))


def refusal(text: str, at: int, names: AbstractSet[str]) -> str:
    """The name of the finding for a sign that was left over; empty when it is just a sign."""
    match text[at]:
        case "!":
            return "text-picture" if _PICTURE.match(text, at) else ""
        case "#" | "=":
            return "text-heading" if _is_heading(text, at) else ""
        case "<":
            return "text-link" if _AUTOLINK.match(text, at) else ""
        case "&":
            entity = ENTITY.match(text, at)
            return "text-character" if entity and unescape(entity[0]) != entity[0] else ""
        case "[" if text[at - 1 : at] not in {"!", "]"} or at == 0:
            return _bracket(text, at, names)
        case _:
            return ""


def _is_heading(text: str, at: int) -> bool:
    """Whether a line begins here with the signs of a heading, or is the line under one."""
    if text[:at].rpartition("\n")[2].strip() or not _HEADING.match(text, at):
        return False
    return text[at] == "#" or "\n" in text[:at]


def _bracket(text: str, at: int, names: AbstractSet[str]) -> str:
    if text.startswith("[@", at):
        return "text-citation"
    if _NOTE.match(text, at):
        return "text-footnote"
    found = _LINKED.match(text, at)
    if found is None:
        return ""
    label, target, defines, other = found.groups()
    if target is not None:
        meant = _TARGET.fullmatch(target) or _SCHEME.match("".join(unescape(target).split()))
        return "text-link" if meant else ""
    opens_line = not text[:at].rpartition("\n")[2].strip()
    is_refused = bool(names & {normalizeReference(each) for each in (label, other) if each})
    return "text-link" if is_refused and (opens_line or not defines) else ""
