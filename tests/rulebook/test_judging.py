from dataclasses import replace

from wp3reports.rulebook import book, findings, judged
from wp3reports.rulebook.case import Line
from wp3reports.snapshot import Snapshot

RIGA = "inputs/m2_swot/riga.yaml"


def test_reading_checking_and_printing_are_all_asked() -> None:
    given = book().given()
    lines = dict(given.lines)
    text = [line.text for line in lines[RIGA]]
    text[3] = "summary: 'See [a](ftp://b) and [@nobody].'"
    text.append("figures: [{file: a.png, caption: A, alt: A}]")
    lines[RIGA] = tuple(map(Line, text))
    found = findings(replace(given, lines=lines))
    assert [each.code for each in found] == ["text-link", "source-unknown", "figure-missing"]


def test_without_project_files_reading_is_all() -> None:
    given = book().given()
    files = {path: data for path, data in given.files.items() if path != "inputs/project.yaml"}
    assert [each.code for each in judged(Snapshot(files), given.issued)] == ["project-file-missing"]


def test_a_template_is_tried_out() -> None:
    given = book().given()
    (found,) = findings(replace(given, lines={**given.lines, "templates/back.html.j2": (Line("{% if %}"),)}))
    assert (found.code, found.span.path) == ("template-fault", "templates/back.html.j2")
