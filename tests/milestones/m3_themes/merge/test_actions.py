from collections.abc import Callable, Mapping

from wp3reports.milestones.m3_themes.merge import ThemesMerge

Merge = Callable[[Mapping[str, str]], ThemesMerge]
COMMON = "inputs/m3_themes/coordinator.yaml"


def test_actions_stand_by_owner_with_their_meeting(given_whole: Mapping[str, str], merged: Merge) -> None:
    riga, common = merged(given_whole).owed
    assert [(each.owner, [task.action.what for task in each.tasks]) for each in (riga, common)] == [
        ("Riga", ["List the ships"]),
        ("WP co-ordinator", ["Draft a concept"]),
    ]
    assert riga.tasks[0].event is not None
    assert riga.tasks[0].event.id == "groups-oslo-2006"
    assert common.tasks[0].pointer == f"{COMMON}#/meetings/1/actions/0"


def test_actions_of_an_unknown_owner_and_of_nobody_come_last(given_whole: Mapping[str, str], merged: Merge) -> None:
    text = given_whole[COMMON].replace("owner: riga, ", "").replace("owner: coordinator", "owner: the port")
    text = text.replace("event: groups-stockholm-2006", "event: elsewhere")
    owed = merged({**given_whole, COMMON: text}).owed
    assert [each.owner for each in owed] == ["the port", ""]
    assert owed[0].tasks[0].event is None
