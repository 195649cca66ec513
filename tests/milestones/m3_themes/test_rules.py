from collections.abc import Callable, Mapping

import pytest

from wp3reports.diagnostics import Diagnostic
from wp3reports.milestones.m3_themes.rules import (
    RULES,
    analysis_foreign_tool,
    analysis_unknown_tool,
    expert_missing,
    expert_unnamed,
    expert_unselected_cluster,
    proposal_other_cluster,
    proposal_unknown_statement,
)
from wp3reports.model import Dossier, Rule

Read = Callable[[Mapping[str, str]], Dossier]
Shown = Callable[[Mapping[str, str], Diagnostic], list[tuple[str, str]]]
RIGA = "inputs/m3_themes/riga.yaml"
DECISION, SWOT, PROJECT = "inputs/m1_selection/coordinator.yaml", "inputs/m2_swot/riga.yaml", "inputs/project.yaml"


@pytest.fixture
def changed(given_whole: Mapping[str, str]) -> Callable[[str, str], Mapping[str, str]]:
    def replaced(old: str, new: str) -> Mapping[str, str]:
        assert given_whole[RIGA].count(old) == 1
        return {**given_whole, RIGA: given_whole[RIGA].replace(old, new)}

    return replaced


Changed = Callable[[str, str], Mapping[str, str]]


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_is_silent_without_hand_ins(rule: Rule, given_whole: Mapping[str, str], dossier_of: Read) -> None:
    assert not list(rule(dossier_of({path: text for path, text in given_whole.items() if path.count("/") == 1})))


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_needs_no_other_milestone(rule: Rule, given_whole: Mapping[str, str], dossier_of: Read) -> None:
    own = {path: text for path, text in given_whole.items() if path.count("/") == 1 or "/m3_themes/" in path}
    assert not list(rule(dossier_of(own)))


def test_a_missing_expert_shows_the_group(changed: Changed, dossier_of: Read, shown: Shown) -> None:
    files = changed("- theme: division_of_labour\n    name: Anna", "- theme: elsewhere\n    name: Anna")
    (found,) = expert_missing(dossier_of(files))
    assert shown(files, found) == [
        ("experts", 'nobody for "division_of_labour"'),
        ("division_of_labour", "the thematic group"),
    ]
    assert found.notes[0].span.path == PROJECT


def test_an_expert_of_a_misspelt_cluster_shows_the_selected_one(
    changed: Changed, dossier_of: Read, shown: Shown
) -> None:
    files = changed("kind: government\n    cluster: ferries", "kind: government\n    cluster: ferry")
    (found,) = expert_unselected_cluster(dossier_of(files))
    assert shown(files, found) == [("ferry", "not in the selection"), ("ferries", "did you mean this one?")]
    assert found.notes[0].span.path == DECISION


def test_all_experts_without_a_name_are_shown_together(
    given_whole: Mapping[str, str], dossier_of: Read, shown: Shown
) -> None:
    text = given_whole[RIGA].replace("Juris Kalns", "to be named").replace("Anna Liepa", "to be named")
    files = {**given_whole, RIGA: text}
    (found,) = expert_unnamed(dossier_of(files))
    assert shown(files, found) == [("to be named", "no name yet"), ("to be named", "nor here")]


def test_a_misspelt_tool_shows_the_tools_of_the_city(changed: Changed, dossier_of: Read, shown: Shown) -> None:
    files = changed("tools: [it-cluster]", "tools: [it-culster]")
    (found,) = analysis_unknown_tool(dossier_of(files))
    assert shown(files, found) == [("it-culster", 'did you mean "it-cluster"?'), ("tools", "the tools of Riga")]


def test_a_foreign_tool_shows_what_it_fosters(changed: Changed, dossier_of: Read, shown: Shown) -> None:
    files = changed("tools: [it-cluster]", "tools: [freeport]")
    (found,) = analysis_foreign_tool(dossier_of(files))
    assert shown(files, found) == [("freeport", 'not a tool of "ict"'), ("clusters", "what it fosters")]
    assert found.notes[0].span.path == SWOT


def test_a_misspelt_statement_shows_the_swot(changed: Changed, dossier_of: Read, shown: Shown) -> None:
    files = changed("answers: [old-ships]", "answers: [old-shis]")
    (found,) = proposal_unknown_statement(dossier_of(files))
    assert shown(files, found) == [("old-shis", 'did you mean "old-ships"?'), ("analyses", "the SWOT of Riga")]
    assert found.help == "the statements with an id are small-firms, old-ships"


def test_a_statement_about_another_cluster_is_shown(changed: Changed, dossier_of: Read, shown: Shown) -> None:
    files = changed("answers: [old-ships]", "answers: [small-firms]")
    (found,) = proposal_other_cluster(dossier_of(files))
    assert shown(files, found) == [
        ("small-firms", 'about "ict"'),
        ("Small firms", "the statement"),
        ("ferries", "the cluster of the proposal"),
    ]
