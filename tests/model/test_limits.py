import pytest

from wp3reports.model import RANGES, Limits


def test_the_limits_of_a_project_that_sets_none_are_sensible() -> None:
    assert set(RANGES) == set(Limits.model_fields)
    assert Limits().sensible() == Limits()


@pytest.mark.parametrize(
    ("given", "used"),
    [
        ({"seconds": 0, "megabytes": 0, "pages": 0}, (5, 256, 1)),
        ({"seconds": 10**6, "megabytes": 10**6, "pages": 10**6}, (3600, 16384, 5000)),
        ({"seconds": 20}, (20, 1024, 300)),
    ],
)
def test_a_limit_that_makes_no_sense_is_brought_into_its_range(
    given: dict[str, int], used: tuple[int, int, int]
) -> None:
    limits = Limits(**given).sensible()
    assert (limits.seconds, limits.megabytes, limits.pages) == used


def test_each_range_stands_in_what_the_field_asks_for() -> None:
    for name, (least, most) in RANGES.items():
        assert f"{least} to {most}" in (Limits.model_fields[name].description or "")
