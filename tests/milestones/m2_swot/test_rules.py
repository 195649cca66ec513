from collections.abc import Callable, Mapping

import pytest

from wp3reports.diagnostics import Diagnostic
from wp3reports.milestones.m2_swot.rules import (
    RULES,
    cluster_not_selected,
    quadrants_overlap,
    statement_repeated,
    swot_missing,
)
from wp3reports.model import Dossier, Rule

Read = Callable[[Mapping[str, str]], Dossier]
Shown = Callable[[Mapping[str, str], Diagnostic], list[tuple[str, str]]]
RIGA, MALMO, DECISION = "inputs/m2_swot/riga.yaml", "inputs/m2_swot/malmo.yaml", "inputs/m1_selection/coordinator.yaml"


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_is_silent_without_hand_ins(rule: Rule, given: Mapping[str, str], dossier_of: Read) -> None:
    assert not list(rule(dossier_of({path: text for path, text in given.items() if path.count("/") == 1})))


def test_a_misspelt_cluster_shows_the_selected_one(given: Mapping[str, str], dossier_of: Read, shown: Shown) -> None:
    files = {**given, RIGA: given[RIGA].replace("- cluster: life-sciences", "- cluster: life-scences")}
    (found,) = cluster_not_selected(dossier_of(files))
    assert found.message == 'Riga analyses "life-scences", which was not selected in milestone 1'
    assert shown(files, found) == [
        ("life-scences", "not in the selection"),
        ("life-sciences", "did you mean this one?"),
    ]
    assert [note.span.path for note in found.notes] == [DECISION]


def test_an_unlike_cluster_shows_the_whole_selection(given: Mapping[str, str], dossier_of: Read, shown: Shown) -> None:
    files = {**given, RIGA: given[RIGA].replace("- cluster: life-sciences", "- cluster: wood")}
    (found,) = cluster_not_selected(dossier_of(files))
    assert shown(files, found) == [("wood", "not in the selection"), ("selected", "selected for Riga")]


def test_a_missing_analysis_shows_the_decision(given: Mapping[str, str], dossier_of: Read, shown: Shown) -> None:
    files = {**given, RIGA: given[RIGA].replace("- cluster: life-sciences", "- cluster: ict")}
    (found,) = swot_missing(dossier_of(files))
    assert shown(files, found) == [
        ("analyses", 'no analysis of "life-sciences"'),
        ("life-sciences", "selected here"),
    ]


def test_an_overlap_shows_both_quadrants(given: Mapping[str, str], dossier_of: Read, shown: Shown) -> None:
    files = {**given, RIGA: given[RIGA].replace("statement: Wages rise", "statement: Small  firms!")}
    (found,) = quadrants_overlap(dossier_of(files))
    assert shown(files, found) == [("Small  firms!", "under threats"), ("Small firms", "under weaknesses")]
    assert not list(statement_repeated(dossier_of(files)))


def test_a_repetition_shows_the_other_city(given: Mapping[str, str], dossier_of: Read, shown: Shown) -> None:
    files = {**given, MALMO: given[MALMO].replace("statement: Oil price", "statement: Cheap flights")}
    (found,) = statement_repeated(dossier_of(files))
    assert shown(files, found) == [("Cheap flights", "the same statement"), ("Cheap flights", "first made here")]
    assert [found.span.path, *(note.span.path for note in found.notes)] == [MALMO, RIGA]


def test_statements_without_words_are_not_compared(given: Mapping[str, str], dossier_of: Read) -> None:
    files = {**given, RIGA: given[RIGA].replace("Small firms", '"?"').replace("Wages rise", '"…"')}
    assert not list(quadrants_overlap(dossier_of(files)))
