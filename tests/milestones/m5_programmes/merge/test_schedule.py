from datetime import date

from wp3reports.milestones.m5_programmes.merge.schedule import Run, Schedule, schedule
from wp3reports.milestones.m5_programmes.model import Activity


def activity(start: tuple[int, int], end: tuple[int, int]) -> Activity:
    return Activity(what="Count ships", start=date(*start, 1), end=date(*end, 1))


def test_months_stand_in_whole_years() -> None:
    assert schedule([activity((2007, 9), (2007, 12)), activity((2007, 11), (2008, 2))]) == Schedule(
        "month",
        (2007, 2008),
        12,
        (
            (
                Run(8, is_on=False, opens_year=True),
                Run(4, is_on=True, opens_year=False),
                Run(12, is_on=False, opens_year=True),
            ),
            (
                Run(10, is_on=False, opens_year=True),
                Run(2, is_on=True, opens_year=False),
                Run(2, is_on=True, opens_year=True),
                Run(10, is_on=False, opens_year=False),
            ),
        ),
    )


def test_many_years_stand_in_quarters() -> None:
    found = schedule([activity((2007, 3), (2007, 4)), activity((2008, 1), (2010, 12))])
    assert found is not None
    assert (found.unit, found.slots, len(found.years)) == ("quarter", 4, 4)
    assert found.rows[0][:2] == (Run(2, is_on=True, opens_year=True), Run(2, is_on=False, opens_year=False))


def test_every_row_fills_its_years() -> None:
    for years in range(1, 10):
        found = schedule([activity((2007, 5), (2006 + years, 6)), activity((2007, 1), (2007, 1))])
        assert found is not None
        assert {sum(run.slots for run in row) for row in found.rows} == {found.slots * years}
        assert found.slots * years <= 36


def test_what_takes_too_long_or_has_no_activity_is_not_drawn() -> None:
    assert schedule([activity((2007, 1), (2016, 1))]) is None
    assert schedule([activity((1, 1), (9999, 12))]) is None
    assert schedule([]) is None


def test_an_activity_that_ends_before_it_starts_is_never_under_way() -> None:
    found = schedule([activity((2007, 9), (2007, 3))])
    assert found is not None
    assert found.rows == ((Run(12, is_on=False, opens_year=True),),)
