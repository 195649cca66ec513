from collections.abc import Callable

import pikepdf
import pydyf
import pytest

from wp3reports.pdf import Bookmark
from wp3reports.pdf.objects import Objects
from wp3reports.pdf.outline import outline

Tree = list[tuple[str, "Tree"]]
Read = Callable[..., pikepdf.Pdf]
Made = Callable[..., pikepdf.Pdf]


@pytest.fixture
def made(read: Read) -> Made:
    """A file whose outline has bookmarks of these levels, each for a page of its own."""

    def make(*levels: int) -> pikepdf.Pdf:
        objects = Objects()
        pages = [objects.add(pydyf.Dictionary({"Type": "/Page"})) for _ in levels]
        marks = [Bookmark(level, f"{number}", number, 10, 20) for number, level in enumerate(levels)]
        found = outline(objects, marks, pages)
        return read(objects, **({"Outlines": found} if found else {}))

    return make


def nested(items: list[pikepdf.OutlineItem]) -> Tree:
    return [(item.title, nested(list(item.children))) for item in items]


@pytest.mark.parametrize(
    ("levels", "tree"),
    [
        ((1, 2, 2, 3, 1), [("0", [("1", []), ("2", [("3", [])])]), ("4", [])]),
        ((1, 3, 2, 1), [("0", [("1", []), ("2", [])]), ("3", [])]),  # a skipped level hangs below the last higher one
        ((3, 2, 1), [("0", []), ("1", []), ("2", [])]),
        ((), []),
    ],
)
def test_levels_nest(levels: tuple[int, ...], tree: Tree, made: Made) -> None:
    file = made(*levels)
    assert ("/Outlines" in file.Root) is bool(levels)
    with file.open_outline() as read:
        assert nested(read.root) == tree


def test_only_the_top_is_open(made: Made) -> None:
    top = made(1, 2, 3, 2, 1).Root.Outlines
    assert top.Count == 2
    assert top.First.Count == -2
    assert top.First.First.Count == -1


def test_an_entry_leads_to_its_place(made: Made) -> None:
    last = made(1, 1).Root.Outlines.Last
    assert last.Dest[0].Type == pikepdf.Name.Page
    assert [float(each) for each in last.Dest.as_list()[2:4]] == [10, 20]
