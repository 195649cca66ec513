"""Lines of a file: what is not touched stays as it stood, and line ends are those of the file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wp3reports.authoring.lines import Lines, Stretch
from wp3reports.diagnostics import Span

FILE = """\
a: one  # why
b:
  - c: 1
    d: |
      # of the text

      more
    # of the list

  # of the next
  - e: [x,
      y]  # two
f:
- g
# the end
"""


def lines() -> Lines:
    return Lines.of(FILE.encode())


def text(changed: Lines) -> str:
    return changed.to_bytes().decode()


@given(st.text(st.sampled_from("ab:# -\n\ufeffé")).map(lambda text: text.replace("\n", "\r\n")), st.booleans())
def test_a_file_read_is_the_same_file_written(crlf: str, as_it_is: bool) -> None:  # noqa: FBT001 - drawn
    data = (crlf if as_it_is else crlf.replace("\r", "")).encode()
    assert Lines.of(data).to_bytes() == data


@given(data=st.data())
def test_lines_put_in_and_taken_away_leave_no_trace(data: st.DataObject) -> None:
    end = data.draw(st.sampled_from(["\n", "\r\n"]))
    before = "".join(f"{row}{end}" for row in data.draw(st.lists(st.text("ab# ", max_size=3), min_size=1, max_size=5)))
    changed = Lines.of(before.encode())
    at = data.draw(st.integers(0, before.count("\n")))
    new = data.draw(st.lists(st.text("xy", min_size=1, max_size=3), min_size=1, max_size=3))
    changed.insert(at, new)
    assert text(changed).split(end)[at : at + len(new)] == new
    changed.delete(at, at + len(new))
    assert text(changed) == before


def test_what_belongs_to_a_key_ends_before_comments_of_what_follows() -> None:
    assert lines().end(0, 0) == 1
    assert lines().end(3, 4) == 7
    assert lines().end(2, 2) == 8, "a comment further in belongs to the entry"
    assert lines().end(1, 0) == 12
    assert lines().end(12, 0) == 13
    assert lines().end(12, 0, dashes=True) == 14


def test_a_value_is_replaced_and_its_comment_stays() -> None:
    changed = lines()
    changed.replace(Stretch(0, 3, 1, is_block=False), "two", [])
    assert text(changed) == FILE.replace("a: one  # why", "a: two  # why")


def test_a_text_that_was_folded_leaves_the_comments_behind_it() -> None:
    changed = Lines.of(b"a: one\n  two\n  # behind\nb: 2\n")
    changed.replace(Stretch(0, 3, 3, is_block=False), "|", ["  x"])
    assert text(changed) == "a: |\n  x\n  # behind\nb: 2\n"


def test_a_block_owns_all_its_lines() -> None:
    changed = lines()
    changed.replace(Stretch(3, 7, 7, is_block=True), "short", [])
    assert text(changed) == FILE.replace("    d: |\n      # of the text\n\n      more\n", "    d: short\n")


def test_an_entry_is_parted_from_the_one_before_if_asked() -> None:
    changed = Lines.of(b"a:\n  - b\n")
    changed.insert(2, ["  - c"], spaced=True)
    assert text(changed) == "a:\n  - b\n\n  - c\n"


@pytest.mark.parametrize("end", ["", "\r\n"])
def test_a_last_line_keeps_the_end_that_it_had(end: str) -> None:
    changed = Lines.of(f"a: 1\r\nb: 2{end}".encode())
    changed.insert(2, ["c: 3"])
    assert text(changed) == f"a: 1\r\nb: 2\r\nc: 3{end}"


def test_what_stands_before_a_removed_key_goes_to_the_next() -> None:
    changed = Lines.of(b"a:\n  - b: 1\n    c: 2\n")
    changed.delete(1, 2, heir=4)
    assert text(changed) == "a:\n  - c: 2\n"


def test_signs_and_what_stands_behind_brackets() -> None:
    assert lines().sign(Span("a.yaml", 11, 8)) == "["
    assert lines().behind_brackets(12) == ""
    assert Lines.of(b"a: {b: [c]}\n").behind_brackets(1) == ""
    assert Lines.of(b"- {a: [b]}, x\n").behind_brackets(1) == ", x"
