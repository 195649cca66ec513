from collections.abc import Callable, Mapping
from dataclasses import replace

from wp3reports.model import Dossier, Grade, HandIn, Reference, bibliography

Read = Callable[[Mapping[str, str]], Dossier]


def source(name: str, title: str, url: str = "", author: str = "") -> Reference:
    return Reference.model_validate(
        {"id": name, "title": title, "grade": Grade.LATER, "author": author or "x"} | ({"url": url} if url else {})
    )


def test_a_source_is_numbered_once_whichever_hand_ins_name_it(given: Mapping[str, str], dossier_of: Read) -> None:
    first, second, third = dossier_of(given).of(HandIn)[:3]
    listed = [
        (first, (source("a", "One", "https://example.org/1"), source("b", "Two"))),
        (
            second,
            (source("z", "Another title", "https://example.org/1"), source("y", "Two"), source("x", "Two", author="q")),
        ),
        (third, ()),
    ]
    deliveries = [replace(each, submission=each.submission.model_copy(update={"sources": own})) for each, own in listed]
    book = bibliography(deliveries)
    assert [reference.title for reference in book.references] == ["One", "Two", "Two"]
    assert [book.number(deliveries[0], each) for each in ("a", "b", "x")] == [1, 2, None]
    assert [book.number(deliveries[1], each) for each in ("z", "y", "x")] == [1, 2, 3]
    assert book.number(deliveries[2], "a") is None


def test_without_hand_ins_there_are_no_sources() -> None:
    assert bibliography(()).references == ()
