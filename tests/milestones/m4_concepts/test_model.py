from collections.abc import Callable, Mapping

from wp3reports.milestones.m4_concepts.model import (
    Technology,
    Weight,
    concepts_of,
    considered_of,
    joint_of,
    practices_of,
)
from wp3reports.model import Dossier

Read = Callable[[Mapping[str, str]], Dossier]
FOLDER = "inputs/m4_concepts"


def test_practices_are_known_by_metropolis_and_id(given: Mapping[str, str], dossier_of: Read) -> None:
    practices = practices_of(dossier_of(given))
    assert len(practices) == 6
    assert practices["malmo", "shared-quays"].pointer() == f"{FOLDER}/malmo.yaml#/practices/1"


def test_concepts_are_known_by_id(given: Mapping[str, str], dossier_of: Read) -> None:
    concepts = concepts_of(dossier_of(given))
    assert [*concepts] == ["two-ended-lines", "port-quarters"]
    assert concepts["port-quarters"].pointer() == f"{FOLDER}/coordinator.yaml#/concepts/1"


def test_the_parts_of_the_technology_concept_have_their_places(given: Mapping[str, str], dossier_of: Read) -> None:
    dossier = dossier_of(given)
    assert [each.pointer() for each in joint_of(dossier)] == [f"{FOLDER}/coordinator.yaml#/technologies/joint/0"]
    assert [each.record.metropolis for each in considered_of(dossier)] == ["riga", "malmo", "oslo"]
    assert [each.path[-1] for each in considered_of(dossier)] == [0, 1, 2]


def test_weights_are_in_order() -> None:
    assert [each.value for each in Weight] == ["high", "medium", "low"]


def test_technologies_are_printed_in_words() -> None:
    assert len(Technology) == 14
    assert not any("_" in each.label for each in Technology)
