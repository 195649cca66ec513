"""Definitions in a narrative field: footnotes, taken to where they are called, and addresses that have a name.

No word of them is lost: a note that is reached from nowhere stays a paragraph of the text, and is reported.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from markdown_it.token import Token

from wp3reports.render.commonmark import MAX_NESTING, Reading
from wp3reports.render.refused import Remark

_BODY = -1  # what is no part of a note; also the number of a note that is called nowhere


def split(reading: Reading) -> tuple[dict[int, list[Token]], list[Token]]:
    """The inline content of each footnote by its number, and the tokens of the text itself."""
    notes: dict[int, list[Token]] = {}
    body: list[Token] = []
    reached = _reached(reading)
    for number, token in _placed(reading):
        if number in reached and token.type == "inline":
            notes.setdefault(number, []).append(_flattened(token))
        elif number not in reached and not token.type.startswith("footnote_reference"):
            body.append(_flattened(token))
    return notes, body


def unused(reading: Reading) -> Iterator[Remark]:
    """Notes that no place in the text calls, and addresses that lead from nowhere or to nowhere."""
    reached = _reached(reading)
    for number, token in _placed(reading):
        if token.type == "footnote_reference_open" and number not in reached:
            label = token.meta["label"]
            remedy = f"write [^{label}] where it belongs, and give each note a name of its own"
            yield Remark(
                reading.start(token), "text-footnote", f'no place in the text calls this note "{label}"', remedy
            )
        if any(child.attrs.get("href") == "" for child in token.children or ()):
            remedy = "write the address between the round brackets"
            yield Remark(reading.start(token), "text-link", "a link without an address", remedy)
    used = {child.attrs.get("href") for token in reading.tokens for child in token.children or ()}
    twice = reading.env.get("duplicate_refs", [])
    for known in (*reading.env.get("references", {}).values(), *twice):
        if known in twice or known["href"] not in used:
            remedy = "refer to it as [words][name], or write it as plain text"
            yield Remark(reading.starts[known["map"][0]], "text-link", "nothing refers to this address", remedy)


def _placed(reading: Reading) -> Iterator[tuple[int, Token]]:
    """Each token with the number of the note that it is a part of; of two notes with one name the first counts."""
    inside, seen = [_BODY], set()
    for token in reading.tokens:
        if token.type == "footnote_reference_open":
            number = reading.env["footnotes"]["refs"][f":{token.meta['label']}"]
            inside.append(_BODY if number in seen else number)
            seen.add(number)
        yield inside[-1], token
        if token.type == "footnote_reference_close":
            inside.pop()


def _reached(reading: Reading) -> frozenset[int]:
    """The numbers of the notes that are called from the text, or from another note that is printed."""
    calls: dict[int, list[int]] = defaultdict(list)
    for number, token in _placed(reading):
        calls[number] += [child.meta["id"] for child in token.children or () if child.type == "footnote_ref"]
    reached = _closure(calls[_BODY], calls)
    for number in [*calls]:
        if number not in reached | {_BODY}:  # printed as a paragraph, and what it calls as its notes
            reached |= _closure(calls[number], calls) - {number}
    return frozenset(reached - {_BODY})


def _closure(start: list[int], calls: Mapping[int, list[int]]) -> set[int]:
    found: set[int] = set()
    waiting = [*start]
    while waiting:
        number = waiting.pop()
        if number not in found:
            found.add(number)
            waiting += calls.get(number, [])
    return found


def _flattened(token: Token) -> Token:
    """Inline content without the emphasis that is nested too deeply for the engine."""
    children = token.children or []
    if not any(child.nesting and child.level >= MAX_NESTING for child in children):
        return token
    return token.copy(children=[child for child in children if not (child.nesting and child.level >= MAX_NESTING)])
