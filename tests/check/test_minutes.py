from collections.abc import Callable, Mapping

import pytest

from wp3reports.check.minutes import (
    RULES,
    action_unknown_owner,
    meeting_participants_unordered,
    meeting_participants_unrecorded,
    meeting_without_participants,
)
from wp3reports.diagnostics import Diagnostic
from wp3reports.fixing import fixed
from wp3reports.model import Dossier, Rule
from wp3reports.snapshot import Snapshot

Read = Callable[[Mapping[str, str]], Dossier]
Shown = Callable[[Mapping[str, str], Diagnostic], list[tuple[str, str]]]
PROJECT, COMMON = "inputs/project.yaml", "inputs/m3_themes/coordinator.yaml"


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_is_silent_without_minutes(rule: Rule, given_whole: Mapping[str, str], dossier_of: Read) -> None:
    assert not list(rule(dossier_of({path: text for path, text in given_whole.items() if path.count("/") == 1})))


def test_a_meeting_without_participants_shows_its_day(
    given_whole: Mapping[str, str], dossier_of: Read, shown: Shown
) -> None:
    text = given_whole[COMMON].replace("    participants: [riga, malmo, oslo]\n", "")
    files = {**given_whole, COMMON: text}
    (found,) = meeting_without_participants(dossier_of(files))
    assert shown(files, found) == [("groups-oslo-2006", "who was there?"), ("2006-02-14", "held on this day")]


def test_participants_of_a_planned_meeting_show_the_plan(
    given_whole: Mapping[str, str], dossier_of: Read, shown: Shown
) -> None:
    files = {**given_whole, PROJECT: given_whole[PROJECT].replace("    actual: 2006-02-14\n", "")}
    (found,) = meeting_participants_unrecorded(dossier_of(files))
    assert shown(files, found) == [("participants", "was it held?"), ("groups-oslo-2006", "no actual day here")]


def test_a_misspelt_owner_is_asked_about(given_whole: Mapping[str, str], dossier_of: Read, shown: Shown) -> None:
    files = {**given_whole, COMMON: given_whole[COMMON].replace("owner: coordinator", "owner: co-ordinator")}
    (found,) = action_unknown_owner(dossier_of(files))
    assert shown(files, found) == [("co-ordinator", 'did you mean "coordinator"?')]
    assert found.help == "owners can be riga, malmo, oslo, coordinator"


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("[oslo, riga,  malmo]  # by letter", "[riga, malmo,  oslo]  # by letter"),
        ('["malmo", riga]', "[riga, malmo]"),
        ("[riga, malmo, riga]", "[riga, malmo, riga]"),
    ],
)
def test_the_order_of_participants_is_mended_in_place(
    written: str, mended: str, given_whole: Mapping[str, str], dossier_of: Read
) -> None:
    text = given_whole[COMMON].replace("participants: [riga, malmo, oslo]", f"participants: {written}")
    found = list(meeting_participants_unordered(dossier_of({**given_whole, COMMON: text})))
    assert len(found) == 1
    changed = fixed(found, Snapshot({COMMON: text.encode()})).get(COMMON, text.encode())
    assert changed.decode() == text.replace(written, mended)
