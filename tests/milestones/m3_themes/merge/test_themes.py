from collections.abc import Callable, Mapping

from wp3reports.milestones.m1_selection.model import ActorKind
from wp3reports.milestones.m3_themes.merge import ThemesMerge

Merge = Callable[[Mapping[str, str]], ThemesMerge]
RIGA, COMMON = "inputs/m3_themes/riga.yaml", "inputs/m3_themes/coordinator.yaml"


def test_a_group_is_set_up_with_an_expert_of_each_city(given_whole: Mapping[str, str], merged: Merge) -> None:
    planning, labour = merged(given_whole).themes
    assert [each.record.chair for each in (*planning.set_up, *labour.set_up)] == ["City of Malmö", "City of Riga"]
    assert {city: [each.record.organisation for each in sent] for city, sent in labour.experts.items()} == {
        "riga": ["Latvian IT Cluster"],
        "malmo": ["Ferry lines"],
        "oslo": ["Shipowners"],
    }
    assert [planning.seats(kind) for kind in (ActorKind.GOVERNMENT, ActorKind.INTERMEDIARY, ActorKind.FINANCE)] == [
        *(2, 1, 0),
    ]


def test_analyses_stand_under_their_theme_with_the_names_of_their_tools(
    given_whole: Mapping[str, str], merged: Merge
) -> None:
    planning, labour = merged(given_whole).themes
    assert [(each.of.partner.id, each.of.cluster, each.tools) for each in planning.analyses] == [
        ("riga", "Ferries", ("Freeport",)),
        ("riga", "Life sciences", ("Freeport",)),
        ("malmo", "Digital media", ("Western Harbour",)),
        ("malmo", "Logistics", ("Western Harbour",)),
        ("oslo", "Life sciences", ("Innovation park",)),
    ]
    assert [each.of.cluster for each in labour.analysed("oslo")] == ["Maritime services", "Energy"]


def test_an_unknown_tool_goes_by_its_id(given_whole: Mapping[str, str], merged: Merge) -> None:
    text = given_whole[RIGA].replace("tools: [it-cluster]", "tools: [it-park]")
    _, labour = merged({**given_whole, RIGA: text}).themes
    assert [each.tools for each in labour.analysed("riga")] == [("it-park",)]


def test_what_is_said_of_an_unknown_theme_is_not_lost(given_whole: Mapping[str, str], merged: Merge) -> None:
    files = {
        **given_whole,
        RIGA: given_whole[RIGA].replace("- theme: division_of_labour\n    cluster", "- theme: ports\n    cluster"),
        COMMON: given_whole[COMMON].replace("- {theme: spatial_planning, chair", "- {theme: quarters, chair"),
    }
    planning, _, quarters, ports = merged(files).themes
    assert (planning.set_up, quarters.group.title, ports.group.title) == ((), "quarters", "ports")
    assert [each.record.mandate for each in quarters.set_up] == ["To compare quarters."]
    assert [each.of.cluster for each in ports.analysed("riga")] == ["ICT"]
    assert ports.experts == {"riga": (), "malmo": (), "oslo": ()}
