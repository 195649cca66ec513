"""The list of what writes."""

from pathlib import Path

from wp3reports.preview.desk import Desk
from wp3reports.preview.pen import Pen
from wp3reports.preview.posts import posts


def test_every_address_that_writes_is_of_one_word(desk: Desk, folder: Path) -> None:
    taking = posts(desk, Pen(folder))
    assert len(taking) > 3
    assert all(address.startswith("/") and address[1:].isalpha() for address in taking)
