import re
from collections.abc import Callable, Mapping

import pytest
from hypothesis import given as each_of
from hypothesis import strategies as st

from wp3reports import pdf
from wp3reports.pipeline import Compilation
from wp3reports.render.paging import FULL, OPENING, paged
from wp3reports.volume import Part

Compile = Callable[..., Compilation]
_ROW = re.compile(r'<tr><th scope="row"><code>.*?</tr>\n', re.DOTALL)


@pytest.fixture(scope="module")
def page(given_whole: Mapping[str, str], compiled: Compile) -> Part:
    """The hand-ins of a final report."""
    placed = [placed for volume in compiled(given_whole).volumes for placed in volume.placements]
    return next(each.part for each in placed if each.part.name == "final/provenance")


@pytest.mark.parametrize(
    ("rows", "pages"),
    [
        (0, [0]),
        (1, [1]),
        (OPENING, [OPENING]),
        (OPENING + 1, [OPENING - 1, 2]),
        (OPENING + 2, [OPENING, 2]),
        (OPENING + FULL, [OPENING, FULL]),
        (OPENING + FULL + 1, [OPENING, FULL - 1, 2]),
        (OPENING + 2 * FULL + 9, [OPENING, FULL, FULL, 9]),
    ],
)
def test_pages_are_full_and_no_row_is_alone_on_the_last(rows: int, pages: list[int]) -> None:
    assert [len(each) for each in paged(range(rows))] == pages


@each_of(st.integers(0, 1_000))
def test_every_row_is_on_one_page_in_its_order(rows: int) -> None:
    assert [row for each in paged(range(rows)) for row in each] == list(range(rows))


def test_a_page_holds_the_rows_that_are_counted_for_it_and_no_more(page: Part) -> None:
    row, *others = _ROW.findall(page.html)
    assert len(others) > 10
    for most, words in ((OPENING, 1), (FULL, 0)):
        table = re.sub(r"(?s)<h1.*?</p>\n", lambda found: found[0] * words, page.html)  # noqa: B023 - called at once
        assert ("<h1" in table) is bool(words)
        bare = _ROW.sub("", table)
        pages = [
            pdf.export(Part(page.name, bare.replace("<tbody>\n", f"<tbody>\n{row * rows}"), page.assets)).pages
            for rows in (most, most + 1)
        ]
        assert pages == [1, 2]
