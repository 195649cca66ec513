from collections.abc import Callable, Mapping
from datetime import date

import pytest

from wp3reports.model import Dossier, is_within

Read = Callable[[Mapping[str, str]], Dossier]


@pytest.mark.parametrize(
    ("day", "is_inside"),
    [
        (date(2004, 12, 31), False),
        (date(2005, 1, 1), True),
        (date(2005, 6, 30), True),
        (date(2005, 7, 1), False),
        (date(2006, 3, 1), False),
    ],
)
def test_a_milestone_lasts_to_the_end_of_its_last_month(
    day: date, is_inside: object, given: Mapping[str, str], dossier_of: Read
) -> None:
    period = dossier_of(given).project.period("m1_selection")
    assert period is not None
    assert is_within(period, day) is is_inside


def test_periods_and_events_are_found_by_name(given: Mapping[str, str], dossier_of: Read) -> None:
    project = dossier_of(given).project
    assert project.period("m9_none") is None
    assert project.event("nowhere") is None
    event = project.event("management-meeting-2005")
    assert event is not None
    assert (event.planned, event.actual) == (date(2005, 6, 1), None)


def test_logos_come_with_their_words(given: Mapping[str, str], dossier_of: Read) -> None:
    text = given["inputs/project.yaml"] + "logos: [{file: logos/programme.png, alt: The programme}]\n"
    (logo,) = dossier_of({**given, "inputs/project.yaml": text}).project.logos
    assert (logo.file, logo.alt) == ("logos/programme.png", "The programme")
