"""The list of what writes."""

from wp3reports.preview.desk import Desk
from wp3reports.preview.posts import posts


def test_every_address_that_writes_is_of_one_word(desk: Desk) -> None:
    assert all(address.startswith("/") and address[1:].isalpha() for address in posts(desk))
