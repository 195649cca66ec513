from collections.abc import Callable, Mapping
from datetime import date

import pytest
from lxml import html as lxml_html

from wp3reports.pipeline import Compilation
from wp3reports.render import page
from wp3reports.snapshot import Snapshot
from wp3reports.standing import State, survey
from wp3reports.volume import Numbering

Compile = Callable[..., Compilation]
RIGA, OSLO = "inputs/m2_swot/riga.yaml", "inputs/m2_swot/oslo.yaml"
DAY = date(2005, 12, 20)


@pytest.fixture
def compilation(given: Mapping[str, str], compiled: Compile) -> Compilation:
    """One hand-in is missing and one is a draft, five days after the due date."""
    files = {path: text for path, text in given.items() if path != OSLO}
    return compiled({**files, RIGA: files[RIGA].replace("status: accepted", "status: draft")}, issued=DAY)


def test_the_draft_of_a_milestone_opens_with_its_column(compilation: Compilation) -> None:
    volume = next(each for each in compilation.volumes if each.name == "milestone/m2_swot")
    placed = volume.placements[1]
    assert (placed.part.name, placed.draft_only) == ("milestone/m2_swot/standing", True)
    assert placed.numbering is Numbering.LOOSE
    rows = lxml_html.document_fromstring(placed.part.html).xpath("//tbody/tr")
    told = [[" ".join(cell.text_content().split()) for cell in row] for row in rows]
    assert len(told) == 4
    assert told[0] == ["Riga", "~ draft", "9 December 2005", "5 days late", "79 words", "1 warning"]
    assert told[2] == ["Oslo", "✗ missing", "–", "5 days late", "–", "–"]
    assert "Oslo: milestone 2 has not been handed in; five days late." in placed.part.html
    assert "20 December 2005" in placed.part.html


def test_a_release_has_no_such_page_and_is_else_the_same(compilation: Compilation) -> None:
    for volume in compilation.volumes:
        only = [placed for placed in volume.placements if placed.draft_only]
        assert len(only) == volume.name.startswith("milestone/")
        assert volume.released().placements == tuple(each for each in volume.placements if each not in only)


def test_the_page_of_the_contents_does_not_name_it(compilation: Compilation) -> None:
    (contents,) = (
        placed.part.html
        for volume in compilation.volumes
        for placed in volume.placements
        if placed.part.name == "milestone/m2_swot/contents"
    )
    assert "Where the hand-ins stand" not in contents


def test_all_milestones_make_a_document_of_its_own(compilation: Compilation, templates: Mapping[str, bytes]) -> None:
    assert compilation.dossier is not None
    matrix = survey(compilation.dossier, compilation.diagnostics)
    html, faults = page(matrix, {"final": "not built"}, Snapshot(templates))
    assert faults == ()
    document = lxml_html.document_fromstring(html)
    assert document.get("lang") == "en"
    assert document.xpath("//table/caption")
    assert len(document.xpath("//thead//th[@scope='col']")) == 1 + len(matrix.periods) == 4
    assert len(document.xpath("//tbody//th[@scope='row']")) == len(matrix.rows) == 4
    assert {len(row.xpath("./*")) for row in document.xpath("//tr")} == {4}
    assert not document.xpath("//script | //@href | //@src | //*[@style]")
    assert len(document.xpath("//td[contains(@class, 'overdue')]")) == matrix.overdue == 2
    assert [code.text for code in document.xpath("//code")] == ["final"]
    assert len(document.xpath("//h2[.='States']/following::dt")) == len(State)


def test_a_fault_of_the_projects_own_template_is_told(compilation: Compilation) -> None:
    assert compilation.dossier is not None
    matrix = survey(compilation.dossier, ())
    html, faults = page(matrix, {}, Snapshot({"templates/status.html.j2": b"{% macro page() %}{% endmacro %}"}))
    assert html == ""
    assert [each.code for each in faults] == ["template-fault"]
