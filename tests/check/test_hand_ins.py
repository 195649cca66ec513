from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from wp3reports.check.hand_ins import RULES, hand_in_missing
from wp3reports.diagnostics import Diagnostic, Span, error
from wp3reports.model import Dossier, Rule

Read = Callable[[Mapping[str, str]], Dossier]
Shown = Callable[[Mapping[str, str], Diagnostic], list[tuple[str, str]]]
MALMO = "inputs/m2_swot/malmo.yaml"


def test_a_missing_hand_in_points_to_the_partner_and_to_the_plan(
    given: Mapping[str, str], dossier_of: Read, shown: Shown
) -> None:
    files = {path: text for path, text in given.items() if path != MALMO}
    (found,) = hand_in_missing(dossier_of(files))
    partner, plan = (("malmo", "is expected to"), ("2005-12-15", "was due on 2005-12-15"))
    assert found.span == Span(MALMO)
    assert shown({**files, MALMO: "\n"}, found)[1:] == [partner, plan]


def test_a_hand_in_that_cannot_be_read_is_not_missing(given: Mapping[str, str], dossier_of: Read) -> None:
    dossier = dossier_of({path: text for path, text in given.items() if path != MALMO})
    rejected = replace(dossier, rejected={MALMO: error("yaml-syntax", Span(MALMO), "…")})
    assert not list(hand_in_missing(rejected))


@pytest.mark.parametrize("rule", RULES)
def test_what_the_plan_does_not_name_is_not_expected(rule: Rule, given: Mapping[str, str], dossier_of: Read) -> None:
    dossier = dossier_of({path: text for path, text in given.items() if path != MALMO})
    assert not list(rule(replace(dossier, project=dossier.project.model_copy(update={"milestones": ()}))))
