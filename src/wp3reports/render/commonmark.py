"""The CommonMark of narrative fields: text to tokens.

Raw HTML, pictures, headings and code blocks are off, links lead to http, https, mailto or a place in the text. What is
off stays in the output as text and is remembered with its place, so that nothing is lost without a word.
"""

from html import unescape
from itertools import accumulate
from typing import Any, Final, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.table import escapedSplit, table
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from wp3reports.model import CITATION
from wp3reports.render.refused import ENTITY, LINK, REMARKS, Remark, refusal, refused_names
from wp3reports.source.characters import fault

MAX_NESTING: Final = 10
MAX_COLUMNS: Final = 20
MAX_REMARKS: Final = 20  # of one text; the rest seldom tells more


class Reading(NamedTuple):
    """A text as tokens, not to be changed; `env` has the definitions of its footnotes and addresses."""

    tokens: list[Token]
    lines: list[str]
    starts: list[int]  # the offset of each line
    size: int
    remarks: tuple[Remark, ...]
    env: dict[str, Any]

    def start(self, token: Token) -> int:
        """The offset of the line in which a token begins."""
        return self.starts[min(token.map[0] if token.map else 0, len(self.lines) - 1)]


def read(text: str, *, flat: bool = False) -> Reading:
    """The text as tokens. `flat` leaves lists, quotations, tables and footnotes as they were typed."""
    lines = text.split("\n")
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    env: dict[str, Any] = {"lines": lines, "starts": starts, "names": refused_names(text), "line": 0, "remarks": set()}
    tokens = (_FLAT if flat else _FULL).parse(text, env)
    remarks = tuple(Remark(offset, code, *REMARKS[code]) for offset, code in sorted(env["remarks"]))
    return Reading(tokens, lines, starts, len(text), remarks, env)


def cells(line: str) -> int:
    """How many cells a row of a table has as it was typed."""
    parts = escapedSplit(line.lstrip(" >").rstrip())
    return len(parts) - (not parts[0]) - (len(parts) > 1 and not parts[-1])


# -- rules that take the place of markdown-it's own


def _table(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """A table, unless it is so wide that a few lines would become pages of cells."""
    line = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]]
    if line.count("|") < MAX_COLUMNS or cells(line) <= MAX_COLUMNS:
        return table(state, start, end, silent)
    if not silent and table(state, start, end, silent=True):
        state.env["remarks"].add((state.env["starts"][start], "text-columns"))
    return False


def _inline(state: StateCore) -> None:
    """The inline content of all blocks, whose rules are told in which line they are."""
    line = 0
    for token in state.tokens:
        line = token.map[0] if token.map else line
        if token.type == "inline":
            state.env["line"] = line
            token.children = token.children or []
            state.md.inline.parse(token.content, state.md, state.env, token.children)


def _entity(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """`&amp;` and its kind, unless the reader would refuse the character: then it stays as it was typed."""
    match = ENTITY.match(state.src, state.pos)
    meant = unescape(match[0]) if match else ""
    if match is None or meant in {"", "\ufffd", match[0]} or fault(meant):
        return False
    if not silent:
        state.push("text_special", "", 0).content = meant
    state.pos = match.end()
    return True


def _cite(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """`[@id]`."""
    match = CITATION.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        state.push("citation", "", 0).content = match[1]
    state.pos = match.end()
    return True


def _remember(state: StateInline, _silent: bool) -> bool:  # noqa: FBT001
    """Never takes anything: it comes last, so that what it sees will be printed as it was typed."""
    remarks = state.env["remarks"]
    if len(remarks) < MAX_REMARKS and (code := refusal(state.src, state.pos, state.env["names"])):
        remarks.add((_offset(state), code))
    return False


def _offset(state: StateInline) -> int:
    """The place of the present sign in the whole text; lines lose what stands before them on their way here."""
    line = state.env["line"] + state.src.count("\n", 0, state.pos)
    start = state.src.rfind("\n", 0, state.pos) + 1
    row, raw = state.src[start:].partition("\n")[0], state.env["lines"][line]
    column = max(raw.find(row), 0) + state.pos - start
    offset: int = state.env["starts"][line] + min(column, max(len(raw) - 1, 0))
    return offset


def _parser(*off: str) -> MarkdownIt:
    # Past maxNesting text is dropped without a word. It lies beyond what is printed: a list has two levels.
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": 2 * MAX_NESTING + 4})
    parser.enable("table").use(footnote_plugin, inline=False, move_to_end=False)
    parser.disable(["heading", "lheading", "image", "html_block", "html_inline", "code", "fence", *off])
    parser.block.ruler.at("table", _table, {"alt": ["paragraph", "reference"]})
    parser.core.ruler.at("inline", _inline)
    parser.inline.ruler.at("entity", _entity)
    parser.inline.ruler.before("link", "citation", _cite)
    parser.inline.ruler.push("remember", _remember)
    # Two hooks of its own. An address is printed as typed, for decoding it could make any character.
    parser.validateLink = lambda url: LINK.match(url) is not None  # type: ignore[method-assign]
    parser.normalizeLinkText = lambda link: link  # type: ignore[method-assign]
    return parser


_FULL = _parser()
_FLAT = _parser("table", "list", "blockquote", "footnote_def")
OPTIONS: Final = _FULL.options
