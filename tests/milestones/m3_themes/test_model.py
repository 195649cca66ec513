from collections.abc import Callable, Mapping

import pytest

from wp3reports.milestones.m1_selection.model import ActorKind
from wp3reports.milestones.m3_themes.model import Expert, ProposalKind, theme_proposals
from wp3reports.model import Dossier

Read = Callable[[Mapping[str, str]], Dossier]


@pytest.mark.parametrize(
    ("name", "is_named"), [("Anna Liepa", True), ("to be named", False), ("To be Named", False), ("named", True)]
)
def test_an_expert_is_named_or_to_be_named(name: str, *, is_named: bool) -> None:
    expert = Expert(theme="ports", name=name, organisation="City", kind=ActorKind.GOVERNMENT, cluster="ict")
    assert expert.is_named is is_named


def test_proposals_are_known_by_metropolis_and_id(given_whole: Mapping[str, str], dossier_of: Read) -> None:
    found = theme_proposals(dossier_of(given_whole))
    assert list(found) == [
        ("riga", "ferry-orders"),
        ("riga", "code-houses"),
        ("malmo", "eastern-line"),
        ("oslo", "wind-customers"),
    ]
    assert found["riga", "code-houses"].pointer() == "inputs/m3_themes/riga.yaml#/proposals/1"


def test_kinds_of_proposal_are_printed_in_words() -> None:
    assert [each.label for each in ProposalKind] == ["cluster development", "transnational network activity"]
