from collections.abc import Callable, Mapping, Sequence

from wp3reports.milestones.final.merge.uptake import Uptake, uptakes
from wp3reports.model import Dossier

Read = Callable[[Mapping[str, str]], Dossier]


def shown(found: Sequence[Uptake]) -> list[tuple[str, list[str], list[str], list[str]]]:
    return [
        (
            each.concept.record.id if each.concept else "",
            *([entry.record.id for entry in held] for held in (each.proposals, each.activities, each.programmes)),
        )
        for each in found
    ]


def test_a_concept_stands_between_proposals_and_programmes(given_whole: Mapping[str, str], dossier_of: Read) -> None:
    found = shown(uptakes(dossier_of(given_whole)))
    lines = next(each for each in found if each[0] == "two-ended-lines")
    assert {"ferry-orders", "eastern-line"} <= set(lines[1])
    assert lines[2:] == (["ship-list", "quay-days"], ["joint-lines"])


def test_what_no_concept_took_up_stands_last(given_whole: Mapping[str, str], dossier_of: Read) -> None:
    files = {path: text for path, text in given_whole.items() if path != "inputs/m4_concepts/coordinator.yaml"}
    (alone,) = shown(uptakes(dossier_of(files)))
    assert alone == (
        "",
        ["ferry-orders", "code-houses", "eastern-line", "wind-customers"],
        ["ship-list", "quay-days"],
        ["joint-lines"],
    )


def test_nothing_handed_in_nothing_taken_up(given: Mapping[str, str], dossier_of: Read) -> None:
    assert uptakes(dossier_of(given)) == ()
