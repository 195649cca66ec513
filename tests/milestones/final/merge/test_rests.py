from collections.abc import Callable, Mapping

from wp3reports.milestones.final.merge.rests import recommended
from wp3reports.model import Dossier

Read = Callable[[Mapping[str, str]], Dossier]
FINAL = "inputs/final/coordinator.yaml"


def test_a_recommendation_names_what_it_rests_on(given_whole: Mapping[str, str], dossier_of: Read) -> None:
    (each,) = recommended(dossier_of(given_whole))
    assert (each.index, each.recommendation.name) == (0, "Order together")
    assert [(rest.kind, rest.name, rest.metropolises) for rest in each.rests] == [
        ("proposal", "Orders for ferries", ("Riga",)),
        ("best practice", "Shared quays", ("Malmö",)),
        ("concept", "Lines with two ends", ("Riga", "Malmö", "Oslo")),
        ("programme", "Joint lines", ("Riga", "Malmö")),
    ]
    assert each.rests[0].pointer == "inputs/m3_themes/riga.yaml#/proposals/0"


def test_what_nobody_handed_in_keeps_its_id(given_whole: Mapping[str, str], dossier_of: Read) -> None:
    files = {path: text for path, text in given_whole.items() if not path.startswith(("inputs/m3", "inputs/m4"))}
    (each,) = recommended(dossier_of(files))
    assert [(rest.name, rest.metropolises, rest.pointer) for rest in each.rests[:3]] == [
        ("ferry-orders", ("Riga",), ""),
        ("shared-quays", ("Malmö",), ""),
        ("two-ended-lines", (), ""),
    ]


def test_no_text_no_recommendation(given_whole: Mapping[str, str], dossier_of: Read) -> None:
    assert recommended(dossier_of({path: text for path, text in given_whole.items() if path != FINAL})) == ()
