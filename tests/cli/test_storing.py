"""Sizes as people write and read them."""

import pytest
from click import BadParameter

from wp3reports.cli.storing import SizeType, size


@pytest.mark.parametrize(
    ("typed", "number"), [("0", 0), ("1234", 1234), ("800k", 800_000), ("500M", 500_000_000), ("2G", 2_000_000_000)]
)
def test_a_size_is_a_number_with_a_unit(typed: str, number: int) -> None:
    assert SizeType().convert(typed, None, None) == number


@pytest.mark.parametrize("typed", ["", "M", "-1", "1.5G", "1T", "5 M", "500MB", "1" * 20, "٣"])
def test_what_is_no_size_is_wrong_usage(typed: str) -> None:
    with pytest.raises(BadParameter, match="is no size; write it as"):
        SizeType().convert(typed, None, None)


@pytest.mark.parametrize(
    ("number", "told"),
    [(0, "0 bytes"), (999, "999 bytes"), (1000, "1 kB"), (61_540_000, "61.5 MB"), (2_000_000_000, "2 GB")],
)
def test_a_size_is_told_in_the_unit_that_fits(number: int, told: str) -> None:
    assert size(number) == told
