from collections.abc import Callable, Mapping

from wp3reports.milestones.m5_programmes.model import (
    Contribution,
    JointProposal,
    ProgrammeStatus,
    joint_proposals,
    programmes_of,
)
from wp3reports.model import Dossier

Read = Callable[[Mapping[str, str]], Dossier]
COMMON = "inputs/m5_programmes/coordinator.yaml"


def test_the_status_of_a_programme_is_in_order() -> None:
    assert [each.value for each in ProgrammeStatus] == ["deferred", "in_preparation", "agreed", "started"]
    assert not any("_" in each.label for each in ProgrammeStatus)


def test_a_metropolis_takes_part_once_whatever_the_number_of_its_clusters() -> None:
    parts = [("riga", "ict"), ("riga", "ferries"), ("malmo", "ferries")]
    contributions = tuple(Contribution(metropolis=city, cluster=cluster, brings="A list.") for city, cluster in parts)
    assert JointProposal.model_construct(partners=contributions).cities == {"riga", "malmo"}


def test_proposals_and_programmes_are_known_by_their_ids(given: Mapping[str, str], dossier_of: Read) -> None:
    dossier = dossier_of(given)
    assert [*joint_proposals(dossier)] == [("riga", "ship-list"), ("malmo", "quay-days")]
    assert {name: each.pointer() for name, each in programmes_of(dossier).items()} == {
        "joint-lines": f"{COMMON}#/programmes/0"
    }
