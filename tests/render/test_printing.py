from collections.abc import Callable, Mapping

from wp3reports.pipeline import Compilation

Compile = Callable[..., Compilation]
RIGA = "inputs/m1_selection/riga.yaml"
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
