"""Narrative fields: CommonMark with tables, footnotes and citations, to HTML that only holds what is on the list.

Every word of a text is in its HTML; what cannot be printed as it is meant is printed as typed, and reported by `lint`.
"""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from html import escape
from typing import Any

from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from markupsafe import Markup

from wp3reports.render.commonmark import OPTIONS, Reading, read
from wp3reports.render.definitions import split, unused
from wp3reports.render.plain import is_plain, paragraphs
from wp3reports.render.refused import Remark
from wp3reports.render.shape import FLATTENS, MAX_NOTES, shape
from wp3reports.source.characters import fault

_KEPT = 4096  # texts, more than eleven cities write: a second look in one process reads only new ones
_LONG = re.compile(r"(\S{21,})")  # the style sheet says why that many

Cite = Callable[[str], Markup]  # the id of a source to its printed reference


def to_html(text: str, cite: Cite) -> Markup:
    """The text as HTML; `cite` prints a reference to a source."""
    if is_plain(text):
        return Markup(paragraphs(text, cite))  # noqa: S704 - as safe as what it cites
    reading = _read(text)
    if any(remark.code in FLATTENS for remark in shape(reading)):
        reading = read(text, flat=True)
    notes, body = split(reading)
    env: dict[str, Any] = {"cite": cite, "notes": notes, "inside": ()}
    return Markup(_PRINTER.render(body, OPTIONS, env).strip())  # noqa: S704 - markdown-it escaped it


@lru_cache(maxsize=_KEPT)
def lint(text: str) -> tuple[Remark, ...]:
    """What a narrative field may not hold, in the order of the text."""
    if is_plain(text):
        return ()
    reading = _read(text)
    return tuple(sorted({*reading.remarks, *shape(reading), *unused(reading)}))


@lru_cache(maxsize=_KEPT)
def _read(text: str) -> Reading:
    return read(text)


# -- the HTML of what CommonMark lacks, and of what it says in attributes


class _Printer(RendererHTML):
    """Each method prints the tokens of its name."""

    def footnote_ref(self, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
        """A footnote where it is called; the style sheet takes it to the page's foot. One in another: in brackets."""
        number, label = tokens[index].meta["id"], tokens[index].meta["label"]
        content = env["notes"].get(number)
        if content is None or number in env["inside"]:
            return escape(f"[^{label}]")
        inner = " ".join(
            self.renderInline(each.children or [], options, {**env, "inside": (*env["inside"], number)})
            for each in content
        )
        if env["inside"] or number >= MAX_NOTES:
            return f" ({inner})"
        return f'<span class="fn" data-pdf="Note">{inner}</span>'

    def text(self, tokens: Sequence[Token], index: int, _options: OptionsDict, env: EnvType) -> str:
        """Words; a blank before a citation does not let go of it at a line's end."""
        content = tokens[index].content
        if content.endswith(" ") and _is_citation(tokens, index + 1):
            content = f"{content[:-1]}\u00a0"
        return _typed(content, env)

    def code_inline(self, tokens: Sequence[Token], index: int, _options: OptionsDict, env: EnvType) -> str:
        """Code as it is typed."""
        return f"<code>{_typed(tokens[index].content, env)}</code>"

    def table_open(self, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
        """A table, in which words that are very long may be cut."""
        env["in_table"] = True
        return self.renderToken(tokens, index, options, env)

    def table_close(self, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
        """The end of a table, of which none stands in another."""
        env["in_table"] = False
        return self.renderToken(tokens, index, options, env)

    def softbreak(self, tokens: Sequence[Token], index: int, _options: OptionsDict, _env: EnvType) -> str:
        """The end of a line as it was typed, which is a blank; before a citation the same."""
        return "\u00a0" if _is_citation(tokens, index + 1) else "\n"

    def citation(self, tokens: Sequence[Token], index: int, _options: OptionsDict, env: EnvType) -> str:
        """The number of a source."""
        cite: Cite = env["cite"]
        return str(cite(tokens[index].content))

    def link_open(self, tokens: Sequence[Token], index: int, _options: OptionsDict, env: EnvType) -> str:
        """An address, and a title unless it holds what the reader would refuse; nothing for `[words]()`."""
        address, title = (str(tokens[index].attrs.get(name, "")) for name in ("href", "title"))
        env["linked"] = bool(address)
        told = f' title="{escape(title)}"' if title and not fault(title) else ""
        return f'<a href="{escape(address)}"{told}>' if address else ""

    def link_close(self, _tokens: Sequence[Token], _index: int, _options: OptionsDict, env: EnvType) -> str:
        """The end of a link, of which none stands in another."""
        return "</a>" if env["linked"] else ""

    def th_open(self, tokens: Sequence[Token], index: int, _options: OptionsDict, _env: EnvType) -> str:
        """A head cell, which says what it heads."""
        return f'<th scope="col"{_aligned(tokens[index])}>'

    def td_open(self, tokens: Sequence[Token], index: int, _options: OptionsDict, _env: EnvType) -> str:
        """A cell."""
        return f"<td{_aligned(tokens[index])}>"


def _is_citation(tokens: Sequence[Token], index: int) -> bool:
    return index < len(tokens) and tokens[index].type == "citation"


def _typed(text: str, env: EnvType) -> str:
    """The text; in a table with a mark on each word for which a column may be too narrow, so that it may be cut."""
    pieces = [escapeHtml(each) for each in (_LONG.split(text) if env.get("in_table") else [text])]
    pieces[1::2] = [f'<span class="unbroken">{each}</span>' for each in pieces[1::2]]
    return "".join(pieces)


def _aligned(cell: Token) -> str:
    """The class of a cell; the style sheet decides, not an attribute."""
    return {"text-align:right": ' class="num"', "text-align:center": ' class="centre"'}.get(
        str(cell.attrs.get("style")), ""
    )


_PRINTER = _Printer()
