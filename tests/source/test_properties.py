"""Laws that hold for every input: nothing raises, places lie inside the file, nothing typed is lost or changed."""

import json
import unicodedata
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from wp3reports.diagnostics import Severity, Span
from wp3reports.source import Listing, Mapping, Node, Scalar, Source, parse

LETTERS = "abZ9äłЖ😀\u0301 \n\t\r:-?,[]{}#&*!|>'\"%@`\\=<~.\u00a0\u200b\ufeff\u2028"
PIECES = (
    ": ",
    "- ",
    "\n  ",
    "\n- ",
    " #x",
    "a: ",
    "---\n",
    "...\n",
    "<<: ",
    '"\\u00e9"',
    "|2\n",
    ">-\n",
    "\r\n",
    "!!str ",
)
SIGNS = st.sampled_from([*LETTERS, *PIECES])
YAMLISH = st.lists(SIGNS, max_size=60).map("".join)
UNSEEN = "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0"
SEEN = st.characters(
    codec="utf-8", exclude_categories=["C", "Zl", "Zp"], exclude_characters=UNSEEN, max_codepoint=0x1FFFF
)
TEXT = st.text(SEEN, max_size=12)
WORD = st.from_regex(r"[A-Za-zäöåłЖ0-9][A-Za-zäöåłЖ0-9 /._-]{0,20}[A-Za-zäöåłЖ0-9]", fullmatch=True)
TREE = st.recursive(
    TEXT | WORD, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3), max_leaves=8
)


def inside(span: Span, lines: list[str]) -> bool:
    """Whether a place can be shown in an editor: at most one column after the last character."""
    row = lines[span.line - 1] if 1 <= span.line <= len(lines) else ""
    return (
        1 <= span.line <= len(lines)
        and span.line == span.end_line
        and 1 <= span.column <= span.end_column <= len(row) + 1
    )


def obeys(data: bytes) -> Source | None:
    """What is read, once it is sure that every finding can be shown and helps."""
    source, findings = parse("f", data)
    body = data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
    lines = body.decode("utf-8", "surrogateescape").split("\n")
    assert (source is None) == any(f.severity is Severity.ERROR for f in findings)
    for finding in findings:
        assert finding.message.isprintable()
        assert finding.help.isprintable()
        assert finding.help
        assert all(inside(span, lines) for span in (finding.span, *(note.span for note in finding.notes)))
    if source is not None:
        assert source.lines == tuple(lines)
        walk(source, source.root, (), lines)
    return source


def walk(source: Source, node: Node, path: tuple[str | int, ...], lines: list[str]) -> None:
    """Every node lies inside its file, and unquoted text of one line stands there as it is."""
    assert inside(node.span, lines)
    assert inside(source.at(*path), lines)
    assert inside(source.key_at(*path), lines)
    if isinstance(node, Mapping):
        for key, value in node.entries:
            walk(source, value, (*path, key.text), lines)
            walk(source, key, (), lines)
    elif isinstance(node, Listing):
        for number, item in enumerate(node.items):
            walk(source, item, (*path, number), lines)
    else:
        leaf(source, node, path, lines)


def leaf(source: Source, node: Scalar, path: tuple[str | int, ...], lines: list[str]) -> None:
    assert unicodedata.is_normalized("NFC", node.text)
    if node.plain and node.text:
        typed = lines[node.span.line - 1][node.span.column - 1 : node.span.end_column - 1]
        shown = unicodedata.normalize("NFC", typed).rstrip(" \t")
        assert node.text.startswith(shown)
        assert node.text == shown or node.text[len(shown)] in " \n"
    for offset in (0, len(node.text) // 2, len(node.text), 10_000):
        if path:
            assert inside(source.within(*path, offset=offset), lines)


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=80))
def test_any_bytes(data: bytes) -> None:
    obeys(data)


@settings(max_examples=500, deadline=None)
@given(YAMLISH)
def test_almost_yaml(text: str) -> None:
    obeys(text.encode())


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(["a:\n  b: [x, 'y']\n  c: |\n    t\nd: \"z\"\n- ", "a: {b: c}\nd:\n- e\n- f: g\n  h: i\n"]),
    st.data(),
)
def test_damaged_yaml(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    cut = data.draw(st.integers(0, 3))
    obeys((text[:at] + data.draw(SIGNS) + text[at + cut :]).encode())


def as_read(tree: Any) -> Any:
    """What a tree must come back as: NFC, tuples for lists."""
    if isinstance(tree, dict):
        return {unicodedata.normalize("NFC", key): as_read(value) for key, value in tree.items()}
    return tuple(map(as_read, tree)) if isinstance(tree, list) else unicodedata.normalize("NFC", tree)


def twice(tree: Any) -> bool:
    """Whether two keys are one after NFC."""
    if isinstance(tree, dict):
        return len(as_read(tree)) < len(tree) or any(map(twice, tree.values()))
    return isinstance(tree, list) and any(map(twice, tree))


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(TEXT, TREE, max_size=4))
def test_what_is_quoted_comes_back(tree: dict[str, Any]) -> None:
    source = obeys(json.dumps(tree, ensure_ascii=False).encode())
    assert (source is None) == twice(tree)
    assert source is None or source.plain() == as_read(tree)


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(WORD, st.lists(WORD, min_size=1, max_size=4), min_size=1, max_size=4))
def test_what_is_unquoted_comes_back(tree: dict[str, list[str]]) -> None:
    typed = "".join(f"{key}:\n" + "".join(f"  - {item}\n" for item in items) for key, items in tree.items())
    source = obeys(typed.encode())
    assert source is not None
    assert source.plain() == as_read(tree)


@settings(max_examples=200, deadline=None)
@given(st.lists(WORD | st.just("") | WORD.map("  {}".format), min_size=1, max_size=8), st.booleans())
def test_a_block_comes_back_with_its_places(rows: list[str], crlf: bool) -> None:  # noqa: FBT001 - hypothesis calls it
    text = "\n".join(["x", *rows]).rstrip("\n") + "\n"
    typed = "a:\n  - |\n" + "".join(f"    {row}\n" if row else "\n" for row in text.split("\n")[:-1])
    source = obeys((typed.replace("\n", "\r\n") if crlf else typed).encode())
    assert source is not None
    assert source.plain() == {"a": (as_read(text),)}
    for offset, letter in enumerate(text):
        span = source.within("a", 0, offset=offset)
        if not letter.isspace():
            assert source.lines[span.line - 1][span.column - 1] == letter
