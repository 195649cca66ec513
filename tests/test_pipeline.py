from collections.abc import Callable, Mapping
from datetime import date

import pytest

from wp3reports.diagnostics import Severity, Span, ordered
from wp3reports.pipeline import Compilation, compile_reports, examine, inputs_of, targets
from wp3reports.snapshot import Snapshot

Compile = Callable[..., Compilation]
RIGA = "inputs/m2_swot/riga.yaml"
DAY = date(2008, 1, 31)


def has_errors(compilation: Compilation) -> bool:
    return any(each.severity is Severity.ERROR for each in compilation.diagnostics)


def test_every_hand_in_and_every_milestone_gives_a_volume(given: Mapping[str, str], compiled: Compile) -> None:
    compilation = compiled(given)
    assert [volume.name for volume in compilation.volumes] == [
        *(f"local/m1_selection/{partner}" for partner in ("riga", "malmo", "oslo")),
        "milestone/m1_selection",
        *(f"local/m2_swot/{partner}" for partner in ("riga", "malmo", "oslo")),
        "milestone/m2_swot",
        "final",
        "final-annex",
    ]
    assert compilation.diagnostics == ()
    assert len(compilation.sources) == 11


def test_a_hand_in_with_an_error_leaves_a_box_and_no_local_report(given: Mapping[str, str], compiled: Compile) -> None:
    compilation = compiled({**given, RIGA: given[RIGA].replace("stage: emerging", "stage: <emergent>")})
    assert has_errors(compilation)
    volumes = {volume.name: volume for volume in compilation.volumes}
    assert "local/m2_swot/riga" not in volumes
    boxes = [
        placed.part.html for placed in volumes["milestone/m2_swot"].placements if "Outstanding" in placed.part.html
    ]
    assert len(boxes) >= 2
    (box,) = (html for html in boxes if '<h1 id="m2-riga"' in html)
    assert "cannot be used" in box
    assert "&lt;emergent&gt;" in box
    assert f"{RIGA}:7:23" in box
    assert len(volumes) == 9


def test_without_project_files_there_are_only_findings(compiled: Compile) -> None:
    compilation = compiled({})
    assert compilation.volumes == ()
    assert has_errors(compilation)
    assert compilation.place(f"{RIGA}#/analyses/0") == Span(RIGA)


def test_without_hand_ins_the_merged_reports_are_boxes(given: Mapping[str, str], compiled: Compile) -> None:
    compilation = compiled({path: text for path, text in given.items() if path.count("/") == 1})
    assert [volume.name for volume in compilation.volumes] == [
        *("milestone/m1_selection", "milestone/m2_swot", "final", "final-annex")
    ]
    assert {each.code for each in compilation.diagnostics} == {"hand-in-missing", "coordinator-missing"}


def test_a_milestone_that_is_not_planned_gives_no_volume(given: Mapping[str, str], compiled: Compile) -> None:
    plan = given["inputs/project.yaml"].replace("milestone: m2_swot\n    number", "milestone: m9_other\n    number")
    compilation = compiled({**given, "inputs/project.yaml": plan})
    assert "milestone/m2_swot" not in {volume.name for volume in compilation.volumes}
    assert "project-milestone-missing" in {each.code for each in compilation.diagnostics}


@pytest.mark.parametrize(
    ("pointer", "place"),
    [
        (f"{RIGA}#/analyses/0/cluster", f"{RIGA}:6:14"),
        (f"{RIGA}#/analyses/0/strengths/0", f"{RIGA}:9:17"),
        (f"{RIGA}#/nothing/like/this", f"{RIGA}:1:1"),
        (RIGA, f"{RIGA}:1:1"),
        ("inputs/project.yaml#/events/0", "inputs/project.yaml:42:5"),
        ("", "inputs:1:1"),
        ("nowhere.yaml#/a", "nowhere.yaml:1:1"),
    ],
)
def test_a_pointer_leads_to_its_line(pointer: str, place: str, given: Mapping[str, str], compiled: Compile) -> None:
    assert str(compiled(given).place(pointer)) == place


def test_all_findings_come_together_in_order(given: Mapping[str, str], compiled: Compile) -> None:
    files = {
        **given,
        RIGA: given[RIGA].replace("summary: Three", "summary: See [x](javascript:y) and [@nobody]. Three"),
        "inputs/stray.yaml": "x",
        "templates/final.html.j2": "{{ oops",
    }
    found = compiled(files).diagnostics
    assert {each.code for each in found} == {"text-link", "source-unknown", "file-unexpected", "template-fault"}
    assert found == ordered(found)


def test_the_day_of_issue_is_printed(given: Mapping[str, str], compiled: Compile) -> None:
    for volume in compiled(given, issued=date(2007, 12, 24)).volumes:
        assert volume.issued == date(2007, 12, 24)
        assert "24 December 2007" in volume.placements[0].part.html


@pytest.mark.parametrize(("issued", "said"), [(date(2005, 12, 15), "is due on"), (date(2005, 12, 16), "was due on")])
def test_a_box_speaks_of_the_due_day_as_it_stands_to_the_day_of_issue(
    issued: date, said: str, given: Mapping[str, str], compiled: Compile
) -> None:
    volumes = compiled({path: text for path, text in given.items() if path != RIGA}, issued).volumes
    (report,) = (volume for volume in volumes if volume.name == "milestone/m2_swot")
    boxes = [placed.part.html for placed in report.placements if "Nothing has been handed in" in placed.part.html]
    assert boxes
    assert all(f"{said} 15 December 2005" in html for html in boxes)


@pytest.mark.parametrize("missing", ["", RIGA, "inputs/m2_swot/coordinator.yaml", "inputs/project.yaml"])
def test_examining_finds_what_compiling_finds_and_knows_the_volumes(
    missing: str, given: Mapping[str, str], compiled: Compile
) -> None:
    files = {path: text for path, text in given.items() if path != missing}
    files = {path: text.replace("stage: emerging", "stage: <emergent>") for path, text in files.items()}
    compilation = compiled(files, DAY)
    examined = examine(Snapshot({path: text.encode() for path, text in files.items()}), DAY)
    assert (examined.diagnostics, examined.volumes) == (compilation.diagnostics, ())
    assert dict(examined.sources).keys() == dict(compilation.sources).keys()
    names = targets(examined.dossier) if examined.dossier else ()
    assert names == tuple(volume.name for volume in compilation.volumes)


def test_a_document_is_made_from_its_inputs_of() -> None:
    assert inputs_of("local/m2_swot/riga") == "inputs/m2_swot/riga.yaml"
    assert inputs_of("milestone/m2_swot") == "inputs/m2_swot"
    assert inputs_of("final-annex") == "inputs"


def test_volumes_are_seen_in_turn_with_what_their_parts_may_take(
    given: Mapping[str, str], templates: Mapping[str, bytes]
) -> None:
    seen: list[tuple[str, object]] = []
    project = given["inputs/project.yaml"] + "limits: {seconds: 9}\n"
    files = {path: text.encode() for path, text in {**given, "inputs/project.yaml": project}.items()}
    compilation = compile_reports(
        Snapshot({**templates, **files}), DAY, seen=lambda volume, limits: seen.append((volume.name, limits))
    )
    assert compilation.limits.seconds == 9
    assert seen == [(volume.name, compilation.limits) for volume in compilation.volumes]
