from collections.abc import Sequence

import pytest

from wp3reports.pdf import Printed, labels
from wp3reports.pdf.numbering import number_pages, roman
from wp3reports.volume import Numbering, Volume

NONE, ROMAN, ARABIC = Numbering.NONE, Numbering.ROMAN, Numbering.ARABIC


@pytest.mark.parametrize(
    ("number", "text"), [(1, "i"), (4, "iv"), (9, "ix"), (14, "xiv"), (40, "xl"), (1994, "mcmxciv")]
)
def test_roman(number: int, text: str) -> None:
    assert roman(number) == text


def test_pages_without_a_number_count_as_roman_ones() -> None:
    pages = number_pages([NONE, ROMAN, ARABIC, ARABIC, NONE], [1, 2, 2, 1, 1])
    assert [str(page) for page in pages] == ["i", "ii", "iii", "1", "2", "3", "iv"]


def test_loose_sheets_are_numbered_by_themselves() -> None:
    pages = number_pages([NONE, Numbering.LOOSE, ROMAN, ARABIC, Numbering.LOOSE], [1, 2, 1, 1, 1])
    assert [str(page) for page in pages] == ["i", "insert 1", "insert 2", "ii", "1", "insert 3"]


def test_labels_of_destinations(volume: Volume, printed: Sequence[Printed]) -> None:
    found = labels(volume, printed)
    pages = sum(part.pages for part in printed)
    assert found[""] == str(pages)
    assert found["cover"] == "i"
    assert found["contents"] == "ii"
    assert found["riga"] == "1"
    assert found["riga-second"] == str(printed[2].pages)
    assert found["wide"] == str(printed[2].pages + 1)


def test_a_part_that_waits_counts_as_one_page(volume: Volume, printed: Sequence[Printed]) -> None:
    found = labels(volume, [printed[0], None, *printed[2:]])
    assert "contents" not in found
    assert found["riga"] == "1"
    assert found[""] == str(sum(part.pages for part in printed) - printed[1].pages + 1)
