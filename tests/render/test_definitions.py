import pytest

from wp3reports.render.commonmark import read
from wp3reports.render.definitions import split, unused


@pytest.mark.parametrize(
    ("text", "notes", "paragraphs"),
    [
        ("a[^x]\n\n[^x]: b", {0: ["b"]}, ["a[^x]"]),
        ("a[^x] c[^y]\n\n[^y]: d\n\n[^x]: b\n\n    e", {0: ["b", "e"], 1: ["d"]}, ["a[^x] c[^y]"]),
        ("a[^x]\n\n[^x]: b[^y]\n[^y]: c", {0: ["b[^y]"], 1: ["c"]}, ["a[^x]"]),
        ("a[^x]\n\n[^x]: b[^y]\n\n[^y]: c", {0: ["b[^y]"], 1: ["c"]}, ["a[^x]"]),
        ("a\n\n[^x]: b", {}, ["a", "b"]),
        ("a\n\n[^x]: b[^x]", {}, ["a", "b[^x]"]),
        ("a\n\n[^x]: b[^y]\n\n[^y]: c[^x]", {0: ["c[^x]"]}, ["a", "b[^y]"]),
        ("a[^x]\n\n[^x]: b\n\n[^x]: c", {0: ["b"]}, ["a[^x]", "c"]),
    ],
)
def test_notes_go_where_they_are_called_and_others_stay(
    text: str, notes: dict[int, list[str]], paragraphs: list[str]
) -> None:
    found, body = split(read(text))
    assert {number: [token.content for token in tokens] for number, tokens in found.items()} == notes
    assert [token.content for token in body if token.type == "inline"] == paragraphs


def test_what_is_used_is_not_told() -> None:
    text = "a[^x] [b][c] [d](https://e.org/2)\n\n[^x]: e\n\n[c]: https://e.org"
    assert list(unused(read(text))) == []
