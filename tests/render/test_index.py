from collections.abc import Callable, Mapping, Sequence

import pytest

from wp3reports.milestones.final.merge import FinalReport, merge
from wp3reports.model import Dossier
from wp3reports.render.index import Group, index

Read = Callable[[Mapping[str, str]], Dossier]


@pytest.fixture
def report(given_whole: Mapping[str, str], dossier_of: Read) -> FinalReport:
    dossier = dossier_of(given_whole)
    period = dossier.project.period("final")
    assert period is not None
    return merge(dossier, period)


def document(*places: tuple[str, str]) -> str:
    return "".join(f'<p data-src="inputs/{pointer}" id="{anchor}">' for pointer, anchor in places)


def lines(groups: Sequence[Group]) -> dict[str, list[tuple[int, str, str, list[str]]]]:
    return {
        group.title: [(each.level, each.name, each.note, [*each.anchors]) for each in group.entries] for group in groups
    }


def test_nothing_is_dealt_with_in_nothing(report: FinalReport) -> None:
    assert index(report, []) == index(report, ["<p>Riga</p>"]) == ()


def test_a_metropolis_leads_its_clusters(report: FinalReport) -> None:
    documents = [
        document(("m1_selection/riga.yaml#/summary", "a"), ("m2_swot/oslo.yaml#/analyses/1/conclusion", "b")),
        document(("m1_selection/riga.yaml#/clusters/0", "c")),
    ]
    assert lines(index(report, documents)) == {
        "Metropolises and their clusters": [
            (1, "Oslo", "", []),
            (2, "Energy", "", ["b"]),
            (1, "Riga", "", ["a"]),
            (2, "ICT", "", ["c"]),
        ],
        "Clusters by name": [(1, "Energy", "Oslo", ["b"]), (1, "ICT", "Riga", ["c"])],
    }


def test_clusters_of_one_name_stand_together(report: FinalReport) -> None:
    found = index(report, [document(("m2_swot/coordinator.yaml#/transnational_fields/1/description", "a"))])
    assert lines(found)["Clusters by name"] == [
        (1, "Digital media", "Malmö", ["a"]),
        (1, "ICT", "Riga", ["a"]),
        (1, "Life sciences", "Riga, Oslo", ["a", "a"]),
    ]
    assert lines(found)["Transnational fields"] == [(1, "Knowledge", "", ["a"])]


def test_pages_are_marked_to_be_filled_in(report: FinalReport) -> None:
    (group, *_) = index(report, [document(("m1_selection/riga.yaml#/summary", "a"))])
    assert group.entries[0].pages == "\ue000 a\ue001"


def test_a_metropolis_has_a_section_of_its_own(report: FinalReport) -> None:
    section = '<h2 id="final-metropolises-riga">Riga</h2>'
    (group,) = index(report, [section, document(("m1_selection/riga.yaml#/summary", "a"))])
    assert [(entry.name, entry.main) for entry in group.entries] == [("Riga", "final-metropolises-riga")]
