"""Which hand-in is written where a document is looked at."""

from collections.abc import Callable, Mapping

import pytest

from wp3reports.milestones.m1_selection.model import ClusterReport, SelectionDecision
from wp3reports.model import Dossier
from wp3reports.preview.handed import handed


@pytest.fixture(scope="module")
def dossier(given: Mapping[str, str], dossier_of: Callable[[Mapping[str, str]], Dossier]) -> Dossier:
    return dossier_of(given)


@pytest.mark.parametrize(
    ("target", "path"),
    [
        ("local/m2_swot/riga", "inputs/m2_swot/riga.yaml"),
        ("milestone/m2_swot", "inputs/m2_swot/coordinator.yaml"),
        ("final", "inputs/final/coordinator.yaml"),
    ],
)
def test_each_document_has_its_hand_in(target: str, path: str, dossier: Dossier) -> None:
    found = handed(target, dossier)
    assert found is not None
    assert found.path == path


@pytest.mark.parametrize(
    "target",
    ["", "final-annex", "local/m2_swot/atlantis", "local/final/riga", "local/../riga", "milestone/m9", "local/m2_swot"],
)
def test_others_have_none(target: str, dossier: Dossier) -> None:
    assert handed(target, dossier) is None


def test_what_is_handed_in(dossier: Dossier) -> None:
    own, common = handed("local/m1_selection/riga", dossier), handed("milestone/m1_selection", dossier)
    assert own is not None
    assert common is not None
    assert (own.kind, common.kind) == (ClusterReport, SelectionDecision)
