import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wp3reports.pdf import syntax
from wp3reports.pdf.syntax import content, follow, pointed_at, rekeyed, renumbered, string, text, without_strings

TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=30)
TRICKY = st.one_of(
    TEXTS, st.lists(st.sampled_from(["1 0 R", " ", "(", ")", "\\", "<<", "/K [2 0 R]", "a"])).map("".join)
)


@given(TRICKY)
def test_a_string_says_what_it_was_made_of(said: str) -> None:
    assert text(string(said)) == said
    assert re.fullmatch(syntax.STRING, string(said), re.DOTALL)


@given(TRICKY, TRICKY)
def test_names_are_sorted_by_what_they_stand_for(one: str, other: str) -> None:
    if one.isascii() and other.isascii():
        assert (content(string(one)) < content(string(other))) == (one < other)


@given(st.lists(st.one_of(TRICKY, st.integers(1, 3)), max_size=8))
def test_references_get_other_numbers_and_texts_stay(entries: list[str | int]) -> None:
    def written(numbers: dict[int, bytes]) -> bytes:
        return b"<</K [%b]>>" % b" ".join(numbers[each] if isinstance(each, int) else string(each) for each in entries)

    before = written({number: b"%d 0 R" % number for number in (1, 2, 3)})
    after = {b"1": b"70 0 R", b"2": b"2 0 R", b"3": b"1 0 R"}
    assert renumbered(before, after) == written({int(number): other for number, other in after.items()})
    assert pointed_at(before) == [b"%d" % each for each in entries if isinstance(each, int)]
    assert b" 0 R" not in without_strings(written({1: b"", 2: b"", 3: b""}))


def test_a_number_that_nothing_takes_the_place_of() -> None:
    with pytest.raises(KeyError):
        renumbered(b"[1 0 R 2 0 R]", {b"1": b"5 0 R"})


def test_numbers_beside_a_reference_are_none() -> None:
    assert pointed_at(b"<</Nums [0 [5 0 R] 1 12 0 R]/Rect [0 0 0.5 10]/P 7 0 R>>") == [b"5", b"12", b"7"]


def test_an_entry_is_followed() -> None:
    assert follow(b"<</Resources 5 0 R/Parent 1 0 R>>", "Parent") == b"1"
    with pytest.raises(ValueError, match="no /Contents"):
        follow(b"<</Parent 1 0 R>>", "Contents")


def test_keys_of_pages_and_links() -> None:
    assert rekeyed(b"<</StructParents 3/Tabs /S>>", lambda key: key + 10) == b"<</StructParents 13/Tabs /S>>"
    link = b"<</Contents (see /StructParent 1)/StructParent 1/F 4>>"
    assert rekeyed(link, lambda key: key + 10) == b"<</Contents (see /StructParent 1)/StructParent 11/F 4>>"
