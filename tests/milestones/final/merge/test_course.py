from collections.abc import Callable, Mapping
from datetime import date

from wp3reports.milestones.final.merge import merge
from wp3reports.model import Dossier

Read = Callable[[Mapping[str, str]], Dossier]
RIGA, OSLO = "inputs/m1_selection/riga.yaml", "inputs/m2_swot/oslo.yaml"
FINAL = "inputs/final/coordinator.yaml"


def test_a_milestone_is_counted_against_its_plan(given_whole: Mapping[str, str], dossier_of: Read) -> None:
    files = {**given_whole, RIGA: given_whole[RIGA].replace("date: 2005-06-10", "date: 2005-06-16")}
    del files[OSLO]
    dossier = dossier_of(files)
    period = dossier.project.period("final")
    assert period is not None
    first, second, *_ = merge(dossier, period).courses
    assert (first.expected, first.in_time, first.late, first.outstanding) == (3, 2, 1, 0)
    assert (second.expected, second.in_time, second.late, second.outstanding) == (3, 2, 0, 1)
    assert first.closed == date(2005, 6, 30)


def test_deviations_stand_by_milestone_with_the_co_ordinator_last(
    given_whole: Mapping[str, str], dossier_of: Read
) -> None:
    paths = (FINAL, "inputs/m1_selection/coordinator.yaml", "inputs/m1_selection/oslo.yaml", RIGA)
    files = {path: f"{text}deviations: Late.\n" if path in paths else text for path, text in given_whole.items()}
    dossier = dossier_of(files)
    period = dossier.project.period("final")
    assert period is not None
    assert [(each.period.milestone, each.author) for each in merge(dossier, period).deviating] == [
        ("m1_selection", "Riga"),
        ("m1_selection", "Oslo"),
        ("m1_selection", "WP co-ordinator"),
        ("final", "WP co-ordinator"),
    ]
