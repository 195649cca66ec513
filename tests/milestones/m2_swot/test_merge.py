from collections.abc import Callable, Mapping

import pytest

from wp3reports.milestones.m2_swot.merge import SwotMerge, merge
from wp3reports.milestones.m2_swot.model import Quadrant, Stage, ToolType
from wp3reports.model import Dossier

Read = Callable[[Mapping[str, str]], Dossier]
Merge = Callable[[Mapping[str, str]], SwotMerge]
FOLDER = "inputs/m2_swot"
COMMON = f"{FOLDER}/coordinator.yaml"


@pytest.fixture
def merged(dossier_of: Read) -> Merge:
    def make(files: Mapping[str, str]) -> SwotMerge:
        dossier = dossier_of(files)
        period = dossier.project.period("m2_swot")
        assert period is not None
        return merge(dossier, period)

    return make


def test_an_analysis_has_the_name_that_milestone_1_gave_the_cluster(given: Mapping[str, str], merged: Merge) -> None:
    (ict, *_, last) = merged(given).analyses
    assert (ict.partner.id, ict.name, ict.pointer) == ("riga", "ICT", f"{FOLDER}/riga.yaml#/analyses/0")
    assert (last.partner.id, last.name) == ("oslo", "Life sciences")
    unknown = {
        **given,
        f"{FOLDER}/riga.yaml": given[f"{FOLDER}/riga.yaml"].replace("cluster: ict", "cluster: it-parks"),
    }
    (ict, *_) = merged(unknown).analyses
    assert (ict.name, ict.cluster) == ("it-parks", None)


def test_a_field_groups_the_statements_of_its_cities_by_quadrant(given: Mapping[str, str], merged: Merge) -> None:
    sea, knowledge = merged(given).fields
    assert [(each.partner.id, each.analysis.cluster) for each in sea.analyses] == [
        ("riga", "ferries"),
        ("malmo", "logistics"),
        ("malmo", "ferries"),
        ("oslo", "maritime"),
        ("oslo", "energy"),
    ]
    assert [line.statement.statement for line in sea.lines[Quadrant.THREATS]] == [
        *("Cheap flights", "Congestion", "Oil price", "Owners move", "Fields run dry"),
    ]
    assert [*sea.lines] == list(Quadrant)
    assert knowledge.lines[Quadrant.STRENGTHS][0].pointer == f"{FOLDER}/riga.yaml#/analyses/0/strengths/0"
    assert (knowledge.index, knowledge.field.id) == (1, "knowledge")


def test_an_analysis_that_no_field_lists_is_not_lost(given: Mapping[str, str], merged: Merge) -> None:
    assert merged(given).ungrouped == ()
    fewer = given[COMMON].replace("      - {metropolis: riga, cluster: ict}\n", "")
    assert [each.name for each in merged({**given, COMMON: fewer}).ungrouped] == ["ICT"]


def test_tools_stand_by_kind_with_the_names_of_their_clusters(given: Mapping[str, str], merged: Merge) -> None:
    tools = {kind: [(t.partner.id, t.tool.id, t.clusters) for t in found] for kind, found in merged(given).tools}
    assert [*tools] == [each for each in ToolType if each in tools]
    assert tools[ToolType.LAND_USE_PLAN] == [
        ("riga", "freeport", ("Ferries", "Life sciences")),
        ("malmo", "harbour-plan", ("Logistics", "Digital media", "Ferries")),
    ]
    assert [each.pointer for _, found in merged(given).tools for each in found if each.tool.id == "freeport"] == [
        f"{FOLDER}/riga.yaml#/tools/1"
    ]


def test_a_tool_for_an_unknown_cluster_shows_its_id(given: Mapping[str, str], merged: Merge) -> None:
    files = {
        **given,
        f"{FOLDER}/riga.yaml": given[f"{FOLDER}/riga.yaml"].replace("clusters: [ict]", "clusters: [nothing]"),
    }
    assert ("nothing",) in [each.clusters for _, found in merged(files).tools for each in found]


def test_what_is_missing_is_owed(given: Mapping[str, str], merged: Merge) -> None:
    report = merged({path: text for path, text in given.items() if not path.startswith(FOLDER)})
    assert (report.definition, report.analyses, report.fields, report.ungrouped, report.tools) == (None, (), (), (), ())
    assert [each.partner.id for each in report.outstanding] == ["riga", "malmo", "oslo"]
    assert report.stages == tuple(Stage)


def test_without_milestone_1_clusters_go_by_their_ids(given: Mapping[str, str], merged: Merge) -> None:
    report = merged({path: text for path, text in given.items() if "m1_selection" not in path})
    assert {each.name for each in report.analyses} == {each.analysis.cluster for each in report.analyses}


def test_without_the_definition_nothing_is_grouped(given: Mapping[str, str], merged: Merge) -> None:
    report = merged({path: text for path, text in given.items() if path != COMMON})
    assert report.fields == ()
    assert len(report.ungrouped) == len(report.analyses) == 9
