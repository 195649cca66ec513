from collections.abc import Callable, Mapping

from wp3reports.milestones.m5_programmes.merge import ProgrammesMerge

Merge = Callable[[Mapping[str, str]], ProgrammesMerge]
FOLDER = "inputs/m5_programmes"
COMMON = f"{FOLDER}/coordinator.yaml"


def test_proposals_stand_by_the_concepts_of_milestone_4(given: Mapping[str, str], merged: Merge) -> None:
    report = merged(given)
    ((concept, proposals),) = report.by_concept
    assert concept is not None
    assert concept.record.name == "Lines with two ends"
    assert [each.entry.record.id for each in proposals] == ["ship-list", "quay-days"]
    assert list(report.proposals) == list(proposals)


def test_a_commitment_knows_its_proposal(given: Mapping[str, str], merged: Merge) -> None:
    made = merged(given).commitments
    assert [(each.entry.author, each.proposal.record.name if each.proposal else "") for each in made] == [
        ("riga", "Days on the quay"),
        ("malmo", "A list of ships"),
    ]
    alone = {path: text for path, text in given.items() if path != f"{FOLDER}/malmo.yaml"}
    assert [each.proposal for each in merged(alone).commitments] == [None]


def test_the_log_has_the_events_of_the_plan(given: Mapping[str, str], merged: Merge) -> None:
    report = merged(given)
    assert [(each.event.title if each.event else "", each.entry.record.audience) for each in report.log] == [
        ("Final conference", "Mayors")
    ]
    assert [(each.author, each.pointer()) for each in report.local_log] == [
        (author, f"{FOLDER}/{author}.yaml#/dissemination/0") for author in ("riga", "malmo", "oslo")
    ]
    unknown = {**given, COMMON: given[COMMON].replace("final-conference-2007", "nothing")}
    assert [each.event for each in merged(unknown).log] == [None]


def test_standings_are_counted_by_their_word(given: Mapping[str, str], merged: Merge) -> None:
    report = merged(given)
    assert {each.value: report.count(each.value) for each in report.scale} == {
        "author": 2,
        "committed": 2,
        "listed": 0,
        "unlisted": 0,
    }


def test_what_is_missing_is_owed(given: Mapping[str, str], merged: Merge) -> None:
    report = merged({path: text for path, text in given.items() if not path.startswith(FOLDER)})
    assert (report.common, report.coordinator, report.programmes, report.by_concept) == (None, None, (), ())
    assert (report.commitments, report.log, report.local_log, report.closest) == ((), (), (), ())
    assert [each.partner.id for each in report.outstanding] == ["riga", "malmo", "oslo"]


def test_without_the_co_ordinator_there_are_proposals_but_no_programmes(
    given: Mapping[str, str], merged: Merge
) -> None:
    report = merged({path: text for path, text in given.items() if path != COMMON})
    assert report.programmes == ()
    assert [each.programmes for each in report.proposals] == [(), ()]


def test_without_milestone_4_proposals_rest_on_nothing(given: Mapping[str, str], merged: Merge) -> None:
    ((concept, proposals),) = merged(
        {path: text for path, text in given.items() if "m4_concepts" not in path}
    ).by_concept
    assert (concept, len(proposals)) == (None, 2)
