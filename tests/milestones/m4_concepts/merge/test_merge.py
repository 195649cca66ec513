from collections.abc import Callable, Mapping

from wp3reports.milestones.m4_concepts.merge import ConceptsMerge
from wp3reports.milestones.m4_concepts.model import Weight

Merge = Callable[[Mapping[str, str]], ConceptsMerge]
FOLDER = "inputs/m4_concepts"
COMMON = f"{FOLDER}/coordinator.yaml"


def test_the_report_has_the_common_part_and_the_hand_ins(given: Mapping[str, str], merged: Merge) -> None:
    report = merged(given)
    assert report.common is report.coordinator
    assert [each.author for each in report.contributions] == ["coordinator", "riga", "malmo", "oslo"]
    assert report.outstanding == ()
    assert report.weights == (Weight.HIGH, Weight.MEDIUM, Weight.LOW)
    assert report.clusters["malmo", "media"] == "Digital media"


def test_what_is_missing_is_owed(given: Mapping[str, str], merged: Merge) -> None:
    report = merged({path: text for path, text in given.items() if not path.startswith(FOLDER)})
    assert (report.common, report.technologies, report.joint) == (None, (), ())
    assert [(theme.concepts, theme.practices) for theme in report.themes] == [((), ()), ((), ())]
    assert [(played.role, played.considered) for played in report.roles] == [(None, None)] * 3
    assert [each.partner.id for each in report.outstanding] == ["riga", "malmo", "oslo"]


def test_without_the_common_part_the_hand_ins_are_merged(given: Mapping[str, str], merged: Merge) -> None:
    report = merged({path: text for path, text in given.items() if path != COMMON})
    assert (report.common, report.joint) == (None, ())
    assert [len(theme.practices) for theme in report.themes] == [3, 3]
    assert [played.role is not None for played in report.roles] == [True, True, True]
    assert len(report.technologies) == 7
