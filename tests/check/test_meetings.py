from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

import pytest

from wp3reports.check.meetings import RULES, event_outside_milestone, meeting_missing, meeting_without_date
from wp3reports.diagnostics import Diagnostic
from wp3reports.model import Dossier, Rule

Read = Callable[[Mapping[str, str]], Dossier]
Shown = Callable[[Mapping[str, str], Diagnostic], list[tuple[str, str]]]
PROJECT, COMMON = "inputs/project.yaml", "inputs/m3_themes/coordinator.yaml"


@pytest.mark.parametrize("rule", RULES)
def test_what_the_plan_does_not_name_is_not_compared_with_it(
    rule: Rule, given_whole: Mapping[str, str], dossier_of: Read
) -> None:
    dossier = dossier_of({path: text for path, text in given_whole.items() if path.count("/") == 1})
    assert not list(rule(replace(dossier, project=dossier.project.model_copy(update={"milestones": ()}))))


def test_a_meeting_that_is_missing_shows_the_plan(
    given_whole: Mapping[str, str], dossier_of: Read, shown: Shown
) -> None:
    files = {**given_whole, COMMON: given_whole[COMMON].replace("- event: groups-oslo-2006", "- event: elsewhere")}
    (found,) = meeting_missing(dossier_of(files))
    assert shown(files, found) == [("meetings", 'nothing on "groups-oslo-2006"'), ("2/2006", "planned here")]


@pytest.mark.parametrize(("issued", "number"), [(date(2006, 6, 30), 0), (date(2006, 7, 1), 1), (date(2007, 1, 1), 1)])
def test_a_meeting_can_take_place_until_the_last_day_of_its_milestone(
    issued: date, number: int, given_whole: Mapping[str, str], dossier_of: Read
) -> None:
    text = given_whole[PROJECT].replace("    deviation: No record is known.\n", "")
    dossier = dossier_of({**given_whole, PROJECT: text})
    assert len(list(meeting_without_date(replace(dossier, issued=issued)))) == number


def test_an_event_outside_shows_the_milestone(given_whole: Mapping[str, str], dossier_of: Read, shown: Shown) -> None:
    text = given_whole[PROJECT].replace("actual: 2006-02-14", "actual: 2005-02-14")
    files = {**given_whole, PROJECT: text}
    (found,) = event_outside_milestone(dossier_of(files))
    assert shown(files, found) == [("2005-02-14", "actual outside 2006-01 to 2006-06"), ("1/2006", "the milestone")]
