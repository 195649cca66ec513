"""What a file says once a change is made: the laws that the measure itself keeps."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wp3reports.authoring.changes import Insert, Path, Put, Remove, applied, composed

TEXTS = st.text(st.sampled_from("ab é\n"), max_size=4)
KEYS = st.sampled_from(["a", "b", "c"])
VALUES: st.SearchStrategy[Any] = st.recursive(
    TEXTS, lambda inner: st.lists(inner, max_size=3).map(tuple) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=8
)
FILES = st.dictionaries(KEYS, VALUES, min_size=1, max_size=3)
FILE = {"date": "2005-12-08", "analyses": ({"cluster": "ict", "threats": ()}, {"cluster": "food"})}


def places(value: Any, path: Path = ()) -> list[tuple[Path, Any]]:
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, tuple) else ()
    inner = [found for step, each in steps for found in places(each, (*path, step))]
    return [(path, value), *inner]


def at(value: Any, path: Path) -> Any:
    for step in path:
        value = value[step]
    return value


@given(data=st.data(), file=FILES, new=VALUES)
def test_what_was_put_stands_there_and_putting_back_undoes_it(data: st.DataObject, file: Any, new: Any) -> None:
    path, old = data.draw(st.sampled_from(places(file)[1:]))
    after = applied(file, Put(path, new))
    assert at(after, path) == new
    assert applied(after, Put(path, old)) == file


@given(data=st.data(), file=FILES, new=VALUES)
def test_what_was_inserted_is_gone_when_removed(data: st.DataObject, file: Any, new: Any) -> None:
    listed = [(path, value) for path, value in places(file) if isinstance(value, tuple)]
    path, old = data.draw(st.sampled_from(listed)) if listed else ((), None)
    if old is None:
        return
    number = data.draw(st.integers(0, len(old)))
    after = applied(file, Insert(path, number, new))
    assert at(after, path) == (*old[:number], new, *old[number:])
    assert applied(after, Remove((*path, number))) == file


@given(data=st.data(), file=FILES)
def test_a_change_touches_nothing_beside_its_place(data: st.DataObject, file: Any) -> None:
    path, _ = data.draw(st.sampled_from(places(file)[1:]))
    kept = {place: value for place, value in places(file) if not _related(place, path)}
    after = applied(file, Put(path, "new"))
    assert {place: value for place, value in places(after) if not _related(place, path)} == kept


def _related(one: Path, other: Path) -> bool:
    shorter = min(len(one), len(other))
    return one[:shorter] == other[:shorter]


def test_a_key_may_be_new_and_a_list_may_be_begun() -> None:
    assert applied(FILE, Put(("analyses", 1, "grade"), "later"))["analyses"][1] == {"cluster": "food", "grade": "later"}
    assert applied(FILE, Insert(("analyses", 1, "threats"), 0, "x"))["analyses"][1]["threats"] == ("x",)
    assert applied({"threats": ""}, Insert(("threats",), 0, "x")) == {"threats": ("x",)}


def test_a_key_is_removed_with_its_value() -> None:
    assert applied(FILE, Remove(("analyses",))) == {"date": "2005-12-08"}
    assert applied(FILE, Remove(("analyses", 0, "threats")))["analyses"][0] == {"cluster": "ict"}


@pytest.mark.parametrize(
    "change",
    [
        Put(("analyses", 7, "cluster"), "x"),
        Put(("nowhere", "cluster"), "x"),
        Put((), "x"),
        Insert(("date",), 0, "x"),
        Insert(("analyses", 0), 0, "x"),
        Insert(("analyses",), 3, "x"),
        Remove(("nowhere",)),
        Remove(("analyses", 2)),
        Remove(("date", 0)),
    ],
)
def test_what_is_not_there_cannot_be_changed(change: Put | Insert | Remove) -> None:
    with pytest.raises((KeyError, IndexError, TypeError)):
        applied(FILE, change)


def test_values_are_given_as_the_reader_gives_them() -> None:
    assert composed({"a": ["e\u0301", {"b": []}]}) == {"a": ("é", {"b": ()})}
