from collections.abc import Callable, Mapping

from wp3reports.milestones.m1_selection.model import ActorKind
from wp3reports.milestones.m3_themes.merge import ThemesMerge

Merge = Callable[[Mapping[str, str]], ThemesMerge]
FOLDER = "inputs/m3_themes"
OSLO = f"{FOLDER}/oslo.yaml"


def test_what_is_missing_is_owed(given_whole: Mapping[str, str], merged: Merge) -> None:
    report = merged({path: text for path, text in given_whole.items() if not path.startswith(FOLDER)})
    assert (report.common, report.proposals, report.matches, report.owed, report.links) == (None, (), (), (), ())
    assert [each.partner.id for each in report.outstanding] == ["riga", "malmo", "oslo"]
    assert [each.group.id for each in report.themes] == ["spatial_planning", "division_of_labour"]
    assert report.kinds == tuple(ActorKind)


def test_nothing_else_is_needed(given_whole: Mapping[str, str], merged: Merge) -> None:
    own = {path: text for path, text in given_whole.items() if path.count("/") == 1 or path.startswith(FOLDER)}
    report = merged(own)
    assert [(each.field, len(each.proposals)) for each in report.fields] == [(None, 4)]
    assert {each.of.cluster for each in report.proposals} == {"ferries", "ict", "energy"}
    assert report.links == ()


def test_cities_that_seek_each_other_are_linked(given_whole: Mapping[str, str], merged: Merge) -> None:
    assert merged(given_whole).links == (("riga", "malmo", 1),)
    text = given_whole[OSLO].replace("{metropolis: malmo, reason", "{metropolis: riga, reason")
    assert merged({**given_whole, OSLO: text}).links == (("riga", "malmo", 1),)


def test_a_city_seeks_for_its_clusters(given_whole: Mapping[str, str], merged: Merge) -> None:
    report = merged(given_whole)
    assert [report.seeking(each) for each in ("riga", "malmo", "oslo")] == [
        ("Ferries", "ICT"),
        ("Ferries",),
        ("Energy",),
    ]
