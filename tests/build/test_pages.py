"""Each part is laid out once, comes from the store the next time, and knows its pages in the end."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from wp3reports import pdf
from wp3reports.build.pages import ROUNDS, Pages
from wp3reports.pipeline import Compilation
from wp3reports.store import Store
from wp3reports.volume import PAGES, Numbering, Part, Placement, Volume, late

Compiled = Callable[..., Compilation]


class Counting:
    """Lays out a page for each part and counts the calls."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.told: list[tuple[int, int, str]] = []

    def export(self, parts: Sequence[Part]) -> Iterator[tuple[Part, pdf.Printed]]:
        for part in parts:
            self.parts.append(part.name)
            yield part, pdf.Printed(part.html.encode(), 0 if "fails" in part.html else part.html.count("<p>"))

    def progress(self, done: int, total: int, name: str) -> None:
        self.told.append((done, total, name))


def pages_in(folder: Path, most: int | None = None) -> tuple[Pages, Counting]:
    engine = Counting()
    return Pages(Store(folder), engine.export, engine.progress, most), engine


def test_equal_parts_are_laid_out_once(tmp_path: Path) -> None:
    pages, engine = pages_in(tmp_path)
    one, same, other = Part("a", "<p>1"), Part("b", "<p>1"), Part("c", "<p>2")
    pages.lay_out([one, same, other, one])
    assert engine.parts == ["a", "c"]
    assert engine.told == [(1, 2, "a"), (2, 2, "c")]
    assert pages.of(same) is pages.of(one)
    assert pages.laid_out == 2
    assert len(pages.used) == 2


def test_what_is_stored_is_not_laid_out(tmp_path: Path) -> None:
    pages_in(tmp_path)[0].lay_out([Part("a", "<p>1")])
    pages, engine = pages_in(tmp_path)
    pages.lay_out([Part("a", "<p>1")])
    assert engine.parts == []
    assert pages.of(Part("a", "<p>1")).pdf == b"<p>1"


def test_a_part_with_too_many_pages_fails_from_the_store_too(tmp_path: Path) -> None:
    long, part = Part("long", "<p>" * 4), Part("part", "<p>" * 3)
    for count in (2, 0):
        pages, engine = pages_in(tmp_path, most=3)
        pages.lay_out([long, part])
        assert len(engine.parts) == count  # it is stored all the same: a higher limit may come
        assert [flaw.code for flaw in pages.of(long).flaws] == ["pdf-pages"]
        assert (pages.of(long).pages, pages.of(part).pages) == (0, 3)
    pages, engine = pages_in(tmp_path, most=4)
    pages.lay_out([long])
    assert (engine.parts, pages.of(long).pages) == ([], 4)


def test_what_fails_is_not_stored(tmp_path: Path) -> None:
    for _ in range(2):
        pages, engine = pages_in(tmp_path)
        pages.lay_out([Part("a", "fails")])
        pages.lay_out([Part("a", "fails")])
        assert engine.parts == ["a"]  # once in each run
        assert pages.laid_out == 0


def test_late_parts_are_filled_and_nothing_moves(tmp_path: Path, compiled: Compiled) -> None:
    pages, engine = pages_in(tmp_path)
    settled, moving = pages.settle(compiled().volumes)
    assert not moving
    assert settled.keys() == {volume.name for volume in compiled().volumes}
    assert not any(part.is_late for parts in settled.values() for part in parts)
    assert settled["milestone/m2_swot"][0].html.endswith(" of 3")
    assert ROUNDS > 2
    assert len(engine.parts) == 5


def test_what_counts_pages_waits_until_the_contents_are_there(tmp_path: Path) -> None:
    contents = Part("contents", f"<p>{late('body')}<p>")
    control = Part("control", f"<p>{late(PAGES)} pages")
    placed = tuple(Placement(part, "") for part in (control, contents, Part("body", "<p>text")))
    volume = Volume("final", "", placed, date(2007, 12, 14), "", "", (), "")
    pages, engine = pages_in(tmp_path)
    settled, moving = pages.settle([volume])
    assert not moving
    assert engine.parts == ["body", "contents", "control"]
    assert settled["final"][0].html == "<p>4 pages"


