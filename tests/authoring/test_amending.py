"""One value changed: the file says what was meant, and every other line stands as it stood."""

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from typing import Any

import pytest
from hypothesis import given as forall
from hypothesis import settings
from hypothesis import strategies as st

from wp3reports.authoring.amending import CannotAmendError, amended
from wp3reports.authoring.changes import Change, Insert, Path, Put, Remove, applied, composed
from wp3reports.source import parse

RIGA = "inputs/m2_swot/riga.yaml"
FILE = """\
# Milestone 2, Riga
date: 2005-12-08  # handed in
summary: |
  Two clusters are emerging.

  # not a comment
analyses:
  # the first one
  - cluster: ict   # as selected
    strengths:
      - {statement: Firms pay, source: a}
      - statement: >-
          Banks buy software in the city
          in which it is written.
        source: b
    # the next list
    threats: []
  - cluster: food

    strengths:
    - statement: "in quotes: here"
keywords: [ict, 'food, fish']  # two
status:
"""


def written(change: Change, text: str = FILE) -> str:
    return amended(RIGA, text.encode(), change).decode()


def changed(change: Change) -> tuple[list[str], list[str]]:
    """The lines that went and those that came."""
    before, after = FILE.split("\n"), written(change).split("\n")
    moves = [move for move in SequenceMatcher(None, before, after, autojunk=False).get_opcodes() if move[0] != "equal"]
    return [row for _, i, j, _, _ in moves for row in before[i:j]], [row for *_, i, j in moves for row in after[i:j]]


@pytest.mark.parametrize(
    ("change", "gone", "come"),
    [
        (Put(("date",), "2005-12-09"), ["date: 2005-12-08  # handed in"], ["date: 2005-12-09  # handed in"]),
        (
            Put(("analyses", 0, "cluster"), "e: 1"),
            ["  - cluster: ict   # as selected"],
            ['  - cluster: "e: 1"   # as selected'],
        ),
        (Put(("status",), "accepted"), ["status:"], ["status: accepted"]),
        (
            Put(("analyses", 1, "strengths", 0, "statement"), "so"),
            ['    - statement: "in quotes: here"'],
            ["    - statement: so"],
        ),
        (
            Put(("analyses", 0, "strengths", 0, "source"), "c"),
            ["      - {statement: Firms pay, source: a}"],
            ["      - {statement: Firms pay, source: c}"],
        ),
        (
            Put(("keywords",), ["ict", "logistics"]),
            ["keywords: [ict, 'food, fish']  # two"],
            ["keywords: [ict, logistics]  # two"],
        ),
        (
            Put(("summary",), "One line.\n\nAnd one more.\n"),
            ["  Two clusters are emerging.", "  # not a comment"],
            ["  One line.", "  And one more."],
        ),
        (
            Put(("analyses", 1, "grade"), "sourced", ("cluster", "maturity", "grade", "strengths")),
            [],
            ["    grade: sourced"],
        ),
        (
            Insert(("analyses", 0, "threats"), 0, {"statement": "Firms leave", "source": "a"}),
            ["    threats: []"],
            ["    threats:", "      - statement: Firms leave", "        source: a"],
        ),
        (
            Insert(("analyses", 1, "strengths"), 1, {"statement": "Fish"}),
            [],
            ["    - statement: Fish"],
        ),
        (Insert(("analyses", 1, "threats"), 0, "x"), [], ["    threats: [x]"]),
        (
            Remove(("analyses", 0, "strengths", 1)),
            [
                "      - statement: >-",
                "          Banks buy software in the city",
                "          in which it is written.",
                "        source: b",
            ],
            [],
        ),
        (
            Remove(("analyses", 1, "strengths", 0)),
            ["    strengths:", '    - statement: "in quotes: here"'],
            ["    strengths: []"],
        ),
        (Remove(("keywords", 0)), ["keywords: [ict, 'food, fish']  # two"], ['keywords: ["food, fish"]  # two']),
        (Remove(("status",)), ["status:"], []),
    ],
)
def test_only_the_lines_of_the_value_change(change: Change, gone: list[str], come: list[str]) -> None:
    assert changed(change) == (gone, come)


def test_the_first_key_of_an_entry_leaves_its_dash_to_the_next() -> None:
    assert "  - strengths:\n      - {statement" in written(Remove(("analyses", 0, "cluster")))


def test_a_long_line_is_folded_and_lines_are_kept() -> None:
    long = written(Put(("status",), "word " * 40 + "end"))
    assert "status: >-\n  word word" in long
    assert max(map(len, long.split("\n"))) <= 110
    assert "status: |-\n  one\n    two\n" in written(Put(("status",), "one\n  two"))


def test_entries_are_parted_as_the_others_are() -> None:
    text = "a:\n  - b: 1\n\n  - b: 2\n"
    assert written(Insert(("a",), 2, {"b": "3"}), text) == "a:\n  - b: 1\n\n  - b: 2\n\n  - b: 3\n"


def test_line_ends_and_the_mark_of_byte_order_stay() -> None:
    text = "\ufeff" + FILE.replace("\n", "\r\n")
    for change in (Put(("summary",), "a\nb"), Insert(("analyses", 0, "strengths"), 1, {"statement": "x"})):
        after = written(change, text)
        assert after.startswith("\ufeff# Milestone 2")
        assert after.count("\n") == after.count("\r\n")


def test_a_file_without_a_last_line_end_keeps_none() -> None:
    assert written(Put(("b",), "2"), "a: 1") == "a: 1\nb: 2"
    assert written(Put(("b",), "2"), "a: 1\r\nc: 3") == "a: 1\r\nc: 3\r\nb: 2"


