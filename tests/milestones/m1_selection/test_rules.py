from collections.abc import Callable, Mapping

import pytest

from wp3reports.diagnostics import Diagnostic
from wp3reports.milestones.m1_selection.rules import (
    RULES,
    decision_differs,
    decision_event,
    decision_unknown_cluster,
    proposal_count,
    shared_not_mirrored,
)
from wp3reports.model import Dossier, Rule

Read = Callable[[Mapping[str, str]], Dossier]
Shown = Callable[[Mapping[str, str], Diagnostic], list[tuple[str, str]]]
RIGA, DECISION = "inputs/m1_selection/riga.yaml", "inputs/m1_selection/coordinator.yaml"


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_is_silent_without_hand_ins(rule: Rule, given: Mapping[str, str], dossier_of: Read) -> None:
    assert not list(rule(dossier_of({path: text for path, text in given.items() if path.count("/") == 1})))


def test_a_decision_against_the_proposal_shows_both(given: Mapping[str, str], dossier_of: Read, shown: Shown) -> None:
    decision = given[DECISION].replace(
        "ict, life-sciences, ferries]\n      reason: As proposed.", "ict, ferries, food]"
    )
    files = {**given, DECISION: decision}
    (found,) = decision_differs(dossier_of(files))
    assert found.message == (
        "the selection for Riga differs from its proposal and no reason is given: "
        '"food" selected without having been proposed; "life-sciences" proposed but not selected'
    )
    assert shown(files, found) == [("selected", "decided"), ("choices", "proposed")]
    assert [found.span.path, *(note.span.path for note in found.notes)] == [DECISION, RIGA]


def test_an_event_of_another_milestone_shows_the_plan(given: Mapping[str, str], dossier_of: Read, shown: Shown) -> None:
    files = {**given, DECISION: given[DECISION].replace("management-meeting-2005", "final-conference-2007")}
    (found,) = decision_event(dossier_of(files))
    assert shown(files, found) == [
        ("final-conference-2007", "not an event of milestone 1"),
        ("final", "belongs to final"),
    ]
    assert found.help == "the events of this milestone are kick-off-2005, management-meeting-2005"


def test_a_misspelt_cluster_is_asked_about(given: Mapping[str, str], dossier_of: Read, shown: Shown) -> None:
    files = {**given, DECISION: given[DECISION].replace("[maritime, energy", "[maritime, enrgy")}
    (found,) = decision_unknown_cluster(dossier_of(files))
    assert shown(files, found) == [("enrgy", 'did you mean "energy"?'), ("clusters", "the clusters of Oslo")]


def test_a_one_sided_share_shows_the_other_city(given: Mapping[str, str], dossier_of: Read, shown: Shown) -> None:
    files = {**given, RIGA: given[RIGA].replace("    shared_with: [malmo]\n", "")}
    (found,) = shared_not_mirrored(dossier_of(files))
    assert shown(files, found) == [("riga", "not shared back"), ("ferries", "Riga does not share it")]


def test_a_count_shows_what_it_is_counted_against(given: Mapping[str, str], dossier_of: Read, shown: Shown) -> None:
    third = "    - {cluster: ferries, rank: 3, reason: Links Riga with Malmö.}\n"
    files = {**given, RIGA: given[RIGA].replace(third, "")}
    (found,) = proposal_count(dossier_of(files))
    assert shown(files, found) == [("choices", "2 proposed"), ("clusters", "3 described")]
