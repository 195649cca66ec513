from collections.abc import Callable, Mapping

import pytest

from wp3reports.milestones.m5_programmes.merge import ProgrammesMerge
from wp3reports.milestones.m5_programmes.merge.initiated import Total

Merge = Callable[[Mapping[str, str]], ProgrammesMerge]
RIGA, MALMO, COMMON = (f"inputs/m5_programmes/{author}.yaml" for author in ("riga", "malmo", "coordinator"))


def test_a_programme_has_its_proposals_and_its_evidence(given: Mapping[str, str], merged: Merge) -> None:
    (programme,) = merged(given).programmes
    assert [each.entry.record.id for each in programme.proposals] == ["ship-list", "quay-days"]
    (strand,) = programme.strands
    assert strand.concept.name == "Lines with two ends"
    assert [each.name for each in strand.joints] == ["A list of ships", "Days on the quay"]
    assert [(each.author, each.name) for each in strand.clusters] == [("riga", "Ferries"), ("malmo", "Ferries")]
    assert [(ground.theme.name, [said.name for _, said in ground.statements]) for ground in strand.grounds] == [
        ("Orders for ferries", ["Old ships"]),
        ("A line to Riga", ["Lines to the east"]),
    ]
    assert programme.gap is None


def test_statements_of_one_proposal_stand_together(given: Mapping[str, str], merged: Merge) -> None:
    swot, themes = "inputs/m2_swot/riga.yaml", "inputs/m3_themes/riga.yaml"
    files = {
        **given,
        swot: given[swot].replace("{statement: Cheap flights}", "{statement: Cheap flights, id: flights}"),
        themes: given[themes].replace("answers: [old-ships]", "answers: [old-ships, flights]"),
    }
    (strand,) = merged(files).programmes[0].strands
    assert [[said.name for _, said in ground.statements] for ground in strand.grounds] == [
        ["Old ships", "Cheap flights"],
        ["Lines to the east"],
    ]


def test_a_programme_that_breaks_off_says_where(given: Mapping[str, str], merged: Merge) -> None:
    concepts = "inputs/m4_concepts/coordinator.yaml"
    files = {**given, COMMON: given[COMMON].replace("partners: [riga, malmo]", "partners: [gdansk]")}
    (programme,) = merged(files).programmes
    assert programme.strands == ()
    assert programme.gap is not None
    assert programme.gap.place.path == concepts


@pytest.mark.parametrize(
    ("riga", "malmo", "total"),
    [
        ("120000", "20000", ("140000", 2, 2)),
        ("1.5", "2", ("3.5", 2, 2)),
        ("about 120000", "20000", ("20000", 1, 2)),
        ("100000-120000", "up to 20000", ("0", 0, 2)),
    ],
)
def test_only_plain_numbers_are_summed(
    riga: str, malmo: str, total: tuple[str, int, int], given: Mapping[str, str], merged: Merge
) -> None:
    files = {
        **given,
        RIGA: given[RIGA].replace("amount: 120000", f"amount: {riga}"),
        MALMO: given[MALMO].replace("amount: 20000", f"amount: {malmo}"),
    }
    assert merged(files).programmes[0].total == Total(*total)


def test_the_next_step_is_what_is_due_first(given: Mapping[str, str], merged: Merge) -> None:
    sign = "      - {what: Sign, owner: riga, due: 9/2007}\n"
    more = "      - {what: Whenever}\n      - {what: Meet, due: 8/2007}\n"
    (programme,) = merged({**given, COMMON: given[COMMON].replace(sign, f"{sign}{more}")}).programmes
    assert programme.next_step is not None
    assert programme.next_step.what == "Meet"
    none = given[COMMON].replace(f"    next_steps:\n{sign}", "    next_steps: []\n")
    assert merged({**given, COMMON: none}).programmes[0].next_step is None
