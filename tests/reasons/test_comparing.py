"""A volume beside what it was: parts that come and go, and numbers that move."""

from typing import Any

MILESTONE, OSLO = "milestone/m2_swot", "inputs/m2_swot/oslo.yaml"


def test_parts_that_come_and_go_are_named(project: Any) -> None:
    text = project.files["templates/m2_swot.html.j2"]
    project.build(MILESTONE)
    assert text.count(b'"synthesis"') >= 1
    project.files["templates/m2_swot.html.j2"] = text.replace(b'"synthesis"', b'"definition"', 1)
    found = [str(each) for each in project.outlook(MILESTONE).reasons]
    assert "part m2_swot/synthesis removed" in found


def test_page_numbers_that_moved_are_a_reason_when_all_pages_are_there(project: Any) -> None:
    project.build(MILESTONE)
    project.edit(OSLO, "Fields run dry", "Fields run dry soon")
    perhaps = {part.name: part for part in project.outlook(MILESTONE).parts if not part.is_certain}
    assert [str(each) for each in perhaps[f"{MILESTONE}/contents"].reasons] == ["page numbers may move"]
    assert "page numbers may move" not in map(str, project.outlook(MILESTONE).reasons)


def test_a_comment_changes_no_page_but_the_file_inside(project: Any) -> None:
    project.build(MILESTONE)
    text = project.files[OSLO]
    project.files[OSLO] = text + (b"# a remark\n" if isinstance(text, bytes) else "# a remark\n")
    assert [str(each) for each in project.outlook(MILESTONE).reasons] == [f"{OSLO} changed"]
