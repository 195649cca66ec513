"""Which ids an author can refer to."""

from wp3reports.authoring.known import known_ids
from wp3reports.milestones.m1_selection.model import clusters_of, selection_of
from wp3reports.milestones.m2_swot.model import tools_of
from wp3reports.model import COORDINATOR, Dossier


def test_a_partner_knows_its_own_clusters_and_tools(whole: Dossier) -> None:
    known = known_ids(whole, "m3_themes", "riga")
    assert tuple(known["selected"]) == selection_of(whole)["riga"]
    assert tuple(known["tools"]) == tuple(tool for city, tool in tools_of(whole) if city == "riga")
    assert set(known["others"]) == set(known["partners"]) - {"riga"}


def test_nobody_knows_the_selection_while_the_clusters_are_described(whole: Dossier) -> None:
    assert "selected" not in known_ids(whole, "m1_selection", "riga")
    assert "described" not in known_ids(whole, "m1_selection", "riga")


def test_the_coordinator_sees_what_all_cities_handed_in(whole: Dossier) -> None:
    known = known_ids(whole, "m4_concepts", COORDINATOR)
    assert len(known["tools"]) > len(known_ids(whole, "m4_concepts", "riga")["tools"])
    assert "selected" not in known
    assert [*known["owners"]][-1] == COORDINATOR


def test_people_know_them_by_their_names(whole: Dossier) -> None:
    known = known_ids(whole, "m5_programmes", "riga")
    assert known["partners"]["malmo"] == "Malmö"
    described = clusters_of(whole)
    assert known["selected"] == {each: described["riga", each].name for each in selection_of(whole)["riga"]}
    for ids in ("themes", "milestones", "events", "tools", "statements", "concepts"):
        assert all(name for name in known[ids].values())
        assert known[ids].keys() != set(known[ids].values())


def test_proposals_are_those_of_the_milestone_that_is_taken_up(whole: Dossier) -> None:
    of_themes = known_ids(whole, "m4_concepts", COORDINATOR)["proposals"]
    assert known_ids(whole, "final", COORDINATOR)["proposals"] == of_themes
    assert known_ids(whole, "m5_programmes", COORDINATOR)["proposals"] != of_themes


def test_sets_of_which_nothing_is_known_are_left_out(empty: Dossier) -> None:
    known = known_ids(empty, "m2_swot", "riga")
    assert set(known) == {"partners", "others", "owners", "themes", "milestones", "events"}
    assert all(known.values())
