from collections.abc import Callable, Mapping
from typing import Any

import pytest

from wp3reports.milestones.final.merge.subjects import Subject, subjects
from wp3reports.model import Delivery, Dossier

Read = Callable[[Mapping[str, str]], Dossier]


def found(dossier: Dossier, path: str, pointer: str) -> set[str]:
    """What the place is about, as `riga`, `riga/ict` or `=sea`."""
    delivery: Delivery[Any] = next(each for each in dossier.deliveries if each.source.path == f"inputs/{path}.yaml")
    return {
        f"={each.field}" if each.field else "/".join(filter(None, (each.metropolis, each.cluster)))
        for each in subjects(delivery, pointer.split("/"))
    }


@pytest.mark.parametrize(
    ("path", "pointer", "about"),
    [
        ("m1_selection/coordinator", "overview", set()),
        (
            "m1_selection/coordinator",
            "decision/selections/2",
            {"oslo/maritime", "oslo/energy", "oslo/life-sciences"},
        ),
        ("m1_selection/riga", "clusters/0/consequences/1/reasoning", {"riga/ict", "oslo"}),
        ("m2_swot/riga", "analyses/2/strengths/0", {"riga/ferries"}),
        ("m2_swot/riga", "tools/1", {"riga/ferries", "riga/life-sciences"}),
        (
            "m2_swot/coordinator",
            "transnational_fields/1",
            {"=knowledge", "riga/ict", "riga/life-sciences", "malmo/media", "oslo/life-sciences"},
        ),
        ("m3_themes/riga", "proposals/0/seeks/0", {"riga/ferries", "malmo"}),
        ("m3_themes/oslo", "experts/1", {"oslo/maritime"}),
        ("m4_concepts/riga", "priorities/0", {"riga/ict"}),
        ("m4_concepts/riga", "role/national", {"riga"}),
        ("m5_programmes/riga", "proposals/0/what", {"riga/ferries", "malmo/ferries"}),
        ("m5_programmes/riga", "commitments/0", {"riga", "malmo"}),
        ("m5_programmes/coordinator", "programmes/0", {"riga", "malmo"}),
        ("final/coordinator", "recommendations/0/rests_on/practices/0", {"malmo"}),
        ("final/coordinator", "nothing/0/of/that", set()),
    ],
)
def test_a_place_is_about(
    path: str, pointer: str, about: set[str], given_whole: Mapping[str, str], dossier_of: Read
) -> None:
    assert found(dossier_of(given_whole), path, pointer) == about


def test_a_subject_is_one_of_three() -> None:
    assert Subject("riga") != Subject("riga", "ict") != Subject(field="sea")
