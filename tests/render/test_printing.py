import re
from collections.abc import Callable, Mapping

from wp3reports.pipeline import Compilation

Compile = Callable[..., Compilation]
RIGA = "inputs/m1_selection/riga.yaml"
MACROS = "templates/macros.html.j2"
SUMMARY = "summary: Riga proposes three clusters [@riga-2006]."


def test_findings_on_templates_pictures_and_texts_come_together(given: Mapping[str, str], compiled: Compile) -> None:
    figure = "figures:\n  - {file: a.png, caption: A, alt: B}\n"
    files = {
        **given,
        RIGA: given[RIGA].replace(SUMMARY, "summary: '# Riga [@riga-2006]'") + figure,
        "templates/m2_swot.html.j2": "{% set sections = {} %}",
    }
    found = {each.code for each in compiled(files).diagnostics}
    assert found == {"text-heading", "figure-missing", "template-fault"}


def test_lists_of_what_there_is_take_the_place_of_matrices_where_there_are_many_metropolises(
    given_whole: Mapping[str, str], compiled: Compile, templates: Mapping[str, bytes]
) -> None:
    crowded = templates[MACROS].decode().replace("set across = 12", "set across = 2")
    volumes = compiled({**given_whole, MACROS: crowded}).volumes
    html = "".join({placed.part.name: placed.part.html for volume in volumes for placed in volume.placements}.values())
    assert 'class="matrix' not in html
    lists = [
        " ".join(re.sub("<[^>]*>", " ", each).split()) for each in re.findall(r'(?s)for-many">(.*?)</table>', html)
    ]
    assert len(lists) == 12
    told = " ".join(lists)
    assert "Riga 1 ICT · 2 Life sciences · 3 Ferries Malmö ○ ○ ; Oslo – × △" in told
    assert "Riga 1 Ferries · 2 ICT ↔ Malmö 1; → Oslo 2" in told
    assert "Riga 1 + 2 Malmö 1 + 2 Malmö 1 + 2 Riga 1 + 2 Oslo –" in told
    assert "Malmö Ferries 2 3 4 5 ; Oslo Maritime services 2 · · ·" in told
