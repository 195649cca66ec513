"""Mistakes as people make them: the name of the finding, its place, and what the hint says."""

import pytest

from wp3reports.source import parse

# What was typed, the finding, its place, and words of the message or the hint.
MISTAKES = [
    ("", "yaml-empty", "1:1", "empty"),
    ("---\n", "yaml-empty", "1:1", "empty"),
    ("\n\n# later\n", "yaml-empty", "1:1", "empty"),
    ("just a sentence\n", "yaml-not-a-mapping", "1:1", "a text"),
    ("a:1\n", "yaml-not-a-mapping", "1:1", "blank after the colon"),
    ("- a\n- b\n", "yaml-not-a-mapping", "1:1", "a list"),
    ('a: "x\nb: 1\nc: 2\n', "yaml-syntax", "1:4", "never closed"),
    ("a: 'x\nb: 1\n", "yaml-syntax", "1:4", "never closed"),
    ('a: "x\nb: "y"\n', "yaml-syntax", "1:4", "closed only in line 2"),
    ("a: 'Oslo's cluster'\n", "yaml-syntax", "1:10", "apostrophe twice"),
    ('a: "He said "no" twice"\n', "yaml-syntax", "1:14", "closing quote"),
    ('a: "C:\\path"\n', "yaml-syntax", "1:7", "backslash twice"),
    ("v: [x\n", "yaml-syntax", "1:4", 'close it with "]"'),
    ("v: {x: 1\n", "yaml-syntax", "1:4", 'close it with "}"'),
    ("v: [a, b\nw: 1\n", "yaml-syntax", "1:4", "never closed"),
    ("v: [Draft] Report\n", "yaml-syntax", "1:4", '"[Draft] Report"'),
    ("v:\n  - {a} b\n", "yaml-syntax", "2:5", 'begins with "{"'),
    ("v: [x #3, y]\nb: 1\n", "yaml-syntax", "1:4", "is a comment"),
    ("v: ] x\n", "yaml-syntax", "1:4", 'begins with "]"'),
    ("v: a: b\n", "yaml-syntax", "1:5", 'quotes round text with ": " inside'),
    ("title: Riga: a city: of light\n", "yaml-syntax", "1:12", "a second colon"),
    ("a: text\n  b: 1\n", "yaml-syntax", "2:4", "part of the text above"),
    ("- a: 1\n   b: 2\n", "yaml-syntax", "2:5", "part of the text above"),
    ("a: 1\nb:2\nc: 3\n", "yaml-syntax", "2:2", '"b: 2"'),
    ("a: 1\nb 2\nc: 3\n", "yaml-syntax", "2:1", "a colon is missing"),
    ("a:\n   b: 1\n  c: 2\n", "yaml-syntax", "3:3", "same column"),
    ("  a: 1\nb: 2\n", "yaml-syntax", "2:1", "same column"),
    ("a: |\n   x\n  y\nb: 1\n", "yaml-syntax", "3:3", "indented less than the text"),
    ("a: 1\n- b\n", "yaml-syntax", "2:1", "list and fields are mixed"),
    ("- a\nb: 1\n", "yaml-syntax", "2:1", "list and fields are mixed"),
    ("v:\n  - a: 1\n   b: 2\n", "yaml-syntax", "3:4", "same column"),
    ("v:\n  - a: 1\n    b: 2\n  - c: 1\n   d: 2\n", "yaml-syntax", "5:4", "since line 4"),
    ("v:\n  - a: 1\n    b: |\n      x\n   - a: 2\n", "yaml-syntax", "5:4", "not stand below the others"),
    ("v:\n  - a: 1\n  -b: 2\n", "yaml-syntax", "3:3", "blank is missing after the hyphen"),
    ("v:\n  - a: 1\n  – a: 2\n", "yaml-syntax", "3:3", "begin each entry of the list with a hyphen"),
    ("v:\n  • a: 1\n    b: 2\n", "yaml-syntax", "2:3", 'not with "•"'),
    ("v:\n  * a: 1\n  * a: 2\n", "yaml-syntax", "2:3", 'not with "*"'),
    ("v: @x\n", "yaml-syntax", "1:4", '"@x"'),
    ("v: `x`\n", "yaml-syntax", "1:4", '"`x`"'),
    ("v: %x\n", "yaml-syntax", "1:4", '"%x"'),
    ("v: **bold** text\n", "yaml-syntax", "1:4", '"**bold** text"'),
    ("v: & co\n", "yaml-syntax", "1:4", '"& co"'),
    ("v: >text\n", "yaml-syntax", "1:4", 'line below the ">"'),
    ("v: |text\n", "yaml-syntax", "1:4", 'line below the "|"'),
    ("v: - x\n", "yaml-syntax", "1:4", "a line of its own"),
    ("v: ? x\n", "yaml-syntax", "1:4", '"? x"'),
    ("v: , x\n", "yaml-syntax", "1:4", '", x"'),
    ("v: !<x\n", "yaml-syntax", "1:4", 'begins with "!"'),
    (": x\n", "yaml-key-not-text", "1:1", "name of a field is missing"),
    ("a: 1\n? \n: x\n", "yaml-key-not-text", "2:1", "name of a field is missing"),
    ("? [a, b]\n: x\n", "yaml-key-not-text", "1:3", "field's name"),
    ("{a: 1}: x\n", "yaml-key-not-text", "1:1", "field's name"),
    ("a: 1\nb:\n\tc: 2\n", "yaml-tab", "3:1", "indent with blanks"),
    ("a:\n  b: 1\n\tc: 2\n", "yaml-tab", "3:1", "indent with blanks"),
    ("a:\n  \tb: 1\n", "yaml-tab", "2:3", "indent with blanks"),
    ("a: x\n\ty\n", "yaml-tab", "2:1", "indent with blanks"),
    ("a: [\n\tx, y,\n\tz]\n", "yaml-tab", "3:1", "indent with blanks"),
    ("a: |\n  prose\n  \tmore\nb\nc: 1\n", "yaml-syntax", "4:1", "a colon is missing"),
    ("a:\n\u00a0\u00a0b: 1\n", "yaml-no-break-space", "2:1", "type a blank"),
    ("a:\u00a01\nb: 2\n", "yaml-no-break-space", "1:3", "U+00A0"),
    ("a:\n  b:\u00a01\n", "yaml-no-break-space", "2:5", "type a blank"),
    ("a:\n  -\u00a01\n", "yaml-no-break-space", "2:4", "type a blank"),
    ("a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> x\n", "yaml-merge-conflict", "2:1", "two versions"),
    ("a: 1\n>>>>>>> x\n", "yaml-merge-conflict", "2:1", "merge conflict"),
    ("a: 1\nb: 2\na: 3\n", "yaml-duplicate-key", "3:1", "first in line 1"),
    ("x:\n  - a: 1\n    b: 2\n    a: 3\n", "yaml-duplicate-key", "4:5", "first in line 2"),
    ("a: &b c\n", "yaml-alias", "1:4", 'begins with "&"'),
    ("a: *b\n", "yaml-alias", "1:4", 'begins with "*"'),
    ("a: !important x\n", "yaml-tag", "1:4", 'begins with "!"'),
    ("a: ! x\n", "yaml-tag", "1:4", 'begins with "!"'),
    ("a:\n  <<: b\n", "yaml-merge-key", "2:3", "write the fields out"),
    ("%YAML 1.2\n---\na: 1\n", "yaml-directive", "1:1", "delete the line"),
    ("a: 1\n%b: 2\n", "yaml-directive", "2:1", "delete the line"),
    ("a: 1\n---\nb: 2\n", "yaml-second-document", "2:1", "file of its own"),
    ("a: 1\n...\nb: 2\n", "yaml-second-document", "3:1", "file of its own"),
    ('a: "\\u200b"\n', "yaml-character", "1:4", "written as an escape"),
    ('a: "\\ud800"\n', "yaml-character", "1:7", "no such character"),
    ('a: "\\xzz"\n', "yaml-syntax", "1:7", "backslash"),
]


