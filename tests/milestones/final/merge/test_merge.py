from collections.abc import Callable, Mapping

import pytest

from wp3reports.milestones.final.merge import MERGES, FinalReport, merge
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


def test_every_milestone_is_a_chapter_in_order(given_whole: Mapping[str, str], merged: Merge) -> None:
    report = merged(given_whole)
    assert [each.period.milestone for each in report.chapters] == [*MERGES]
    assert len(report.events) == 7


def test_all_hand_ins_are_in_it(given_whole: Mapping[str, str], merged: Merge) -> None:
    report = merged(given_whole)
    assert [(each.milestone, each.author) for each in report.deliveries] == [
        (milestone, author) for milestone in MERGES for author in ("riga", "malmo", "oslo")
    ]
    assert len(report.contributions) == len(set(report.contributions)) == 5 * 4 + 1
    assert report.contributions[0] == report.text


def test_a_metropolis_finds_its_own(given_whole: Mapping[str, str], merged: Merge) -> None:
    report = merged(given_whole)
    found = {partner.id: [each.milestone for each in report.of_partner(partner)] for partner in report.partners}
    assert found == {partner: [*MERGES] for partner in ("riga", "malmo", "oslo")}


def test_what_is_missing_in_any_milestone_is_owed(given_whole: Mapping[str, str], merged: Merge) -> None:
    gone = {"inputs/m1_selection/oslo.yaml", "inputs/m5_programmes/riga.yaml", "inputs/final/coordinator.yaml"}
    report = merged({path: text for path, text in given_whole.items() if path not in gone})
    assert (report.text, report.recommended) == (None, ())
    assert [(each.period.milestone, each.partner.id) for each in report.outstanding] == [
        ("m1_selection", "oslo"),
        ("m5_programmes", "riga"),
    ]


def test_a_milestone_that_is_not_planned_is_no_chapter(given_whole: Mapping[str, str], dossier_of: Read) -> None:
    dossier = dossier_of(given_whole)
    period = dossier.project.period("final")
    assert period is not None
    without = dossier.project.model_copy(update={"milestones": (period,)})
    report = merge(Dossier(without, dossier.partners, dossier.frame, dossier.deliveries, dossier.issued), period)
    assert (report.chapters, report.deliveries, report.outstanding) == ((), (), ())


@pytest.mark.parametrize(
    ("pointer", "subjects"),
    [
        ("inputs/m1_selection/riga.yaml#/summary", {("riga", "", "")}),
        ("inputs/m1_selection/riga.yaml#/clusters/0/name", {("riga", "ict", "")}),
        ("inputs/m1_selection/riga.yaml#/clusters/9", {("riga", "", "")}),
        ("inputs/m1_selection/nobody.yaml#/summary", set()),
        ("inputs/project.yaml#/events/0", set()),
        ("", set()),
    ],
)
def test_a_pointer_says_what_is_dealt_with(
    pointer: str, subjects: set[tuple[str, str, str]], given_whole: Mapping[str, str], merged: Merge
) -> None:
    assert merged(given_whole).subjects(pointer) == subjects
