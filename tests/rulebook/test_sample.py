import pytest

from wp3reports.rulebook import PAGES
from wp3reports.rulebook.sample import MOST, Sample, sample


def of(code: str) -> Sample:
    found = sample(code)
    assert found is not None
    return found


def test_the_lines_that_change_are_shown_with_some_around() -> None:
    found = of("value-kind")
    (wrong,), (right,) = found.wrong, found.right
    assert found.case.title == "A text where a list is wanted"
    assert [text for _, text in wrong.lines] == [
        "    name: Latvian IT Cluster",
        "    type: cluster_organisation",
        "    clusters: ict",
        "    owner: Its members",
        "    since: 2001",
    ]
    assert [number for number, _ in right.lines] == [number for number, _ in wrong.lines]
    assert right.lines[2][1] == "    clusters: [ict]"
    assert {each.code for each in found.found} == {"value-kind"}


def test_both_ends_of_a_conflict_are_shown() -> None:
    found = of("m1-shared-not-mirrored")
    assert [each.path for each in found.wrong] == ["inputs/m1_selection/riga.yaml", "inputs/m1_selection/malmo.yaml"]
    assert [each.path for each in found.right] == ["inputs/m1_selection/malmo.yaml"]


def test_a_file_that_is_not_there_has_no_lines() -> None:
    found = of("hand-in-missing")
    assert found.wrong[0].lines == ()
    assert len(found.right[0].lines) == MOST


def test_of_a_long_change_the_beginning_and_the_mark_are_shown() -> None:
    found = of("text-rows")
    assert len(found.wrong[0].lines) <= MOST + 5
    assert any("firm" in text for _, text in found.wrong[0].lines)


def test_another_case_can_show_how_it_is_right() -> None:
    found = of("waiver-expired")
    assert found.case.right == "A waiver holds until its last day"
    assert "    until: 2008-01-31" in [text for _, text in found.right[0].lines]


def test_a_code_of_the_disk_has_no_sample() -> None:
    assert sample("file-refused") is None


@pytest.mark.parametrize("code", ["yaml-encoding", "yaml-too-large", "more-findings", "template-fault"])
def test_odd_files_are_shown_too(code: str) -> None:
    assert of(code).found
    assert code in PAGES
