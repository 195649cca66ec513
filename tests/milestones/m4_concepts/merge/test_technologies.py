from collections.abc import Callable, Mapping

from wp3reports.milestones.m4_concepts.merge import ConceptsMerge
from wp3reports.milestones.m4_concepts.model import Technology, Weight

Merge = Callable[[Mapping[str, str]], ConceptsMerge]
FOLDER = "inputs/m4_concepts"
COMMON, RIGA, MALMO = f"{FOLDER}/coordinator.yaml", f"{FOLDER}/riga.yaml", f"{FOLDER}/malmo.yaml"


def test_what_most_want_most_comes_first(given: Mapping[str, str], merged: Merge) -> None:
    assert [(row.technology.value, row.rank) for row in merged(given).technologies] == [
        ("marine", (2, 5)),
        ("freight", (2, 4)),
        ("digital_content", (1, 3)),
        ("software", (1, 3)),
        ("energy_systems", (1, 3)),
        ("drug_development", (1, 2)),
        ("diagnostics", (1, 1)),
    ]


def test_a_technology_that_nobody_names_has_no_row(given: Mapping[str, str], merged: Merge) -> None:
    named = {row.technology for row in merged(given).technologies}
    assert Technology.LASERS not in named


def test_a_cell_shows_the_highest_weight_of_a_metropolis(given: Mapping[str, str], merged: Merge) -> None:
    again = "  - {technology: freight, cluster: ict, weight: high, reason: Papers are sent.}\nrole:"
    rows = {row.technology: row for row in merged({**given, RIGA: given[RIGA].replace("role:", again)}).technologies}
    freight = rows[Technology.FREIGHT]
    assert (freight.weight("riga"), freight.weight("malmo"), freight.weight("oslo")) == (Weight.HIGH, Weight.HIGH, None)
    assert [each.record.cluster for each in freight.priorities["riga"]] == ["ict", "ferries"]
    assert freight.priorities["riga"][0].pointer() == f"{RIGA}#/priorities/3"
    assert freight.rank == (2, 6)


def test_a_joint_priority_shows_what_it_weighs_at_home(given: Mapping[str, str], merged: Merge) -> None:
    wider = given[COMMON].replace("metropolises: [riga, malmo]", "metropolises: [riga, malmo, oslo]")
    (freight,) = merged({**given, COMMON: wider}).joint
    assert freight.weights == (("riga", Weight.LOW), ("malmo", Weight.HIGH), ("oslo", None))
    assert freight.entry.pointer("reason") == f"{COMMON}#/technologies/joint/0/reason"
    nobody = given[COMMON].replace("technology: freight", "technology: lasers")
    (lasers,) = merged({**given, COMMON: nobody}).joint
    assert lasers.weights == (("riga", None), ("malmo", None))


def test_roles_stand_in_the_order_of_the_partners(given: Mapping[str, str], merged: Merge) -> None:
    files = {path: text for path, text in given.items() if path != MALMO}
    riga, malmo, oslo = merged(files).roles
    assert riga.role is not None
    assert riga.considered is not None
    assert riga.role.pointer("figures", 0) == f"{RIGA}#/role/figures/0"
    assert (riga.considered.record.how, riga.considered.pointer()) == (
        "As the port of its country.",
        f"{COMMON}#/technologies/considered/0",
    )
    assert (malmo.partner.id, malmo.role) == ("malmo", None)
    assert malmo.considered is not None
    assert oslo.role is not None
