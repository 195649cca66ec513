import pytest

from wp3reports.rulebook import PAGES
from wp3reports.rulebook.sample import MOST, sample


def test_the_lines_that_change_are_shown_with_some_around() -> None:
    found = sample("value-kind")
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
    found = sample("m1-shared-not-mirrored")
    assert [each.path for each in found.wrong] == ["inputs/m1_selection/riga.yaml", "inputs/m1_selection/malmo.yaml"]
    assert [each.path for each in found.right] == ["inputs/m1_selection/malmo.yaml"]


def test_a_file_that_is_not_there_has_no_lines() -> None:
    found = sample("hand-in-missing")
    assert found.wrong[0].lines == ()
    assert len(found.right[0].lines) == MOST


def test_of_a_long_change_the_beginning_and_the_mark_are_shown() -> None:
    found = sample("text-rows")
    assert len(found.wrong[0].lines) <= MOST + 5
    assert any("firm" in text for _, text in found.wrong[0].lines)


def test_another_case_can_show_how_it_is_right() -> None:
    found = sample("waiver-expired")
    assert found.case.right == "A waiver holds until its last day"
    assert "    until: 2008-01-31" in [text for _, text in found.right[0].lines]


def test_what_lies_on_the_disk_is_said_in_words() -> None:
    found = sample("file-changed")
    assert [(each.path, each.lines, each.instead) for each in found.wrong] == [
        ("inputs/m2_swot/riga.yaml", (), "is saved once more meanwhile")
    ]
    assert [each.severity.word for each in found.found] == ["warning"]


def test_what_shows_on_paper_is_marked_at_its_line() -> None:
    found = sample("pdf-missing-glyph")
    assert [each.span.line for each in found.found] == [number for number, text in found.wrong[0].lines if "船" in text]
    assert not any("船" in text for _, text in found.right[0].lines)


@pytest.mark.parametrize("code", ["yaml-encoding", "yaml-too-large", "more-findings", "template-fault"])
def test_odd_files_are_shown_too(code: str) -> None:
    assert sample(code).found
    assert code in PAGES
