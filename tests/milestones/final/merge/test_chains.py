from collections.abc import Callable, Mapping

import pytest

from wp3reports.milestones.final.merge.chains import Chain, chains, courses_of_fields
from wp3reports.model import Dossier

Read = Callable[[Mapping[str, str]], Dossier]


@pytest.fixture
def linked(given_whole: Mapping[str, str], dossier_of: Read) -> Mapping[str, Chain]:
    return {f"{each.partner.id}/{each.cluster}": each for each in chains(dossier_of(given_whole))}


def test_every_selected_cluster_is_a_chain(linked: Mapping[str, Chain]) -> None:
    assert [*linked] == [
        *("riga/ict", "riga/life-sciences", "riga/ferries"),
        *("malmo/logistics", "malmo/media", "malmo/ferries"),
        *("oslo/maritime", "oslo/energy", "oslo/life-sciences"),
    ]


def test_a_chain_leads_through_all_milestones(linked: Mapping[str, Chain]) -> None:
    chain = linked["riga/ferries"]
    assert (chain.name, chain.field and chain.field.name, chain.stage and chain.stage.label) == (
        *("Ferries", "The sea"),
        "mature",
    )
    assert [each.record.id for each in chain.proposals] == ["ferry-orders"]
    assert [each.record.id for each in chain.concepts] == ["two-ended-lines"]
    assert {each.record.id for each in chain.activities} == {"ship-list", "quay-days"}
    assert [each.record.id for each in chain.programmes] == ["joint-lines"]
    assert (chain.is_whole, chain.open_activities) == (True, ())


def test_a_proposal_of_one_metropolis_is_none_of_the_other_that_shares_the_cluster(
    linked: Mapping[str, Chain],
) -> None:
    assert [each.record.id for each in linked["malmo/ferries"].proposals] == ["eastern-line"]


def test_a_chain_may_end(linked: Mapping[str, Chain]) -> None:
    assert linked["oslo/maritime"].steps == (True, False, False, False)
    assert not linked["oslo/maritime"].is_whole


def test_an_activity_without_a_programme_stays_open(given_whole: Mapping[str, str], dossier_of: Read) -> None:
    path = "inputs/m5_programmes/coordinator.yaml"
    text = given_whole[path].replace("      - {metropolis: malmo, proposal: quay-days}\n", "")
    (chain,) = (
        each
        for each in chains(dossier_of({**given_whole, path: text}))
        if (each.partner.id, each.cluster) == ("riga", "ferries")
    )
    assert [each.record.id for each in chain.open_activities] == ["quay-days"]


def test_what_was_not_handed_in_is_empty(given_whole: Mapping[str, str], dossier_of: Read) -> None:
    decision = "inputs/m1_selection/coordinator.yaml"
    frame = {path: text for path, text in given_whole.items() if path.count("/") == 1 or path == decision}
    found = chains(dossier_of(frame))
    assert len(found) == 9
    assert {(each.name, each.field, each.steps) for each in found if each.partner.id == "riga"} == {
        (cluster, None, (False,) * 4) for cluster in ("ict", "life-sciences", "ferries")
    }
    del frame[decision]
    assert chains(dossier_of(frame)) == ()


def test_a_field_counts_each_thing_once(given_whole: Mapping[str, str], dossier_of: Read) -> None:
    dossier = dossier_of(given_whole)
    sea, knowledge = courses_of_fields(dossier, chains(dossier))
    assert [each.metropolis for each in sea.metropolises] == ["Riga", "Malmö", "Oslo"]
    assert (len(sea.chains), len(knowledge.chains)) == (5, 4)
    assert (sea.proposals, sea.activities, sea.programmes) == (3, 2, 1)
    assert sea.concepts >= 1
    assert knowledge.programmes == 0
