from collections.abc import Callable, Mapping

from wp3reports.milestones.m4_concepts.merge import ConceptsMerge
from wp3reports.milestones.m4_concepts.merge.themes import Share

Merge = Callable[[Mapping[str, str]], ConceptsMerge]
FOLDER = "inputs/m4_concepts"
COMMON, RIGA = f"{FOLDER}/coordinator.yaml", f"{FOLDER}/riga.yaml"


def names(share: Share) -> tuple[list[str], list[str], list[str]]:
    return (
        [each.name for each in share.proposals],
        [each.name for each in share.tools],
        [each.name for each in share.practices],
    )


def test_themes_stand_in_the_order_of_the_project(given: Mapping[str, str], merged: Merge) -> None:
    planning, labour = merged(given).themes
    assert (planning.group.id, labour.group.title) == ("spatial_planning", "Functional division of labour")
    assert [each.entry.record.id for each in planning.concepts] == ["port-quarters"]
    assert [each.entry.record.id for each in labour.concepts] == ["two-ended-lines"]
    assert [each.entry.record.id for each in planning.practices] == ["port-land", "harbour-studios", "park-doctors"]


def test_a_concept_shows_metropolis_by_metropolis_what_it_rests_on(given: Mapping[str, str], merged: Merge) -> None:
    (lines,) = merged(given).themes[1].concepts
    assert lines.entry.pointer() == f"{COMMON}#/concepts/0"
    assert [(share.metropolis, share.clusters) for share in lines.shares] == [
        ("Riga", ("Ferries",)),
        ("Malmö", ("Ferries",)),
        ("Oslo", ("Energy",)),
    ]
    assert names(lines.shares[0]) == (["Orders for ferries"], [], [])
    assert names(lines.shares[1]) == (["A line to Riga"], ["Western Harbour"], ["Shared quays"])
    (proposal,) = lines.shares[2].proposals
    assert proposal.entry is not None
    assert proposal.entry.pointer() == "inputs/m3_themes/oslo.yaml#/proposals/0"


def test_who_gives_without_taking_part_is_no_member(given: Mapping[str, str], merged: Merge) -> None:
    fewer = given[COMMON].replace("      - {metropolis: riga, cluster: ict}\n", "")
    (quarters,) = merged({**given, COMMON: fewer}).themes[0].concepts
    assert [share.metropolis for share in quarters.shares] == ["Riga", "Malmö"]
    assert [share.metropolis for share in quarters.members] == ["Malmö"]


def test_what_nobody_handed_in_goes_by_its_id(given: Mapping[str, str], merged: Merge) -> None:
    text = given[COMMON].replace("{metropolis: riga, tool: freeport}", "{metropolis: turku, tool: castle}")
    files = {**given, COMMON: text.replace("{metropolis: malmo, cluster: media}", "{metropolis: malmo, cluster: wood}")}
    (quarters,) = merged(files).themes[0].concepts
    assert [(share.metropolis, share.clusters) for share in quarters.shares] == [
        ("Riga", ("ICT",)),
        ("Malmö", ("wood",)),
        ("turku", ()),
    ]
    (castle,) = quarters.shares[2].tools
    assert (castle.name, castle.entry) == ("castle", None)


def test_a_practice_has_the_names_of_its_cluster_and_tool(given: Mapping[str, str], merged: Merge) -> None:
    land = merged(given).themes[0].practices[0]
    assert (land.metropolis, land.cluster, land.tool) == ("Riga", "Ferries", "Freeport")
    assert land.entry.pointer("outcome") == f"{RIGA}#/practices/0/outcome"
    unknown = given[RIGA].replace("cluster: ferries\n    tool: freeport", "cluster: wood\n    tool: saw")
    land = merged({**given, RIGA: unknown}).themes[0].practices[0]
    assert (land.cluster, land.tool) == ("wood", "saw")


def test_a_theme_that_the_project_does_not_have_is_not_lost(given: Mapping[str, str], merged: Merge) -> None:
    riga = given[RIGA].replace("theme: spatial_planning", "theme: planning")
    common = given[COMMON].replace("    theme: spatial_planning\n    grade", "    theme: plans\n    grade")
    themes = merged({**given, RIGA: riga, COMMON: common}).themes
    assert [(each.group.title, len(each.concepts), len(each.practices)) for each in themes] == [
        ("Clusters and spatial planning", 0, 2),
        ("Functional division of labour", 1, 3),
        ("plans", 1, 0),
        ("planning", 0, 1),
    ]
