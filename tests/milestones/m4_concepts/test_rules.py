from collections.abc import Callable, Mapping

import pytest

from wp3reports.diagnostics import Diagnostic
from wp3reports.milestones.m4_concepts.rules import (
    RULES,
    concept_other_theme,
    concept_unknown_tool,
    practice_other_cluster,
    practice_unknown_tool,
    proposal_unused,
    role_not_considered,
    theme_without_practice,
)
from wp3reports.model import Dossier, Rule

Read = Callable[[Mapping[str, str]], Dossier]
Shown = Callable[[Mapping[str, str], Diagnostic], list[tuple[str, str]]]
FOLDER = "inputs/m4_concepts"
COMMON, RIGA = f"{FOLDER}/coordinator.yaml", f"{FOLDER}/riga.yaml"


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_is_silent_without_hand_ins(rule: Rule, given: Mapping[str, str], dossier_of: Read) -> None:
    assert not list(rule(dossier_of({path: text for path, text in given.items() if path.count("/") == 1})))


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_is_silent_on_what_other_milestones_still_owe(
    rule: Rule, given: Mapping[str, str], dossier_of: Read
) -> None:
    only = {path: text for path, text in given.items() if path.count("/") == 1 or path.startswith(FOLDER)}
    assert not list(rule(dossier_of(only)))


def test_a_misspelt_tool_shows_the_one_that_was_meant(given: Mapping[str, str], dossier_of: Read, shown: Shown) -> None:
    files = {**given, RIGA: given[RIGA].replace("tool: it-cluster", "tool: it-clutser")}
    (found,) = practice_unknown_tool(dossier_of(files))
    assert shown(files, found) == [("it-clutser", 'did you mean "it-cluster"?'), ("it-cluster", "handed in here")]
    assert [note.span.path for note in found.notes] == ["inputs/m2_swot/riga.yaml"]


def test_an_unlike_tool_shows_the_list(given: Mapping[str, str], dossier_of: Read, shown: Shown) -> None:
    files = {
        **given,
        COMMON: given[COMMON].replace("{metropolis: riga, tool: freeport}", "{metropolis: riga, tool: x}"),
    }
    (found,) = concept_unknown_tool(dossier_of(files))
    assert found.message == 'Riga has no tool "x" for the concept "port-quarters"'
    assert shown(files, found) == [("x", "not handed in"), ("tools", "the tools of Riga")]


def test_another_cluster_shows_those_of_the_tool(given: Mapping[str, str], dossier_of: Read, shown: Shown) -> None:
    files = {**given, RIGA: given[RIGA].replace("cluster: ict\n    tool", "cluster: ferries\n    tool")}
    (found,) = practice_other_cluster(dossier_of(files))
    assert shown(files, found) == [("ferries", "another cluster"), ("clusters", "the tool fosters these")]


def test_a_theme_without_practice_shows_the_group(given: Mapping[str, str], dossier_of: Read, shown: Shown) -> None:
    files = {**given, RIGA: given[RIGA].replace("theme: division_of_labour", "theme: spatial_planning")}
    (found,) = theme_without_practice(dossier_of(files))
    assert shown(files, found) == [
        ("practices", 'none for "division_of_labour"'),
        ("division_of_labour", "the thematic group"),
    ]


def test_another_theme_shows_that_of_the_proposal(given: Mapping[str, str], dossier_of: Read, shown: Shown) -> None:
    files = {**given, COMMON: given[COMMON].replace("proposal: code-houses", "proposal: ferry-orders")}
    (found,) = concept_other_theme(dossier_of(files))
    assert shown(files, found) == [("ferry-orders", "another theme"), ("division_of_labour", "proposed for this theme")]
    (rests,) = proposal_unused(dossier_of(files))
    assert shown(files, rests) == [("concepts", '"code-houses" of Riga rests'), ("code-houses", "proposed here")]


def test_a_role_left_out_shows_the_role(given: Mapping[str, str], dossier_of: Read, shown: Shown) -> None:
    files = {**given, COMMON: given[COMMON].replace("    - {metropolis: oslo, how: As the capital.}\n", "")}
    (found,) = role_not_considered(dossier_of(files))
    assert shown(files, found) == [("considered", 'no entry for "oslo"'), ("role", "the role")]
