from collections.abc import Callable, Mapping

from wp3reports.milestones.m1_selection.model import ActorKind, Effect, clusters_of, selection_of
from wp3reports.model import Dossier

Read = Callable[[Mapping[str, str]], Dossier]
DECISION = "inputs/m1_selection/coordinator.yaml"


def test_clusters_are_known_by_metropolis_and_id(given: Mapping[str, str], dossier_of: Read) -> None:
    clusters = clusters_of(dossier_of(given))
    assert len(clusters) == 9
    assert (clusters["riga", "ferries"].description, clusters["malmo", "ferries"].description) == (
        "Lines across the Baltic Sea.",
        "Lines across the Baltic Sea, seen from the west.",
    )


def test_the_selection_is_what_was_decided(given: Mapping[str, str], dossier_of: Read) -> None:
    dossier = dossier_of(given)
    assert selection_of(dossier)["malmo"] == ("logistics", "media", "ferries")
    assert selection_of(dossier_of({path: text for path, text in given.items() if path != DECISION})) == {}


def test_choices_have_labels() -> None:
    assert len(ActorKind) == len(Effect) == 5
    assert [each.value for each in Effect if not each.label[0].isalpha()] == []
