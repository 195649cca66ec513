from collections.abc import Callable, Mapping

import pytest

from wp3reports.milestones.final.merge import FinalReport, merge
from wp3reports.model import Dossier

Read = Callable[[Mapping[str, str]], Dossier]
Merge = Callable[[Mapping[str, str]], FinalReport]


@pytest.fixture
def merged(dossier_of: Read) -> Merge:
    def make(files: Mapping[str, str]) -> FinalReport:
        dossier = dossier_of(files)
        period = dossier.project.period("final")
        assert period is not None
        return merge(dossier, period)

    return make


def test_every_milestone_is_a_chapter_in_order(given: Mapping[str, str], merged: Merge) -> None:
    report = merged(given)
    assert [each.period.milestone for each in report.chapters] == ["m1_selection", "m2_swot"]
    assert len(report.events) == 3


def test_all_hand_ins_are_in_it(given: Mapping[str, str], merged: Merge) -> None:
    report = merged(given)
    assert [(each.milestone, each.author) for each in report.deliveries] == [
        (milestone, author) for milestone in ("m1_selection", "m2_swot") for author in ("riga", "malmo", "oslo")
    ]
    assert len(report.contributions) == len(set(report.contributions)) == 9
    assert report.contributions[0] == report.text


def test_a_metropolis_finds_its_own(given: Mapping[str, str], merged: Merge) -> None:
    report = merged(given)
    found = {partner.id: [each.milestone for each in report.of_partner(partner)] for partner in report.partners}
    assert found == {partner: ["m1_selection", "m2_swot"] for partner in ("riga", "malmo", "oslo")}


def test_what_is_missing_in_any_milestone_is_owed(given: Mapping[str, str], merged: Merge) -> None:
    gone = {"inputs/m1_selection/oslo.yaml", "inputs/m2_swot/riga.yaml", "inputs/final/coordinator.yaml"}
    report = merged({path: text for path, text in given.items() if path not in gone})
    assert report.text is None
    assert [(each.period.milestone, each.partner.id) for each in report.outstanding] == [
        ("m1_selection", "oslo"),
        ("m2_swot", "riga"),
    ]


def test_a_milestone_that_is_not_planned_is_no_chapter(given: Mapping[str, str], dossier_of: Read) -> None:
    dossier = dossier_of(given)
    period = dossier.project.period("final")
    assert period is not None
    without = dossier.project.model_copy(update={"milestones": (period,)})
    report = merge(Dossier(without, dossier.partners, dossier.frame, dossier.deliveries, dossier.issued), period)
    assert (report.chapters, report.deliveries, report.outstanding) == ((), (), ())
