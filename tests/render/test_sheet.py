from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from wp3reports.milestones.m1_selection.model import ClusterReport
from wp3reports.model import Delivery, Dossier, bibliography
from wp3reports.render.sheet import Chapter, Sheet
from wp3reports.render.speech import Speech
from wp3reports.render.tongues import Tongues

Read = Callable[[Mapping[str, str]], Dossier]
RIGA = "inputs/m1_selection/riga.yaml"
FIGURES = """figures:
  - {file: a.png, caption: A, alt: A}
  - {file: lost.png, caption: B, alt: B}
  - {file: ö #1.png, caption: C, alt: C}
  - {file: a.png, caption: D, alt: D, cluster: ict}
"""


@pytest.fixture
def riga(given: Mapping[str, str], dossier_of: Read) -> Delivery[ClusterReport]:
    return dossier_of({**given, RIGA: given[RIGA] + FIGURES.replace("ö #1", "'ö #1").replace("1.png", "1.png'")}).of(
        ClusterReport
    )[0]


@pytest.fixture
def sheet(riga: Delivery[ClusterReport]) -> Sheet:
    chapters = {"sea": Chapter("m1-sea", "3", "The <sea>"), "back": Chapter("m1-back", "", "Back")}
    return Sheet("m1-riga", "Riga 1", bibliography([riga]), chapters)


def test_each_kind_is_numbered_for_itself(sheet: Sheet) -> None:
    assert [sheet.next(kind) for kind in ("table", "figure", "table")] == ["Riga 1.1", "Riga 1.1", "Riga 1.2"]


def test_anchors_begin_with_that_of_the_part(sheet: Sheet) -> None:
    assert sheet.id("table", 2) == "m1-riga-table-2"


def test_a_citation_leads_to_its_source(sheet: Sheet, riga: Delivery[ClusterReport]) -> None:
    assert sheet.cite(riga, "latvian-it-cluster") == '<a class="cite" href="volume:source-2" title="Source 2">[2]</a>'
    here = replace(sheet, sources_here=True)
    assert 'href="#m1-riga-source-2"' in here.cite(riga, "latvian-it-cluster")
    assert sheet.cite(riga, "") == ""


def test_an_unknown_source_is_a_question_mark_wherever_it_stands(sheet: Sheet, riga: Delivery[ClusterReport]) -> None:
    assert sheet.cite(riga, "nobody") == '<span class="cite">[?]</span>'
    text = type(riga.submission.summary)("| a [@nobody] |\n|---|\n| b[^1] |\n\n[^1]: c [@nobody] [@riga-2006]")
    changed = replace(riga, submission=riga.submission.model_copy(update={"summary": text}))
    html = sheet.narrative(changed, "summary")
    assert html.count('<span class="cite">[?]</span>') == 2
    assert html.count("[1]</a>") == 1


def test_a_narrative_knows_its_place(sheet: Sheet, riga: Delivery[ClusterReport]) -> None:
    html = sheet.narrative(riga, "clusters", 1, "description")
    assert html.startswith(f'<div class="text" data-src="{RIGA}#/clusters/1/description"><p>Institutes')
    assert sheet.narrative(riga, "deviations") == ""
    with pytest.raises(TypeError, match="clusters/1/name is no narrative field"):
        sheet.narrative(riga, "clusters", 1, "name")


def test_a_reference_to_a_chapter_names_it(sheet: Sheet) -> None:
    assert sheet.see("sea") == '<a class="see" href="volume:m1-sea">chapter 3, The &lt;sea&gt;</a>'
    assert sheet.see("back") == '<a class="see" href="volume:m1-back">Back</a>'


def test_only_figures_that_can_be_printed_are_shown(sheet: Sheet, riga: Delivery[ClusterReport]) -> None:
    assert list(sheet.figures(riga)) == []
    full = replace(sheet, assets={"inputs/m1_selection/a.png": b"", "inputs/m1_selection/ö #1.png": b""})
    shown = [(figure.caption, pointer, address) for figure, pointer, address in full.figures(riga)]
    assert shown == [
        ("A", f"{RIGA}#/figures/0", "asset:/inputs/m1_selection/a.png"),
        ("C", f"{RIGA}#/figures/2", "asset:/inputs/m1_selection/%C3%B6%20%231.png"),
    ]
    assert [figure.caption for figure, _, _ in full.figures(riga, "ict")] == ["D"]


@pytest.mark.parametrize(("written", "printed", "told"), [("en", "lv", "en"), ("ru", "en", "ru"), ("lv", "lv", "")])
def test_a_narrative_says_what_it_is_written_in(
    written: str, printed: str, told: str, sheet: Sheet, riga: Delivery[ClusterReport]
) -> None:
    sheet = replace(sheet, speech=Speech(Tongues(printed)))
    spoken = replace(riga, submission=riga.submission.model_copy(update={"language": written}))
    lead = f'<div class="text" lang="{told}" data-src=' if told else '<div class="text" data-src='
    assert sheet.narrative(spoken, "summary").startswith(lead)