@pytest.mark.parametrize(
    "change",
    [
        Put(("analyses", 7, "cluster"), "x"),
        Put(("nowhere", "cluster"), "x"),
        Insert(("date",), 0, "x"),
        Remove(("nowhere",)),
        Remove(("analyses", 1, "strengths", 0, "statement")),  # would leave an entry with nothing in it
        Put(("date",), "a\u200bb"),  # the reader refuses it
    ],
)
def test_what_cannot_be_done_is_refused(change: Change) -> None:
    with pytest.raises(CannotAmendError):
        written(change)


def test_a_list_in_brackets_with_a_comment_inside_is_left_alone() -> None:
    with pytest.raises(CannotAmendError, match="comment between the brackets"):
        written(Put(("a", 0), "c"), "a: [b,  # why\n  d]\n").removeprefix("a")
    with pytest.raises(CannotAmendError, match="comment between the brackets"):
        written(Insert(("a",), 0, "c"), "a: [b,  # why\n  d]\n")


def test_a_file_with_mistakes_is_left_alone() -> None:
    with pytest.raises(CannotAmendError, match="mistakes"):
        written(Put(("a",), "x"), "a: *b\n")


def paths(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    if path:
        yield path, value
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, tuple) else ()
    for step, each in steps:
        yield from paths(each, (*path, step))


TEXTS = st.text(st.sampled_from("ab #:-'\"[]{},&*!|>%@`\n\\ēæ"), max_size=60)


@forall(data=st.data())
@settings(max_examples=150, deadline=None)
def test_any_change_says_what_was_meant_or_is_refused(data: st.DataObject, given_whole: Mapping[str, str]) -> None:
    path = data.draw(st.sampled_from(sorted(each for each in given_whole if each.endswith(".yaml"))))
    before = given_whole[path].encode()
    source, _ = parse(path, before)
    assert source is not None
    where, value = data.draw(st.sampled_from(list(paths(source.plain()))))
    changes = [st.builds(Put, st.just(where), TEXTS), st.just(Remove(where))]
    if isinstance(value, tuple):
        at = st.integers(0, len(value))
        changes.append(st.builds(Insert, st.just(where), at, st.one_of(TEXTS, st.dictionaries(st.just("a"), TEXTS))))
    change = data.draw(st.one_of(changes))
    try:
        after = amended(path, before, change)
    except CannotAmendError:
        return
    read, _ = parse(path, after)
    assert read is not None
    meant = change if isinstance(change, Remove) else change._replace(value=composed(change.value))
    assert read.plain() == applied(source.plain(), meant)


def region(before: bytes, where: Path) -> tuple[int, int]:
    """The lines from the key of a value to the next key that does not belong to it; a list in brackets as a whole."""
    source, _ = parse(RIGA, before)
    assert source is not None
    places = [(path, source.key_at(*path).line - 1) for path, _ in paths(source.plain())]
    first = dict(places)[where]
    later = [line for path, line in places if path[: len(where)] != where and line > first]
    return first, min(later, default=len(before.split(b"\n")))


@forall(data=st.data())
@settings(max_examples=60, deadline=None)
def test_lines_of_others_and_comments_stay_byte_for_byte(data: st.DataObject, given_whole: Mapping[str, str]) -> None:
    path = data.draw(st.sampled_from(sorted(each for each in given_whole if each.endswith(".yaml"))))
    before = f"# first\n{given_whole[path]}# last\n".encode()
    source, _ = parse(path, before)
    assert source is not None
    where, _ = data.draw(st.sampled_from(list(paths(source.plain()))))
    try:
        after = amended(path, before, data.draw(st.sampled_from([Put(where, "new: text"), Put(where, "a\nb\n")])))
    except CannotAmendError:
        return
    first, end = region(before, where)
    rows, changed_rows = before.split(b"\n"), after.split(b"\n")
    assert changed_rows[:first] == rows[:first]
    assert changed_rows[len(changed_rows) - len(rows) + end :] == rows[end:]
    comments = [row for row in rows[first:end] if row.lstrip().startswith(b"#")]
    assert [row for row in comments if row not in changed_rows] == []


@forall(data=st.data(), one=TEXTS, other=TEXTS)
@settings(max_examples=50, deadline=None)
def test_a_value_put_back_gives_the_same_bytes(data: st.DataObject, one: str, other: str) -> None:
    source, _ = parse(RIGA, FILE.encode())
    assert source is not None
    where, _ = data.draw(st.sampled_from(list(paths(source.plain()))))
    try:
        first = amended(RIGA, FILE.encode(), Put(where, one))
        second = amended(RIGA, first, Put(where, other))
    except CannotAmendError:
        return
    assert amended(RIGA, second, Put(where, one)) == first


@forall(data=st.data())
@settings(max_examples=50, deadline=None)
def test_an_entry_inserted_and_removed_leaves_no_trace(data: st.DataObject, given_whole: Mapping[str, str]) -> None:
    path = data.draw(st.sampled_from(sorted(each for each in given_whole if each.endswith(".yaml"))))
    before = given_whole[path].encode()
    source, _ = parse(path, before)
    assert source is not None
    records = [
        (where, value)
        for where, value in paths(source.plain())
        if isinstance(value, tuple)
        and value
        and isinstance(value[0], dict)
        and source.at(*where) == source.key_at(*where)
    ]  # in brackets entries are quoted as we quote them
    where, value = data.draw(st.sampled_from(records or [(("new",), ())]))
    at = data.draw(st.integers(0, len(value)))
    after = amended(path, before, Insert(where, at, {"name": "x", "text": "a\n\nb\n"}))
    if records:
        assert amended(path, after, Remove((*where, at))) == before
