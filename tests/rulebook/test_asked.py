from wp3reports.milestones import MILESTONES
from wp3reports.rulebook.asked import ASKED, COMMON


def test_each_milestone_says_what_it_asks_for() -> None:
    assert list(ASKED) == [milestone.name for milestone in MILESTONES]
    assert len({asked.text for asked in ASKED.values()}) == len(MILESTONES) >= 3
    assert [asked.title.split(":")[0] for asked in ASKED.values()][:2] == ["Milestone 1", "Milestone 2"]
    assert "co-ordinator" in COMMON.text