@pytest.mark.parametrize(("typed", "code", "place", "words"), MISTAKES)
def test_mistake(typed: str, code: str, place: str, words: str) -> None:
    source, findings = parse("riga.yaml", typed.encode())
    found = [(f.code, str(f.span)) for f in findings]
    assert source is None
    assert (code, f"riga.yaml:{place}") in found
    assert any(words in f.message + f.help for f in findings if f.code == code)
    assert all(f.help for f in findings)


def test_mistakes_are_many() -> None:
    assert len(MISTAKES) >= 60


def test_all_problems_are_told_at_once() -> None:
    _, findings = parse("riga.yaml", "a: &x 1\nb: !t 2\nb: 3\nc: \u200b\n".encode())
    assert {f.code for f in findings} == {"yaml-alias", "yaml-tag", "yaml-duplicate-key", "yaml-character"}


def test_no_more_than_twenty_of_a_kind() -> None:
    _, findings = parse("riga.yaml", b"a: &x 1\n" * 500)
    assert len(findings) == 20


def test_messages_escape_what_does_not_print() -> None:
    typed = '"::warning::\\x1b[31m": 1\n"::warning::\\x1b[31m": 2\n'
    _, findings = parse("riga.yaml", typed.encode())
    assert len(findings) == 3
    for finding in findings:
        assert (finding.message + finding.help).isprintable()
        assert not finding.message.startswith(("::", '"::'))


@pytest.mark.parametrize(
    "typed",
    [
        "status: draft   # draft, submitted or accepted\n",
        "a: |\n  \u00a0x\n  \ty\n  Cluster #3\n  <<<<<<< HEAD\n",
        "a: 'Cluster #3'\n",
        "a:\tx\n",
        "---\na: 1\n...\n",
        "a: text\n  \t\n  goes on\n",
        "a: Note:\u00a0this\n",
        "a: x#3\n",
        "a: 1 # one\nb: # two\n  - x  # three\n",
        '"<<": 1\n',
        '"": 1\n',
        "a: https://x.eu/#top\n",
    ],
)
def test_no_false_alarm(typed: str) -> None:
    source, findings = parse("riga.yaml", typed.encode())
    assert source is not None
    assert findings == ()


@pytest.mark.parametrize(
    ("typed", "place", "shown"),
    [
        ("v: Cluster #3\n", "1:12", '"Cluster #3"'),
        ("v: #3\n", "1:4", '"#3"'),
        ("v:\n  - Cluster #maritime cluster\n", "2:13", '"Cluster #maritime cluster"'),
        ("v: one\n  two #3\n", "2:7", '"one two #3"'),
    ],
)
def test_comment_that_eats_text(typed: str, place: str, shown: str) -> None:
    source, (finding,) = parse("f", typed.encode())
    assert source is not None
    assert (finding.code, str(finding.span)) == ("yaml-comment-eats-text", f"f:{place}")
    assert shown in finding.help
