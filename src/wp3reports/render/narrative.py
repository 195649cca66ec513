"""Narrative fields: CommonMark with tables, footnotes and citations, to HTML that only holds what is on the list.

Every word of a text is in its HTML; what cannot be printed as it is meant is printed as typed, and reported by `lint`.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from html import escape
from typing import Any

from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from markupsafe import Markup

from wp3reports.render.commonmark import MAX_NESTING, OPTIONS, Reading, read
from wp3reports.render.refused import Remark
from wp3reports.render.shape import FLATTENS, MAX_NOTES, shape
from wp3reports.source.characters import fault

Cite = Callable[[str], Markup]  # the id of a source to its printed reference


def to_html(text: str, cite: Cite) -> Markup:
    """The text as HTML; `cite` prints a reference to a source."""
    reading = _read(text)
    if any(remark.code in FLATTENS for remark in shape(reading)):
        reading = read(text, flat=True)
    notes, body = _split_footnotes(reading)
    env: dict[str, Any] = {"cite": cite, "notes": notes, "inside": ()}
    return Markup(_PRINTER.render(body, OPTIONS, env).strip())  # noqa: S704 - markdown-it escaped it


def plain(text: str) -> str:
    """The words of a text, without marks and citations, for descriptions."""
    words = (_word(child) for token in _read(text).tokens for child in (*(token.children or ()), _BREAK))
    return " ".join("".join(words).split())


def lint(text: str) -> Iterator[Remark]:
    """What a narrative field may not hold, in the order of the text."""
    reading = _read(text)
    yield from sorted({*reading.remarks, *shape(reading), *_unused_notes(reading), *_unused_addresses(reading)})


@lru_cache(maxsize=512)
def _read(text: str) -> Reading:
    return read(text)


_BREAK = Token("softbreak", "", 0)


def _word(token: Token) -> str:
    if token.type in {"text", "code_inline"}:
        return token.content
    return " " if token.type in {"softbreak", "hardbreak"} else ""


# -- definitions of footnotes and addresses


def _split_footnotes(reading: Reading) -> tuple[dict[int, list[Token]], list[Token]]:
    """The inline content of each called footnote by its number, and all other tokens.

    A note that is called nowhere, or whose name was taken before, stays a paragraph of the text.
    """
    notes: dict[int, list[Token]] = {}
    body: list[Token] = []
    into: list[list[Token] | None] = [None]  # the notes that are open, one in the other
    for token in map(_flattened, reading.tokens):
        if token.type == "footnote_reference_open":
            number = _called(reading, token)
            into.append(notes.setdefault(number, []) if number >= 0 and number not in notes else None)
        elif token.type == "footnote_reference_close":
            into.pop()
        elif (note := into[-1]) is None:
            body.append(token)
        elif token.type == "inline":
            note.append(token)
    return notes, body


def _flattened(token: Token) -> Token:
    """Inline content without the emphasis that is nested too deeply for the engine."""
    children = token.children or []
    if not any(child.nesting and child.level >= MAX_NESTING for child in children):
        return token
    return token.copy(children=[child for child in children if not (child.nesting and child.level >= MAX_NESTING)])


def _called(reading: Reading, definition: Token) -> int:
    """The number of a footnote; negative when no place calls it."""
    number: int = reading.env["footnotes"]["refs"][f":{definition.meta['label']}"]
    return number


def _unused_notes(reading: Reading) -> Iterator[Remark]:
    seen = set()
    for token in reading.tokens:
        if token.type == "footnote_reference_open":
            label = token.meta["label"]
            if label in seen or _called(reading, token) < 0:
                remedy = f"write [^{label}] where it belongs, and give each note a name of its own"
                yield Remark(
                    reading.start(token), "text-footnote", f'no place in the text calls this note "{label}"', remedy
                )
            seen.add(label)


def _unused_addresses(reading: Reading) -> Iterator[Remark]:
    used = {child.attrs.get("href") for token in reading.tokens for child in token.children or ()}
    twice = reading.env.get("duplicate_refs", [])
    for known in (*reading.env.get("references", {}).values(), *twice):
        if known in twice or known["href"] not in used:
            remedy = "refer to it as [words][name], or write it as plain text"
            yield Remark(reading.starts[known["map"][0]], "text-link", "nothing refers to this address", remedy)


# -- the HTML of what CommonMark lacks, and of what it says in attributes


class _Printer(RendererHTML):
    """Each method prints the tokens of its name."""

    def footnote_ref(self, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
        """A footnote where it is called; the style sheet takes it to the page's foot. One in another: in brackets."""
        number, label = tokens[index].meta["id"], tokens[index].meta["label"]
        if number in env["inside"]:
            return escape(f"[^{label}]")
        content = env["notes"].get(number, [])
        inner = " ".join(
            self.renderInline(each.children or [], options, {**env, "inside": (*env["inside"], number)})
            for each in content
        )
        if env["inside"] or number >= MAX_NOTES:
            return f" ({inner})"
        return f'<span class="fn" data-pdf="Note">{inner}</span>'

    def citation(self, tokens: Sequence[Token], index: int, _options: OptionsDict, env: EnvType) -> str:
        """The number of a source."""
        cite: Cite = env["cite"]
        return str(cite(tokens[index].content))

    def link_open(self, tokens: Sequence[Token], index: int, _options: OptionsDict, _env: EnvType) -> str:
        """An address, and a title unless it holds what the reader would refuse."""
        title = str(tokens[index].attrs.get("title", ""))
        told = f' title="{escape(title)}"' if title and not fault(title) else ""
        return f'<a href="{escape(str(tokens[index].attrs["href"]))}"{told}>'

    def th_open(self, tokens: Sequence[Token], index: int, _options: OptionsDict, _env: EnvType) -> str:
        """A head cell, which says what it heads."""
        return f'<th scope="col"{_aligned(tokens[index])}>'

    def td_open(self, tokens: Sequence[Token], index: int, _options: OptionsDict, _env: EnvType) -> str:
        """A cell."""
        return f"<td{_aligned(tokens[index])}>"


def _aligned(cell: Token) -> str:
    """The class of a cell; the style sheet decides, not an attribute."""
    return {"text-align:right": ' class="num"', "text-align:center": ' class="centre"'}.get(
        str(cell.attrs.get("style")), ""
    )


_PRINTER = _Printer()
