from collections.abc import Callable, Mapping

from wp3reports.milestones.m5_programmes.merge import ProgrammesMerge
from wp3reports.milestones.m5_programmes.merge.network import Standing
from wp3reports.milestones.m5_programmes.merge.proposed import Brought

Merge = Callable[[Mapping[str, str]], ProgrammesMerge]
RIGA = "inputs/m5_programmes/riga.yaml"


def test_what_is_brought_goes_by_names(given: Mapping[str, str], merged: Merge) -> None:
    first = merged(given).proposals[0]
    assert first.brought == (
        Brought("Riga", "Ferries", "The list.", Standing.AUTHOR, f"{RIGA}#/proposals/0/partners/0"),
        Brought("Malmö", "Ferries", "The quay.", Standing.COMMITTED, f"{RIGA}#/proposals/0/partners/1"),
    )
    assert [each.record.name for each in first.programmes] == ["Joint lines"]
    assert first.schedule is not None


def test_what_is_not_known_goes_by_its_id(given: Mapping[str, str], merged: Merge) -> None:
    riga = given[RIGA].replace("{metropolis: malmo, cluster: ferries", "{metropolis: gdansk, cluster: yards")
    first = merged({**given, RIGA: riga}).proposals[0]
    assert [(each.metropolis, each.cluster, each.standing) for each in first.brought[1:]] == [("gdansk", "yards", None)]


def test_proposals_on_no_known_concept_come_last(given: Mapping[str, str], merged: Merge) -> None:
    riga = given[RIGA].replace("    concept: two-ended-lines\n", "")
    groups = merged({**given, RIGA: riga}).by_concept
    assert [(each.concept.record.id if each.concept else "", len(each.proposals)) for each in groups] == [
        ("two-ended-lines", 1),
        ("", 1),
    ]
