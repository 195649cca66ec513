import pikepdf
import pytest

from wp3reports.pdf import Bookmark
from wp3reports.pdf.outline import write_outline

Tree = list[tuple[str, "Tree"]]


def outline(*levels: int) -> Tree:
    file = pikepdf.new()
    for _ in levels:
        file.add_blank_page()
    write_outline(file, [Bookmark(level, f"{number}", number, 10, 20) for number, level in enumerate(levels)])
    with file.open_outline() as read:
        return nested(read.root)


def nested(items: list[pikepdf.OutlineItem]) -> Tree:
    return [(item.title, nested(list(item.children))) for item in items]


def test_levels_nest() -> None:
    assert outline(1, 2, 2, 3, 1) == [("0", [("1", []), ("2", [("3", [])])]), ("4", [])]


def test_a_skipped_level_still_hangs_below_the_last_higher_one() -> None:
    assert outline(1, 3, 2, 1) == [("0", [("1", []), ("2", [])]), ("3", [])]
    assert outline(3, 2, 1) == [("0", []), ("1", []), ("2", [])]


def test_only_the_top_is_open() -> None:
    file = pikepdf.new()
    file.add_blank_page()
    write_outline(file, [Bookmark(level, "x", 0, 0, 0) for level in (1, 2, 3, 2, 1)])
    assert file.Root.Outlines.Count == 2
    assert file.Root.Outlines.First.Count == -2
    assert file.Root.Outlines.First.First.Count == -1


@pytest.mark.parametrize("levels", [(), (1,)])
def test_no_outline_without_bookmarks(levels: tuple[int, ...]) -> None:
    file = pikepdf.new()
    file.add_blank_page()
    write_outline(file, [Bookmark(level, "x", 0, 0, 0) for level in levels])
    assert ("/Outlines" in file.Root) is bool(levels)
