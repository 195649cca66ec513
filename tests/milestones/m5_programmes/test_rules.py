from collections.abc import Callable, Mapping

import pytest

from wp3reports.diagnostics import Diagnostic
from wp3reports.milestones.m5_programmes.rules import (
    RULES,
    commitment_unknown_proposal,
    programme_chain_broken,
    proposal_not_in_concept,
    proposal_partner_uncommitted,
    proposal_unselected_cluster,
)
from wp3reports.model import Dossier, Rule

Read = Callable[[Mapping[str, str]], Dossier]
Shown = Callable[[Mapping[str, str], Diagnostic], list[tuple[str, str]]]
RIGA, MALMO, COMMON = (f"inputs/m5_programmes/{author}.yaml" for author in ("riga", "malmo", "coordinator"))
CONCEPTS, DECISION = "inputs/m4_concepts/coordinator.yaml", "inputs/m1_selection/coordinator.yaml"


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_is_silent_without_hand_ins(rule: Rule, given: Mapping[str, str], dossier_of: Read) -> None:
    assert not list(rule(dossier_of({path: text for path, text in given.items() if path.count("/") == 1})))


def test_an_unselected_cluster_shows_the_selection(given: Mapping[str, str], dossier_of: Read, shown: Shown) -> None:
    files = {
        **given,
        RIGA: given[RIGA].replace("cluster: ferries, brings: The quay", "cluster: ferry, brings: A"),
    }
    (found,) = proposal_unselected_cluster(dossier_of(files))
    assert shown(files, found) == [("ferry", "not in the selection"), ("ferries", "did you mean this one?")]
    (found,) = proposal_not_in_concept(dossier_of(files))
    assert shown(files, found) == [("ferry", "not a member"), ("members", "the members of the concept")]
    assert [note.span.path for note in found.notes] == [CONCEPTS]


def test_a_missing_commitment_shows_those_of_the_partner(
    given: Mapping[str, str], dossier_of: Read, shown: Shown
) -> None:
    files = {**given, MALMO: given[MALMO].replace("proposal: ship-list", "proposal: ships-list")}
    (found,) = proposal_partner_uncommitted(dossier_of(files))
    assert shown(files, found) == [("malmo", "no commitment"), ("commitments", "the commitments of Malmö")]
    (found,) = commitment_unknown_proposal(dossier_of(files))
    assert found.message == 'Malmö commits to "ships-list", which Riga did not propose'
    assert shown(files, found) == [("ships-list", 'did you mean "ship-list"?'), ("ship-list", "handed in here")]


def test_a_partner_with_two_clusters_is_asked_for_one_commitment(
    given: Mapping[str, str], dossier_of: Read, shown: Shown
) -> None:
    riga = given[RIGA].replace(
        "brings: The quay.}",
        "brings: The quay.}\n      - {metropolis: oslo, cluster: energy, brings: Wind.}"
        "\n      - {metropolis: oslo, cluster: maritime, brings: Brokers.}",
    )
    files = {**given, RIGA: riga}
    (found,) = proposal_partner_uncommitted(dossier_of(files))
    assert shown(files, found)[0] == ("oslo", "no commitment")


def test_broken_evidence_shows_the_programme_and_the_gap(
    given: Mapping[str, str], dossier_of: Read, shown: Shown
) -> None:
    decision = given[DECISION].replace(", ferries]", "]")
    files = {**given, DECISION: decision}
    (found,) = programme_chain_broken(dossier_of(files))
    assert found.message == (
        'the evidence of the programme "joint-lines" breaks off: "ferries" of Riga was not selected in milestone 1'
    )
    assert shown(files, found) == [("joint-lines", "leads to no selected cluster"), ("selected", "breaks off here")]
    assert [found.span.path, *(note.span.path for note in found.notes)] == [COMMON, DECISION]
