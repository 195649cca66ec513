from collections.abc import Callable, Mapping

from wp3reports.milestones.m3_themes.merge import ThemesMerge
from wp3reports.milestones.m3_themes.merge.wishes import Match

Merge = Callable[[Mapping[str, str]], ThemesMerge]
Seen = tuple[str | None, str, str, list[str], list[str]]
RIGA, OSLO = "inputs/m3_themes/riga.yaml", "inputs/m3_themes/oslo.yaml"
FIELDS = "inputs/m2_swot/coordinator.yaml"


def seen(match: Match) -> Seen:
    there, back = ([each.of.record.id for each in made] for made in (match.proposals, match.returned))
    return match.field and match.field.id, match.one.id, match.other.id, there, back


def test_wishes_stand_by_field_and_mutual_ones_first(given_whole: Mapping[str, str], merged: Merge) -> None:
    report = merged(given_whole)
    assert [seen(each) for each in report.matches] == [
        ("sea", "riga", "malmo", ["ferry-orders"], ["eastern-line"]),
        ("sea", "oslo", "malmo", ["wind-customers"], []),
        ("knowledge", "riga", "oslo", ["code-houses"], []),
    ]
    assert [each.is_mutual for each in report.matches] == [True, False, False]


def test_who_seeks_whom_is_told_from_both_sides(given_whole: Mapping[str, str], merged: Merge) -> None:
    sought = merged(given_whole).sought
    assert {pair: (each.clusters, each.is_mutual) for pair, each in sought.items()} == {
        ("riga", "malmo"): (("Ferries",), True),
        ("malmo", "riga"): (("Ferries",), True),
        ("oslo", "malmo"): (("Energy",), False),
        ("riga", "oslo"): (("ICT",), False),
    }


def test_wishes_in_different_fields_do_not_meet(given_whole: Mapping[str, str], merged: Merge) -> None:
    text = given_whole[OSLO].replace("{metropolis: malmo, reason", "{metropolis: riga, reason")
    report = merged({**given_whole, OSLO: text})
    assert ("sea", "oslo", "riga", ["wind-customers"], []) in [seen(each) for each in report.matches]
    assert not report.sought["oslo", "riga"].is_mutual
    assert not report.sought["riga", "oslo"].is_mutual


def test_wishes_in_no_field_do_not_meet_either(given_whole: Mapping[str, str], merged: Merge) -> None:
    report = merged({path: text for path, text in given_whole.items() if path != FIELDS})
    assert [seen(each)[:3] for each in report.matches] == [
        (None, "riga", "malmo"),
        (None, "malmo", "riga"),
        (None, "riga", "oslo"),
        (None, "oslo", "malmo"),
    ]
    assert not any(each.is_mutual for each in report.matches)


def test_a_pair_meets_in_one_field_and_seeks_in_another(given_whole: Mapping[str, str], merged: Merge) -> None:
    text = given_whole[RIGA].replace("{metropolis: oslo, reason", "{metropolis: malmo, reason")
    report = merged({**given_whole, RIGA: text})
    assert report.sought["riga", "malmo"].clusters == ("Ferries", "ICT")
    assert report.sought["riga", "malmo"].is_mutual
    assert ("knowledge", "riga", "malmo", ["code-houses"], []) in [seen(each) for each in report.matches]


def test_an_unknown_city_is_sought_in_vain(given_whole: Mapping[str, str], merged: Merge) -> None:
    text = given_whole[RIGA].replace("{metropolis: oslo, reason", "{metropolis: olso, reason")
    assert {other for _, other in merged({**given_whole, RIGA: text}).sought} == {"riga", "malmo"}
