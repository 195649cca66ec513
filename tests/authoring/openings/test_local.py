"""How the hand-ins of a city begin: with its own ids."""

from wp3reports.authoring.openings import opening
from wp3reports.milestones.m1_selection.model import selection_of
from wp3reports.milestones.m4_concepts.model import concepts_of
from wp3reports.model import Dossier


def test_clusters_are_weighed_for_every_other_city(whole: Dossier) -> None:
    begun = opening(whole, "m1_selection", "riga")
    others = [partner.id for partner in whole.partners if partner.id != "riga"]
    assert [[each["metropolis"] for each in cluster["consequences"]] for cluster in begun["clusters"]] == [others] * 3
    assert [choice["rank"] for choice in begun["proposal"]["choices"]] == ["1", "2", "3"]


def test_one_analysis_for_each_selected_cluster(whole: Dossier) -> None:
    begun = opening(whole, "m2_swot", "riga")
    assert [each["cluster"] for each in begun["analyses"]] == list(selection_of(whole)["riga"])
    assert begun["prepared_by"]["organisation"]
    assert begun["status"] == "draft"


def test_an_analysis_for_each_group_and_cluster_with_the_tools_that_foster_it(whole: Dossier) -> None:
    begun = opening(whole, "m3_themes", "riga")
    groups = [group.id for group in whole.project.thematic_groups]
    assert [each["theme"] for each in begun["experts"]] == groups
    assert len(begun["analyses"]) == len(groups) * len(selection_of(whole)["riga"])
    assert any(each["tools"] for each in begun["analyses"])


def test_a_practice_for_each_group_and_a_priority_for_each_cluster(whole: Dossier) -> None:
    begun = opening(whole, "m4_concepts", "riga")
    assert [each["theme"] for each in begun["practices"]] == [group.id for group in whole.project.thematic_groups]
    assert [each["cluster"] for each in begun["priorities"]] == list(selection_of(whole)["riga"])
    assert begun["role"].keys() == {"national", "urban"}


def test_a_proposal_on_the_first_concept_that_lists_the_city(whole: Dossier) -> None:
    lists = [
        concept
        for concept, each in concepts_of(whole).items()
        if any(member.metropolis == "riga" for member in each.record.members)
    ]
    (proposal,) = opening(whole, "m5_programmes", "riga")["proposals"]
    assert proposal["concept"] == lists[0]
    assert proposal["lead"] == "riga"
    assert proposal["partners"][0]["metropolis"] == "riga"
    assert proposal["partners"][-1] == {}


def test_the_proposals_of_others_that_name_the_city_are_to_be_committed_to(whole: Dossier) -> None:
    named = {
        partner.id: opening(whole, "m5_programmes", partner.id).get("commitments", []) for partner in whole.partners
    }
    assert any(named.values())
    assert all(each["metropolis"] != city for city, found in named.items() for each in found)


def test_before_anything_is_decided_there_is_one_of_each(empty: Dossier) -> None:
    assert [each["cluster"] for each in opening(empty, "m2_swot", "riga")["analyses"]] == [""]
    assert opening(empty, "m5_programmes", "riga")["proposals"][0]["concept"] == ""
    assert "commitments" not in opening(empty, "m5_programmes", "riga")
