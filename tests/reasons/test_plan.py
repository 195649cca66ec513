"""What a build would do is what it then does, and the reasons are those of the edit."""

from datetime import date
from typing import Any

import pytest

from wp3reports import pdf
from wp3reports.reasons import Outlook, State

LOCAL, MILESTONE = "local/m2_swot/oslo", "milestone/m2_swot"
OSLO, SHEET = "inputs/m2_swot/oslo.yaml", "templates/static/report.css"
FONT = "templates/static/fonts/SourceSerif4-Regular.ttf.woff2"
THREAT = f"{OSLO} → analyses/1/threats/0/statement changed"


def told(outlook: Outlook) -> list[str]:
    return list(map(str, outlook.reasons))


def of_part(outlook: Outlook, name: str) -> list[str]:
    (found,) = (part for part in outlook.parts if part.name == name)
    return list(map(str, found.reasons))


def test_at_first_nothing_was_ever_built(project: Any) -> None:
    outlook = project.outlook(MILESTONE)
    assert outlook.state is State.NOT_BUILT
    assert told(outlook) == [f"{MILESTONE} was never built"]
    assert of_part(outlook, "m2_swot/oslo") == ["m2_swot/oslo is not in the store"]
    certain = {part.name for part in outlook.parts if part.is_certain}
    perhaps = {part.name for part in outlook.parts if not part.is_certain}
    project.build(MILESTONE)
    assert certain <= set(project.exported) <= certain | perhaps
    assert perhaps == {f"{MILESTONE}/contents", f"{MILESTONE}/control"}


def test_after_a_build_there_is_nothing_to_do_and_nothing_is_written(project: Any) -> None:
    project.build(LOCAL)
    before = {path: path.stat().st_mtime_ns for path in project.folder.rglob("*")}
    assert project.outlook(LOCAL) == Outlook(LOCAL, State.UP_TO_DATE)
    assert {path: path.stat().st_mtime_ns for path in project.folder.rglob("*")} == before


def test_an_edit_is_named_by_partner_file_and_field(project: Any) -> None:
    project.build(LOCAL, MILESTONE)
    project.edit(OSLO, "Fields run dry", "Fields run dry soon")
    for target in (LOCAL, MILESTONE):
        outlook = project.outlook(target)
        assert outlook.state is State.OUT_OF_DATE
        assert told(outlook) == [THREAT]
        assert of_part(outlook, "m2_swot/oslo") == [THREAT]
    certain = {part.name for part in outlook.parts if part.is_certain}
    perhaps = {part.name for part in outlook.parts if not part.is_certain}
    project.build(LOCAL, MILESTONE)
    assert certain <= set(project.exported) <= certain | perhaps | {f"{LOCAL}/contents", f"{LOCAL}/control"}


def test_of_two_edits_each_part_names_its_own(project: Any) -> None:
    project.build(MILESTONE)
    project.edit(OSLO, "Fields run dry", "Fields run dry soon")
    project.edit("inputs/m2_swot/riga.yaml", "Wages rise", "Wages rise fast")
    outlook = project.outlook(MILESTONE)
    assert of_part(outlook, "m2_swot/oslo") == [THREAT]
    assert of_part(outlook, "m2_swot/riga") == ["inputs/m2_swot/riga.yaml → analyses/0/threats/0/statement changed"]
    assert set(told(outlook)) == {THREAT, *of_part(outlook, "m2_swot/riga")}


def test_an_edit_that_reaches_no_page_is_no_reason(project: Any) -> None:
    project.build(LOCAL)
    project.files["inputs/m2_swot/riga.yaml"] += b"# a comment\n"
    assert project.outlook(LOCAL).state is State.UP_TO_DATE


def test_a_hand_in_that_is_new_or_gone(project: Any) -> None:
    text = project.files.pop(OSLO)
    project.build(MILESTONE)
    project.files[OSLO] = text
    assert f"{OSLO} added" in told(project.outlook(MILESTONE))
    project.build(MILESTONE)
    del project.files[OSLO]
    assert f"{OSLO} removed" in told(project.outlook(MILESTONE))


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("templates/m2_swot.html.j2", "template templates/m2_swot.html.j2 changed"),
        (SHEET, f"style sheet {SHEET} changed"),
        (FONT, f"font {FONT} changed"),
    ],
)
def test_template_style_sheet_and_font_are_named(project: Any, path: str, reason: str) -> None:
    project.build(LOCAL)
    data = project.files[path]
    project.files[path] = data.replace(b'_("Summary")', b'"In short"') if path.endswith(".j2") else data + b"\n"
    outlook = project.outlook(LOCAL)
    assert told(outlook) == [reason]
    assert of_part(outlook, "m2_swot/oslo") == [reason]


def test_the_engine_is_named_with_its_versions(project: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "fingerprint", lambda: "weasyprint=70.0 pango=1.50")
    project.build(LOCAL)
    monkeypatch.setattr(pdf, "fingerprint", lambda: "weasyprint=71.0 pango=1.50")
    assert told(project.outlook(LOCAL)) == ["weasyprint is 71.0 and was 70.0"]


def test_a_release_and_another_day_are_named(project: Any) -> None:
    project.build(LOCAL)
    assert told(project.outlook(LOCAL, is_final=True)) == ["a release is asked for"]
    project.build(LOCAL, is_final=True)
    assert told(project.outlook(LOCAL)) == ["a draft is asked for"]
    project.issued = date(2008, 2, 1)
    assert "the day of issue is 2008-02-01 and was 2008-01-31" in told(project.outlook(LOCAL, is_final=True))


def test_metadata_is_explained_by_what_it_comes_from(project: Any) -> None:
    project.build(LOCAL)
    project.edit("inputs/project.yaml", "keywords: [", "keywords: [baltic, ")
    assert "inputs/project.yaml → keywords/0 added" in told(project.outlook(LOCAL))


def test_what_is_lost_is_named(project: Any) -> None:
    project.build(LOCAL)
    file = project.places.pdf / f"{LOCAL}.pdf"
    file.write_bytes(b"edited")
    assert told(project.outlook(LOCAL)) == [f"{LOCAL}.pdf is not as it was written"]
    file.unlink()
    assert project.outlook(LOCAL).state is State.NOT_BUILT
    assert told(project.outlook(LOCAL)) == [f"{LOCAL}.pdf is gone"]
    project.build(LOCAL)
    for path in project.places.store.glob("??/*"):
        path.unlink()
    outlook = project.outlook(LOCAL)
    assert of_part(outlook, "m2_swot/oslo") == ["m2_swot/oslo is not in the store"]
    assert "m2_swot/oslo is not in the store" in told(outlook)
    project.places.manifest.unlink()
    assert told(project.outlook(LOCAL)) == [f"{LOCAL} is there, and nobody knows what it was made from"]


def test_without_the_old_text_the_file_is_named(project: Any) -> None:
    project.build(LOCAL)
    for path in project.places.store.glob("??/*"):
        path.unlink()
    project.edit(OSLO, "Fields run dry", "Fields run dry soon")
    assert told(project.outlook(LOCAL)) == [f"{OSLO} changed"]
