"""How the co-ordinator's files begin: with what the partners have handed in."""

from collections.abc import Callable, Mapping

from wp3reports.authoring.openings import opening
from wp3reports.milestones.m1_selection.model import selection_of
from wp3reports.milestones.m3_themes.model import theme_proposals
from wp3reports.milestones.m5_programmes.model import joint_proposals, programmes_of
from wp3reports.model import COORDINATOR, Dossier


def test_a_selection_for_each_metropolis_at_a_meeting_of_the_milestone(whole: Dossier) -> None:
    decision = opening(whole, "m1_selection", COORDINATOR)["decision"]
    event = whole.project.event(decision["event"])
    assert event is not None
    assert event.milestone == "m1_selection"
    assert [each["metropolis"] for each in decision["selections"]] == [partner.id for partner in whole.partners]


def test_each_selected_cluster_is_in_one_field(whole: Dossier) -> None:
    fields = opening(whole, "m2_swot", COORDINATOR)["transnational_fields"]
    members = [(each["metropolis"], each["cluster"]) for field in fields for each in field["members"]]
    assert sorted(members) == sorted((city, each) for city, ids in selection_of(whole).items() for each in ids)
    assert len({field["id"] for field in fields}) == len(fields)


def test_a_selected_cluster_that_nobody_described_has_no_field_yet(
    given_whole: Mapping[str, str], dossier_of: Callable[[Mapping[str, str]], Dossier]
) -> None:
    dossier = dossier_of({path: text for path, text in given_whole.items() if path != "inputs/m1_selection/riga.yaml"})
    fields = opening(dossier, "m2_swot", COORDINATOR)["transnational_fields"]
    cities = {each["metropolis"] for field in fields for each in field["members"]}
    assert "riga" in selection_of(dossier)
    assert "riga" not in cities


def test_the_meetings_are_those_of_the_plan_and_have_a_topic_for_each_group(whole: Dossier) -> None:
    for milestone in ("m3_themes", "m4_concepts", "m5_programmes"):
        meetings = opening(whole, milestone, COORDINATOR)["meetings"]
        planned = [event.id for event in whole.project.events if event.milestone == milestone]
        assert [each["event"] for each in meetings] == planned
        assert all(len(each["topics"]) == len(whole.project.thematic_groups) for each in meetings)


def test_concepts_take_up_every_proposal(whole: Dossier) -> None:
    begun = opening(whole, "m4_concepts", COORDINATOR)
    taken = [(each["metropolis"], each["proposal"]) for concept in begun["concepts"] for each in concept["proposals"]]
    assert sorted(taken) == sorted(theme_proposals(whole))
    assert all(len(each["metropolises"]) > 1 for each in begun["technologies"]["joint"])


def test_programmes_take_up_every_proposal_that_rests_on_a_concept(whole: Dossier) -> None:
    begun = opening(whole, "m5_programmes", COORDINATOR)
    taken = [(each["metropolis"], each["proposal"]) for each in begun["programmes"] for each in each["proposals"]]
    assert sorted(taken) == sorted(pair for pair, each in joint_proposals(whole).items() if each.record.concept)
    assert all(each["partners"] == sorted(each["partners"]) for each in begun["programmes"])


def test_a_recommendation_for_each_programme(whole: Dossier) -> None:
    begun = opening(whole, "final", COORDINATOR)["recommendations"]
    assert [each["rests_on"]["programmes"][0] for each in begun] == list(programmes_of(whole))


def test_before_anything_is_handed_in_the_shape_is_there(empty: Dossier) -> None:
    assert opening(empty, "m2_swot", COORDINATOR)["transnational_fields"] == []
    assert opening(empty, "m5_programmes", COORDINATOR)["programmes"] == [{"proposals": [{}]}]
    assert opening(empty, "final", COORDINATOR)["recommendations"] == [{"rests_on": {"concepts": ""}}]
    assert opening(empty, "m4_concepts", COORDINATOR)["concepts"][0]["members"] == [{}, {}]
