import pytest
from markdown_it import MarkdownIt

from wp3reports.reporters.markdown import quoted

SPITEFUL = [
    "a | b",
    "**bold** _it_ `code` ~~gone~~ $x$",
    "[link](javascript:x) ![picture](y)",
    "<b>tag</b> <!-- note --> &amp; &lt;",
    "back\\slash \\| bar",
    "line\nbreak\r\nand\ttab",
    "ends with \\",
]


@pytest.mark.parametrize("text", SPITEFUL)
def test_text_in_a_cell_is_read_as_it_was_written(text: str) -> None:
    table = f"| head | x |\n|---|---|\n| {quoted(text)} | end |\n"
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(table)
    first, last = (
        token
        for token in tokens[tokens.index(next(t for t in tokens if t.type == "tbody_open")) :]
        if token.type == "inline"
    )
    assert {child.type for child in first.children or ()} <= {"text", "text_special"}
    shown = "".join(child.content for child in first.children or ())
    assert shown == text.replace("\n", "\\u{a}").replace("\r", "\\u{d}").replace("\t", "\\u{9}")
    assert last.content == "end"


@pytest.mark.parametrize("text", ["@everyone", "#12", "https://example.org", "www.example.org", "a@b.org"])
def test_nothing_becomes_a_link_or_calls_anybody(text: str) -> None:
    assert "\u200b" in quoted(text)
    assert quoted(text).replace("\u200b", "") == text
