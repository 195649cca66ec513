"""Places are those of an editor: columns in characters, from the character after the byte order mark."""

import pytest

from wp3reports.diagnostics import Span
from wp3reports.source import Source, parse


def source_of(typed: str | bytes) -> Source:
    source, _ = parse("f", typed if isinstance(typed, bytes) else typed.encode())
    assert source is not None
    return source


def marked(source: Source, span: Span) -> str:
    assert span.line == span.end_line
    return source.lines[span.line - 1][span.column - 1 : span.end_column - 1]


HAND_IN = source_of(
    """\
status: draft
author:
  name: "Ilze Bērziņa"
  town: Rīga
clusters:
  - cluster: food
    notes: [one, 'two', {three: 3}]
  - cluster: wood
    summary: |
      Text
empty:
none: ""
"""
)


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        (("status",), "draft", "status"),
        (("author",), "author", "author"),
        (("author", "name"), '"Ilze Bērziņa"', "name"),
        (("author", "town"), "Rīga", "town"),
        (("clusters",), "clusters", "clusters"),
        (("clusters", 0), "cluster", "cluster"),
        (("clusters", 1, "cluster"), "wood", "cluster"),
        (("clusters", 1, "summary"), "|", "summary"),
        (("clusters", 0, "notes"), "[one, 'two', {three: 3}]", "notes"),
        (("clusters", 0, "notes", 1), "'two'", "'two'"),
        (("clusters", 0, "notes", 2), "{three: 3}", "{three: 3}"),
        (("clusters", 0, "notes", 2, "three"), "3", "three"),
        (("empty",), ":", "empty"),
        (("none",), '""', "none"),
        # what is not there is placed at what should hold it
        (("author", "phone"), "author", "author"),
        (("author", "phone", 3, "x"), "author", "author"),
        (("clusters", 5), "clusters", "clusters"),
        (("clusters", -1), "clusters", "clusters"),
        (("clusters", "x"), "clusters", "clusters"),
        (("clusters", 1, "themes"), "cluster", "cluster"),
        (("clusters", 0, "notes", 9), "notes", "notes"),
        (("status", "x"), "status", "status"),
        ((), "s", "s"),
        (("x",), "s", "s"),
        ((0,), "s", "s"),
    ],
)
def test_value_and_key(path: tuple[str | int, ...], value: str, key: str) -> None:
    assert marked(HAND_IN, HAND_IN.at(*path)) == value
    assert marked(HAND_IN, HAND_IN.key_at(*path)) == key


def test_places_are_the_right_lines() -> None:
    assert str(HAND_IN.at("clusters", 1, "cluster")) == "f:8:14"
    assert str(HAND_IN.at("clusters", 1)) == "f:8:5"
    assert str(HAND_IN.key_at("clusters", 0, "notes")) == "f:7:5"
    assert HAND_IN.at("x") == Span("f", 1, 1, 1, 2)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_columns_whatever_the_encoding(mark: str, end: str) -> None:
    typed = mark + end.join(["ä😀: 1", "b: {x: 😀😀, y:\t'é\u0301'}", "c:", "- 😀\tz   ", ""])
    source = source_of(typed)
    assert source.lines == ("ä😀: 1", "b: {x: 😀😀, y:\t'é\u0301'}", "c:", "- 😀\tz   ", "")
    assert source.at("ä😀") == Span("f", 1, 5, 1, 6)
    assert source.at("b", "x") == Span("f", 2, 8, 2, 10)
    assert source.at("b", "y") == Span("f", 2, 15, 2, 19)
    assert source.at("c", 0) == Span("f", 4, 3, 4, 6)


def test_plain_data() -> None:
    assert HAND_IN.plain() == {
        "status": "draft",
        "author": {"name": "Ilze Bērziņa", "town": "Rīga"},
        "clusters": (
            {"cluster": "food", "notes": ("one", "two", {"three": "3"})},
            {"cluster": "wood", "summary": "Text\n"},
        ),
        "empty": "",
        "none": "",
    }


def test_kinds_of_text() -> None:
    source = source_of("a: x\nb: 'x'\nc: |\n  x\nd: >-\n  x\ne:\n")
    kinds = {key.text: (value.plain, value.block) for key, value in source.root.entries if hasattr(value, "plain")}
    assert kinds == {
        "a": (True, False),
        "b": (False, False),
        "c": (False, True),
        "d": (False, True),
        "e": (True, False),
    }


@pytest.mark.parametrize(
    "typed",
    [
        "v: some plain text\n",
        "v: some plain text   # a comment\n",
        "v: 'single quoted'\n",
        'v: "double quoted"   # a comment\n',
        "v: [some text, other]\n",
        "v: |\n  one\n    two\n\n  three\n",
        "v: |\n\n\n  one\n  two   \n# comment\n",
        "v: |2-\n    one\n   two\n",
        "v: |+\n  one\n\n\n",
        "v: |\n  e\u0301te\u0301 cafe\u0301 x\n  Malmo\u0308\n",
        "v: e\u0301te\u0301 cafe\u0301 x\n",
        "v: >\n  one two\n  three\n\n  four\n    five\n",
        "v: one two\n  three\n\n  four\n",
        "v: 'one two\n  three'\n",
        'v: "one two\n  three"\n',
        "- |\n    one\n    two\n",
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_character_within_a_text(typed: str, end: str) -> None:
    """Whatever letter of the text is asked for, that letter stands there in the file."""
    rows = ["deep:", *(f"  {row}" for row in typed.split("\n"))]
    source = source_of(end.join(row if row.strip() else "" for row in rows))
    path = ("deep", 0) if typed.startswith("-") else ("deep", "v")
    node = source.plain()["deep"]
    text = node[0] if isinstance(node, tuple) else node["v"]
    if isinstance(text, tuple):
        text, path = text[0], (*path, 0)
    letters = 0
    for offset, letter in enumerate(text):
        span = source.within(*path, offset=offset)
        assert span.end_column == span.column + 1
        if not letter.isspace():
            composed = "éö".find(letter) >= 0
            assert marked(source, span) == ("eo"["éö".index(letter)] if composed else letter)
            letters += 1
    assert letters >= 3


def test_character_within_a_text_with_escapes() -> None:
    """Nothing is guessed: the start of the text."""
    for typed in ('v: "a \\"b\\" c"\n', "v: 'it''s'\n", 'v: "a\\\n  b"\n', 'v: "a\\nb"\n'):
        source = source_of(typed)
        assert source.within("v", offset=4) == source.at("v")


def test_character_within_nothing() -> None:
    source = source_of("v: {x: 1}\ne:\nw: text\n")
    assert source.within("v", offset=0) == source.at("v")
    assert source.within("e", offset=0) == source.at("e")
    assert source.within("x", offset=0) == source.at("x")
    assert source.within("w", offset=0) == Span("f", 3, 4, 3, 5)
    assert source.within("w", offset=99) == Span("f", 3, 7, 3, 8)
