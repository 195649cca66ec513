from collections.abc import Callable, Mapping

from wp3reports.milestones.m5_programmes.merge import ProgrammesMerge
from wp3reports.milestones.m5_programmes.merge.network import Standing

Merge = Callable[[Mapping[str, str]], ProgrammesMerge]
MALMO, OSLO, COMMON = (f"inputs/m5_programmes/{author}.yaml" for author in ("malmo", "oslo", "coordinator"))


def test_what_two_metropolises_have_in_common_is_the_same_both_ways(given: Mapping[str, str], merged: Merge) -> None:
    shared = merged(given).together
    counted = {pair: (len(each.programmes), each.proposals) for pair, each in shared.items()}
    assert counted["riga", "malmo"] == counted["malmo", "riga"] == counted["riga", "riga"] == (1, 2)
    assert {city for pair in counted for city in pair} == {"riga", "malmo"}  # Oslo has nothing in common with them
    assert len(counted) == 4


def test_whoever_has_something_in_common_is_found_from_either_side(given: Mapping[str, str], merged: Merge) -> None:
    found = {one: [other for other, _ in others] for one, others in merged(given).together_with.items()}
    assert found == {"riga": ["malmo"], "malmo": ["riga"]}


def test_a_proposal_counts_whether_or_not_a_programme_takes_it_up(given: Mapping[str, str], merged: Merge) -> None:
    shared = merged({path: text for path, text in given.items() if path != COMMON}).together
    assert shared["riga", "malmo"] == ((), 2)


def test_the_closest_have_more_than_one_programme_in_common(given: Mapping[str, str], merged: Merge) -> None:
    assert merged(given).closest == ()
    more = given[COMMON].replace("partners: [riga, malmo]", "partners: [riga, malmo, oslo]")
    programme = more[more.index("  - id: joint-lines") : more.index("dissemination:")]
    others = (
        programme.replace("joint-lines", "joint-quays"),
        programme.replace("joint-lines", "a").replace(", oslo", ""),
    )
    files = {**given, COMMON: more.replace("dissemination:", f"{''.join(others)}dissemination:")}
    closest = merged(files).closest
    assert [(each.one, each.two, [entry.record.id for entry in each.programmes]) for each in closest] == [
        ("riga", "malmo", ["joint-lines", "joint-quays", "a"]),
        ("riga", "oslo", ["joint-lines", "joint-quays"]),
        ("malmo", "oslo", ["joint-lines", "joint-quays"]),
    ]
    assert merged(files).links == (("riga", "malmo", 3), ("riga", "oslo", 2), ("malmo", "oslo", 2))


def test_a_metropolis_stands_by_a_proposal_in_one_of_four_ways(given: Mapping[str, str], merged: Merge) -> None:
    files = {
        **given,
        MALMO: given[MALMO].replace("proposal: ship-list", "proposal: nothing"),
        OSLO: given[OSLO] + "commitments: [{metropolis: riga, proposal: ship-list, contribution: Wind.}]\n",
    }
    ships, quays = (each.standings for each in merged(files).proposals)
    assert ships == {"riga": Standing.AUTHOR, "malmo": Standing.LISTED, "oslo": Standing.UNLISTED}
    assert quays == {"riga": Standing.COMMITTED, "malmo": Standing.AUTHOR}
