"""Narrative fields: CommonMark with tables, footnotes and citations, to HTML that only holds what is on the list.

Raw HTML, pictures and headings are off: text that tries them is printed as typed and reported by `lint`.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from markupsafe import Markup
from mdit_py_plugins.footnote import footnote_plugin

from wp3reports.model import CITATION

MAX_NESTING = 10
MAX_COLUMNS = 20
_ALLOWED_LINK = re.compile(r"(?:https?://|mailto:|#)", re.IGNORECASE)
_SUSPECT_LINK = re.compile(r"(?<!!)\[[^\]\n]*\]\(\s*<?([^)\s>]+)")
_SUSPECT_PICTURE = re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)")
_SUSPECT_HEADING = re.compile(r"^ {0,3}#{1,6} ", re.MULTILINE)
_QUOTES = re.compile(r"^[ >]*", re.MULTILINE)

Cite = Callable[[str], Markup]  # the id of a source to its printed reference


def _footnote(renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
    """A footnote where it is called; the style sheet takes it to the page's foot."""
    notes: dict[int, list[Token]] = env["notes"]
    content = notes.get(tokens[index].meta["id"], [])
    inner = " ".join(renderer.renderInline(each.children or [], options, env) for each in content)
    return f'<span class="fn" data-pdf="Note">{inner}</span>'


def _citation(_: RendererHTML, tokens: Sequence[Token], index: int, _options: OptionsDict, env: EnvType) -> str:
    cite: Cite = env["cite"]
    return str(cite(tokens[index].content))


def _head_cell(renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
    tokens[index].attrSet("scope", "col")
    return renderer.renderToken(tokens, index, options, env)


def _cite_rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    match = CITATION.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        state.push("citation", "", 0).content = match[1]
    state.pos = match.end()
    return True


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": 2 * MAX_NESTING})
    parser.enable("table").disable(["heading", "lheading", "image", "html_block", "html_inline", "code"])
    parser.use(footnote_plugin, inline=False)
    parser.disable("footnote_tail")
    parser.inline.ruler.before("link", "citation", _cite_rule)
    parser.add_render_rule("footnote_ref", _footnote)
    parser.add_render_rule("citation", _citation)
    parser.add_render_rule("th_open", _head_cell)
    parser.validateLink = lambda address: bool(_ALLOWED_LINK.match(address))  # type: ignore[method-assign] # its own hook
    return parser


_PARSER = _parser()


def to_html(text: str, cite: Cite) -> Markup:
    """The text as HTML; `cite` prints a reference to a source."""
    env: dict[str, Any] = {"cite": cite}
    tokens = _PARSER.parse(text, env)
    env["notes"], body = _split_footnotes(tokens, env)
    return Markup(_PARSER.renderer.render(body, _PARSER.options, env).strip())  # noqa: S704 - markdown-it escaped it


def _split_footnotes(tokens: list[Token], env: dict[str, Any]) -> tuple[dict[int, list[Token]], list[Token]]:
    """Inline content of each called footnote by its number, and the tokens without the definitions."""
    called = env.get("footnotes", {}).get("refs", {})
    notes: dict[int, list[Token]] = {}
    body: list[Token] = []
    current: list[Token] | None = None
    for token in tokens:
        if token.type == "footnote_reference_open":
            current = []
            number = called.get(f":{token.meta['label']}", -1)
            notes[number] = current
        elif token.type == "footnote_reference_close":
            current = None
        elif current is None:
            body.append(token)
        elif token.type == "inline":
            current.append(token)
    return notes, body


def lint(text: str) -> Iterator[tuple[int, str, str, str]]:
    """What a narrative field may not hold: (offset, code, message, help)."""
    for match in _SUSPECT_LINK.finditer(text):
        if not _ALLOWED_LINK.match(match[1]):
            yield match.start(), "text-link", "a link may only lead to http, https, mailto or a place in the text", (
                "write the address in full, or leave the words without a link"
            )
    for match in _SUSPECT_PICTURE.finditer(text):
        yield match.start(), "text-picture", "a picture cannot stand in the text", (
            'declare it under "figures", with a caption and a text alternative'
        )
    for match in _SUSPECT_HEADING.finditer(text):
        yield match.start(), "text-heading", "headings come from the report, not from the text", (
            "leave out the # signs; begin the paragraph with words in **bold** if it needs a lead"
        )
    yield from _lint_shape(text)


def _lint_shape(text: str) -> Iterator[tuple[int, str, str, str]]:
    depth = max((match[0].count(">") for match in _QUOTES.finditer(text)), default=0)
    nested = depth if depth > MAX_NESTING else max((t.level for t in _PARSER.parse(text, {})), default=0) // 2
    if nested > MAX_NESTING:
        yield 0, "text-nesting", f"lists or quotations are nested more than {MAX_NESTING} deep", "write it flatter"
    columns = max((line.count("|") - 1 for line in text.splitlines()), default=0)
    if columns > MAX_COLUMNS:
        yield 0, "text-columns", f"a table has more than {MAX_COLUMNS} columns", "split the table, or turn it round"


def plain(text: str) -> str:
    """The words of a text, without marks and citations, for descriptions."""
    tokens = _PARSER.parse(CITATION.sub("", text), {})
    words = "".join(c.content for t in tokens for c in (t.children or []) if c.type in {"text", "code_inline"})
    return " ".join(words.split())
