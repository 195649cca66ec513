import pytest

from wp3reports.milestones import MILESTONES
from wp3reports.model import Milestone


def test_milestones_come_in_their_order() -> None:
    assert [milestone.name for milestone in MILESTONES] == [
        *("m1_selection", "m2_swot", "m3_themes", "m4_concepts", "m5_programmes", "final")
    ]


@pytest.mark.parametrize("milestone", MILESTONES, ids=lambda milestone: milestone.name)
def test_each_kind_of_hand_in_belongs_to_one_milestone(milestone: Milestone) -> None:
    kinds = [kind for each in MILESTONES for kind in (each.local, each.coordinator) if kind]
    assert kinds.count(milestone.coordinator) == 1
    assert milestone.local is None or kinds.count(milestone.local) == 1
    assert len(milestone.rules) == len(set(milestone.rules))
