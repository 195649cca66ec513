from datetime import date

import pytest

from wp3reports.model import Waiver


def waiver(place: str) -> Waiver:
    return Waiver(finding="a-code", place=place, reason="…", who="WP co-ordinator", until=date(2008, 6, 30))


@pytest.mark.parametrize(
    ("place", "path", "steps"),
    [
        ("inputs/m2_swot/oslo.yaml", "inputs/m2_swot/oslo.yaml", ()),
        ("inputs/m2_swot/oslo.yaml#", "inputs/m2_swot/oslo.yaml", ()),
        ("inputs/m2_swot/oslo.yaml#/tools/0/id", "inputs/m2_swot/oslo.yaml", ("tools", 0, "id")),
        ("inputs/m2_swot/oslo.yaml#tools", "inputs/m2_swot/oslo.yaml", ("tools",)),
    ],
)
def test_a_place_is_a_file_or_lies_in_one(place: str, path: str, steps: tuple[str | int, ...]) -> None:
    assert (waiver(place).path, waiver(place).steps) == (path, steps)


def test_the_last_day_counts() -> None:
    assert waiver("x").holds(date(2008, 6, 30))
    assert not waiver("x").holds(date(2008, 7, 1))