def test_a_sheet_laid_into_a_draft_moves_no_number(tmp_path: Path) -> None:
    contents = Part("contents", f"<p>{late(PAGES)}")
    front = [Placement(part, "", Numbering.ROMAN) for part in (contents, Part("control", "<p>text"))]
    loose = Placement(Part("standing", "<p><p>"), "", Numbering.LOOSE, draft_only=True)
    placed = (loose, *front, Placement(Part("body", "<p>text"), ""))
    volume = Volume("final", "", placed, date(2007, 12, 14), "", "", (), "")
    pages, engine = pages_in(tmp_path)
    draft, _ = pages.settle([volume])
    assert draft["final"][1].html == "<p>3"
    engine.parts.clear()
    release, _ = pages.settle([volume.released()])
    assert release["final"] == draft["final"][1:]
    assert engine.parts == []


def test_page_numbers_that_never_settle_are_given_up(tmp_path: Path) -> None:
    restless = Part("restless", f"<p>{late(PAGES)}")
    volume = Volume("final", "", (Placement(restless, ""),), date(2007, 12, 14), "", "", (), "")

    def export(parts: Sequence[Part]) -> Iterator[tuple[Part, pdf.Printed]]:
        for part in parts:
            yield part, pdf.Printed(b"pdf", int(part.html.removeprefix("<p>")) + 1)

    pages = Pages(Store(tmp_path), export, lambda *_: None)
    _, moving = pages.settle([volume])
    assert moving == {"final"}
    assert pages.laid_out == ROUNDS - 1


def book(body: str) -> Volume:
    """Contents that tell the page of the second part and how many there are, and the two parts."""
    contents = Part("contents", f"<p>{late('two')} of {late(PAGES)}")
    parts = (contents, Part("one", body), Part("two", "<p>two"))
    placed = (Placement(part, "", Numbering.ROMAN if part is contents else Numbering.ARABIC) for part in parts)
    return Volume("book", "", tuple(placed), date(2007, 12, 14), "", "", (), "")


def keys_of(volume: Volume, folder: Path) -> list[str]:
    pages, _ = pages_in(folder)
    settled, _ = pages.settle([volume])
    return [pages.keys.part(part) for part in settled["book"]]


def test_with_the_numbers_of_before_late_parts_are_laid_out_beside_the_others(tmp_path: Path) -> None:
    known = keys_of(book("<p>a<p>b"), tmp_path)
    edited = book("<p>a<p>c")
    assert known != keys_of(edited, tmp_path / "elsewhere")
    calls: list[list[str]] = []
    engine = Counting()

    def export(parts: Sequence[Part]) -> Iterator[tuple[Part, pdf.Printed]]:
        calls.append([part.name for part in parts])
        return engine.export(parts)

    changed = replace(edited, placements=tuple(_reworded(each) for each in edited.placements))
    settled, moving = Pages(Store(tmp_path), export, engine.progress).settle([changed], {"book": known})
    assert (calls, moving) == ([["one", "contents"]], frozenset())
    assert settled["book"] == Pages(Store(tmp_path), export, engine.progress).settle([changed])[0]["book"]


def test_where_pages_move_the_numbers_of_before_do_no_harm(tmp_path: Path) -> None:
    known = keys_of(book("<p>a"), tmp_path)
    longer = book("<p>a<p>b<p>c")
    pages, _ = pages_in(tmp_path)
    settled, moving = pages.settle([longer], {"book": known})
    without, _ = pages_in(tmp_path / "elsewhere")
    assert (settled, moving) == (without.settle([longer])[0], frozenset())


@pytest.mark.parametrize("known", [[], ["unknown"], ["a", "b", "c"]])
def test_keys_of_nobody_are_no_numbers(tmp_path: Path, known: list[str]) -> None:
    pages, engine = pages_in(tmp_path)
    assert pages.settle([book("<p>a")], {"book": known})[0] == pages_in(tmp_path)[0].settle([book("<p>a")])[0]
    assert engine.parts == ["one", "two", "contents"]


def _reworded(placed: Placement) -> Placement:
    part = placed.part
    return replace(placed, part=replace(part, html=f"<b>{part.html}")) if part.is_late else placed
