from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

import pytest

from wp3reports.diagnostics import Diagnostic
from wp3reports.milestones.final.rules import (
    RULES,
    abbreviation_written_otherwise,
    cluster_named_in_two_ways,
    recommendation_missing,
    recommendation_unknown_concept,
    recommendation_unknown_practice,
    recommendation_unknown_proposal,
)
from wp3reports.model import Dossier, Rule

Read = Callable[[Mapping[str, str]], Dossier]
Shown = Callable[[Mapping[str, str], Diagnostic], list[tuple[str, str]]]
FINAL, MALMO = "inputs/final/coordinator.yaml", "inputs/m1_selection/malmo.yaml"
RIGA_3, MALMO_4 = "inputs/m3_themes/riga.yaml", "inputs/m4_concepts/malmo.yaml"


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_is_silent_without_hand_ins(rule: Rule, given_whole: Mapping[str, str], dossier_of: Read) -> None:
    assert not list(rule(dossier_of({path: text for path, text in given_whole.items() if path.count("/") == 1})))


def test_a_misspelt_practice_shows_the_one_that_was_meant(
    given_whole: Mapping[str, str], dossier_of: Read, shown: Shown
) -> None:
    files = {**given_whole, FINAL: given_whole[FINAL].replace("practice: shared-quays", "practice: shared-keys")}
    (found,) = recommendation_unknown_practice(dossier_of(files))
    assert found.message == ('a recommendation rests on "shared-keys", which is none of the practices of Malmö')
    assert shown(files, found) == [("shared-keys", "not handed in"), ("shared-quays", "did you mean this one?")]
    assert [note.span.path for note in found.notes] == [MALMO_4]


def test_an_unlike_concept_shows_all_concepts(given_whole: Mapping[str, str], dossier_of: Read, shown: Shown) -> None:
    files = {**given_whole, FINAL: given_whole[FINAL].replace("concepts: [two-ended-lines]", "concepts: [x]")}
    (found,) = recommendation_unknown_concept(dossier_of(files))
    assert shown(files, found) == [("x", "not handed in"), ("concepts", "the concepts")]


def test_what_is_owed_is_not_unknown(given_whole: Mapping[str, str], dossier_of: Read) -> None:
    files = {path: text for path, text in given_whole.items() if path != RIGA_3}
    assert not list(recommendation_unknown_proposal(dossier_of(files)))


def test_there_is_time_until_the_report_is_due(given_whole: Mapping[str, str], dossier_of: Read) -> None:
    head, _, _ = given_whole[FINAL].partition("recommendations:")
    text = f"{head}recommendations: []\nlessons: Write early.\noutlook: More.\nfollow_ups: []\n"
    dossier = dossier_of({**given_whole, FINAL: text})
    (found,) = recommendation_missing(dossier)
    assert [note.text for note in found.notes] == [
        "the report was due on 2007-12-31",
        "what a recommendation could rest on",
    ]
    assert not list(recommendation_missing(replace(dossier, issued=date(2007, 12, 31))))


@pytest.mark.parametrize("mirrored", [True, False])
def test_a_cluster_under_two_names_is_told_once(
    mirrored: object, given_whole: Mapping[str, str], dossier_of: Read, shown: Shown
) -> None:
    text = given_whole[MALMO].replace("name: Ferries", "name: Ferry lines")
    files = {**given_whole, MALMO: text if mirrored else text.replace("    shared_with: [riga]\n", "")}
    (found,) = cluster_named_in_two_ways(dossier_of(files))
    assert sorted(shown(files, found)) == [("Ferries", "in Riga"), ("Ferry lines", "in Malmö")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Small and medium-sized enterprises (SMEs) grow", ""),
        ("small and medium sized enterprise (SME)", ""),
        ("firms that are small and micro enterprises (SME)", "small and micro enterprises"),
        ("small and micro enterprises (EMS)", ""),
        ("some, many, each (SME)", ""),
        ("the enterprise (SME)", ""),
        ("Technology Foundation Berlin (TFB), Technologie-Foerderung Berlin (TFB)", ""),
        ("Baltic Sea Regions (BSR) and Baltic States Realm (BSR)", "Baltic States Realm"),
        ("(SME) (BSR)", ""),
    ],
)
def test_only_a_spelt_out_abbreviation_counts(
    text: str, told: str, given_whole: Mapping[str, str], dossier_of: Read, shown: Shown
) -> None:
    terms = """abbreviations:
  - {short: SME, long: Small and medium-sized enterprise}
  - {short: BSR, long: Baltic Sea Region}
  - {short: R&D, long: Research and development}
"""
    frame = "inputs/project.yaml"
    files = {
        **given_whole,
        frame: given_whole[frame].replace("abbreviations: []\n", terms),
        FINAL: given_whole[FINAL].replace("It began in 2005.", text),
    }
    found = list(abbreviation_written_otherwise(dossier_of(files)))
    assert [shown(files, each)[0][0] for each in found] == ([told] if told else [])
