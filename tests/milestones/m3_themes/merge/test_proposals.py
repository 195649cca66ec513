from collections.abc import Callable, Mapping

from wp3reports.milestones.m3_themes.merge import ThemesMerge

Merge = Callable[[Mapping[str, str]], ThemesMerge]
RIGA, FIELDS = "inputs/m3_themes/riga.yaml", "inputs/m2_swot/coordinator.yaml"


def test_proposals_stand_in_the_field_of_their_cluster(given_whole: Mapping[str, str], merged: Merge) -> None:
    fields = merged(given_whole).fields
    assert [(each.field and each.field.id, [made.of.record.id for made in each.proposals]) for each in fields] == [
        ("sea", ["ferry-orders", "eastern-line", "wind-customers"]),
        ("knowledge", ["code-houses"]),
    ]


def test_a_proposal_stands_in_the_first_of_its_fields(given_whole: Mapping[str, str], merged: Merge) -> None:
    again = given_whole[FIELDS] + "      - {metropolis: riga, cluster: ferries}\n"
    assert again.count("{metropolis: riga, cluster: ferries}") == 2
    _, knowledge = merged({**given_whole, FIELDS: again}).fields
    assert [each.of.record.id for each in knowledge.proposals] == ["code-houses"]


def test_a_proposal_in_no_field_is_not_lost(given_whole: Mapping[str, str], merged: Merge) -> None:
    fewer = given_whole[FIELDS].replace("      - {metropolis: riga, cluster: ict}\n", "")
    *_, last = merged({**given_whole, FIELDS: fewer}).fields
    assert (last.field, [each.of.record.id for each in last.proposals]) == (None, ["code-houses"])


def test_a_proposal_quotes_what_it_answers(given_whole: Mapping[str, str], merged: Merge) -> None:
    text = given_whole[RIGA].replace("answers: [old-ships]", "answers: [old-ships, new-ships, small-firms]")
    (ships, *_) = merged({**given_whole, RIGA: text}).proposals
    known, unknown, elsewhere = ships.answers
    assert known.found is not None
    assert (known.found.entry.record.statement, known.found.quadrant.label) == ("Old ships", "Weaknesses")
    assert (unknown.id, unknown.found, unknown.cluster) == ("new-ships", None, "Ferries")
    assert (known.cluster, elsewhere.cluster) == ("Ferries", "ICT")


def test_a_proposal_is_for_others_only(given_whole: Mapping[str, str], merged: Merge) -> None:
    text = given_whole[RIGA].replace("{metropolis: malmo, reason", "{metropolis: riga, reason")
    (ships, *_) = merged({**given_whole, RIGA: text}).proposals
    assert ships.sought == ()
    (ships, *_) = merged(given_whole).proposals
    assert ships.sought == ("malmo",)
