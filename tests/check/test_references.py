from collections.abc import Callable, Mapping

from wp3reports.check.references import figure_unknown_cluster, source_unknown, theme_unknown
from wp3reports.diagnostics import Diagnostic
from wp3reports.model import Dossier

Read = Callable[[Mapping[str, str]], Dossier]
Shown = Callable[[Mapping[str, str], Diagnostic], list[tuple[str, str]]]
RIGA = "inputs/m1_selection/riga.yaml"


def test_a_citation_is_marked_in_its_line_and_the_list_is_the_other_end(
    given: Mapping[str, str], dossier_of: Read, shown: Shown
) -> None:
    files = {**given, RIGA: given[RIGA].replace("    description: Lines", "    description: Ships [@riga-2066]. Lines")}
    (found,) = source_unknown(dossier_of(files))
    assert shown(files, found) == [
        ("riga-2066", 'did you mean "riga-2006"?'),
        ("sources", "the sources of this hand-in"),
    ]


def test_every_citation_of_an_unknown_source_is_found(given: Mapping[str, str], dossier_of: Read, shown: Shown) -> None:
    text = "summary: |\n  One [@nobody].\n\n  Two [@nobody], [@riga-2006]."
    files = {**given, RIGA: given[RIGA].replace("summary: Riga proposes three clusters [@riga-2006].", text)}
    found = list(source_unknown(dossier_of(files)))
    assert [each.span.line for each in found] == [5, 7]
    assert [shown(files, each)[0][0] for each in found] == ["nobody", "nobody"]


def test_without_a_list_there_is_no_other_end(given: Mapping[str, str], dossier_of: Read, shown: Shown) -> None:
    path = "inputs/final/coordinator.yaml"
    files = {**given, path: given[path].replace("began in 2005", "began in 2005 [@nobody]")}
    (found,) = source_unknown(dossier_of(files))
    assert shown(files, found) == [("nobody", "not listed")]


def test_a_figure_may_show_any_cluster_that_its_hand_in_is_about(
    given_whole: Mapping[str, str], dossier_of: Read, shown: Shown
) -> None:
    path = "inputs/m3_themes/riga.yaml"
    text = given_whole[path].replace("kind: industry\n    cluster: ict", "kind: industry\n    cluster: wood")
    figure = "  - {{file: a.png, caption: A, alt: A, cluster: {}}}\n"
    files = {**given_whole, path: text + "figures:\n" + figure.format("wood") + figure.format("woods")}
    (found,) = figure_unknown_cluster(dossier_of(files))
    assert shown(files, found) == [("woods", 'did you mean "wood"?')]


def test_a_misspelt_theme_shows_the_groups(given_whole: Mapping[str, str], dossier_of: Read, shown: Shown) -> None:
    path = "inputs/m3_themes/coordinator.yaml"
    files = {**given_whole, path: given_whole[path].replace("theme: spatial_planning, chair", "theme: planning, chair")}
    (found,) = theme_unknown(dossier_of(files))
    assert shown(files, found) == [
        ("planning", 'did you mean "spatial_planning"?'),
        ("thematic_groups", "the thematic groups"),
    ]
