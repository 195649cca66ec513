from collections.abc import Callable, Mapping

import pytest

from wp3reports.milestones.m1_selection.merge import SelectionReport, merge
from wp3reports.milestones.m1_selection.model import Effect
from wp3reports.model import Dossier, Field

Read = Callable[[Mapping[str, str]], Dossier]
Merge = Callable[[Mapping[str, str]], SelectionReport]
FOLDER = "inputs/m1_selection"


@pytest.fixture
def merged(dossier_of: Read) -> Merge:
    def make(files: Mapping[str, str]) -> SelectionReport:
        dossier = dossier_of(files)
        period = dossier.project.period("m1_selection")
        assert period is not None
        return merge(dossier, period)

    return make


def test_clusters_stand_by_field_in_the_order_of_the_partners(given: Mapping[str, str], merged: Merge) -> None:
    fields = {field: [(d.partner.id, d.cluster.id) for d in found] for field, found in merged(given).fields}
    assert [*fields] == [each for each in Field if each in fields]
    assert fields[Field.MARITIME] == [("riga", "ferries"), ("malmo", "ferries"), ("oslo", "maritime")]
    assert sum(map(len, fields.values())) == 9


def test_a_cluster_knows_its_rank_its_fate_and_its_place(given: Mapping[str, str], merged: Merge) -> None:
    report = merged(
        {**given, f"{FOLDER}/coordinator.yaml": given[f"{FOLDER}/coordinator.yaml"].replace(", ferries]", "]")}
    )
    (riga, malmo, _) = dict(report.fields)[Field.MARITIME]
    assert (riga.rank, riga.is_selected, riga.pointer) == ("3", False, f"{FOLDER}/riga.yaml#/clusters/2")
    assert malmo.is_selected is False
    assert all(d.is_selected for field, found in report.fields if field is not Field.MARITIME for d in found)


def test_a_cluster_that_was_not_proposed_has_no_rank(given: Mapping[str, str], merged: Merge) -> None:
    lines = [line for line in given[f"{FOLDER}/riga.yaml"].splitlines() if "cluster: ferries" not in line]
    report = merged({**given, f"{FOLDER}/riga.yaml": "\n".join(lines)})
    assert dict(report.fields)[Field.MARITIME][0].rank == ""


def test_the_decision_stands_beside_the_proposal(given: Mapping[str, str], merged: Merge) -> None:
    decision = given[f"{FOLDER}/coordinator.yaml"].replace("[logistics, media, ferries]", "[media, logistics]")
    riga, malmo, oslo = merged({**given, f"{FOLDER}/coordinator.yaml": decision}).selections
    assert [each.cluster.id for each in malmo.clusters] == ["media", "logistics"]
    assert [each.cluster.id for each in malmo.proposed] == ["logistics", "media", "ferries"]
    assert [each.differs for each in (riga, malmo, oslo)] == [False, True, False]
    assert riga.reason == "As proposed."


def test_consequences_lead_from_city_to_city(given: Mapping[str, str], merged: Merge) -> None:
    report = merged(given)
    found = {
        pair: [(w.described.cluster.id, w.consequence.effect) for w in each]
        for pair, each in report.consequences.items()
    }
    assert len(found) == 3 * 2
    assert found["riga", "malmo"] == [("ict", Effect.COMPLEMENT), ("life-sciences", Effect.COMPLEMENT)]
    assert found["malmo", "riga"] == [("media", Effect.COMPLEMENT), ("logistics", Effect.REINFORCE)]
    assert sum(map(len, found.values())) == sum(sum(counts.values()) for counts in report.effects.values())
    assert {one: [other for other, _ in others] for one, others in report.elsewhere.items()} == {
        "riga": ["malmo", "oslo"],
        "malmo": ["riga", "oslo"],
        "oslo": ["riga", "malmo"],
    }


def test_effects_are_counted_by_field(given: Mapping[str, str], merged: Merge) -> None:
    effects = merged(given).effects
    assert [*effects[Field.MARITIME].items()] == [
        (Effect.REINFORCE, 0),
        (Effect.COMPLEMENT, 1),
        (Effect.SEED, 2),
        (Effect.COMPETE, 0),
        (Effect.NONE, 1),
    ]


def test_the_event_of_the_decision_is_looked_up(given: Mapping[str, str], merged: Merge) -> None:
    event = merged(given).event
    assert event is not None
    assert event.title == "Project management meeting"
    decision = given[f"{FOLDER}/coordinator.yaml"].replace("event: management-meeting-2005", "event: nowhere")
    assert merged({**given, f"{FOLDER}/coordinator.yaml": decision}).event is None


def test_what_is_missing_is_owed(given: Mapping[str, str], merged: Merge) -> None:
    report = merged({path: text for path, text in given.items() if not path.startswith(FOLDER)})
    assert (report.decision, report.event, report.selections, report.fields, report.effects) == (None, None, (), (), {})
    assert [each.partner.id for each in report.outstanding] == ["riga", "malmo", "oslo"]
    assert report.consequences == {}


def test_without_a_decision_nothing_is_selected(given: Mapping[str, str], merged: Merge) -> None:
    report = merged({path: text for path, text in given.items() if path != f"{FOLDER}/coordinator.yaml"})
    assert not any(described.is_selected for _, found in report.fields for described in found)
    assert [each.author for each in report.contributions] == ["riga", "malmo", "oslo"]
