"""Parts that begin before all volumes are made."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from wp3reports.build.ahead import Ahead
from wp3reports.build.keys import Keys
from wp3reports.build.times import Times
from wp3reports.model import Limits
from wp3reports.store import Store
from wp3reports.volume import Part, Placement, Volume, late

LIMITS = Limits(seconds=7)


def volume(*parts: Part) -> Volume:
    return Volume("v", "", tuple(Placement(part, "") for part in parts), date(2007, 12, 14), "", "", (), "")


class Line:
    """Takes in so many parts and no more."""

    def __init__(self, room: int) -> None:
        self.room = room
        self.begun: list[str] = []

    def __call__(self, part: Part, limits: Limits) -> bool:
        assert limits == LIMITS
        if len(self.begun) == self.room:
            return False
        self.begun.append(part.name)
        return True


def shown(store: Store, line: Line, *volumes: Sequence[Part]) -> list[str]:
    ahead = Ahead(store, line, Times())
    for parts in volumes:
        ahead(volume(*parts), LIMITS)
    return line.begun


def test_what_is_missing_begins_the_longest_first_and_each_once(tmp_path: Path) -> None:
    short, long = Part("short", "<p>Rīga"), Part("long", "<p>" + "Rīga " * 9)
    assert shown(Store(tmp_path), Line(9), [short, long], [long], [short]) == ["long", "short"]


def test_what_is_stored_here_or_behind_does_not(tmp_path: Path) -> None:
    here, behind, missing = Part("here", "<p>1"), Part("behind", "<p>2"), Part("missing", "<p>3")
    keys, others = Keys(), tmp_path / "others"
    Store(tmp_path / "own").put(keys.part(here), b"pages")
    Store(others).put(keys.part(behind), b"pages")
    assert shown(Store(tmp_path / "own", (others,)), Line(9), [here, behind, missing]) == ["missing"]


def test_nor_what_waits_for_page_numbers(tmp_path: Path) -> None:
    contents = Part("contents", f"<p>Rīga, page {late('riga')}")
    assert shown(Store(tmp_path), Line(9), [contents, Part("riga", "<p>Rīga")]) == ["riga"]


def test_what_found_no_room_is_tried_again_with_the_next_volume(tmp_path: Path) -> None:
    line = Line(1)
    ahead = Ahead(Store(tmp_path), line, Times())
    ahead(volume(Part("one", "<p>1 1"), Part("two", "<p>2")), LIMITS)
    assert line.begun == ["one"]
    line.room = 3
    ahead(volume(Part("three", "<p>")), LIMITS)
    assert line.begun == ["one", "two", "three"]


def test_what_took_longest_the_last_time_is_the_longest(tmp_path: Path) -> None:
    short, long = Part("short", "<p>Rīga"), Part("long", "<p>" + "Rīga " * 9)
    line, times = Line(1), Times({"short": 4.0, "long": 0.5})
    Ahead(Store(tmp_path), line, times)(volume(short, long), LIMITS)
    assert line.begun == ["short"]
