import re
from collections import Counter
from collections.abc import Callable, Mapping

import pytest

from wp3reports.pipeline import Compilation
from wp3reports.volume import Numbering, Volume

Compile = Callable[..., Compilation]


@pytest.fixture(scope="module")
def volumes(given_whole: Mapping[str, str], compiled: Compile) -> Mapping[str, Volume]:
    """Of the given project with all milestones, without one hand-in."""
    files = {path: text for path, text in given_whole.items() if path != "inputs/m2_swot/oslo.yaml"}
    return {volume.name: volume for volume in compiled(files).volumes}


def names(volume: Volume) -> list[str]:
    return [placed.part.name.removeprefix(f"{volume.name}/") for placed in volume.placements]


def test_the_parts_of_a_local_report(volumes: Mapping[str, Volume]) -> None:
    assert names(volumes["local/m2_swot/riga"]) == ["cover", "control", "contents", "m2_swot/riga"]
    assert "local/m2_swot/oslo" not in volumes


def test_the_parts_of_a_milestone_report(volumes: Mapping[str, Volume]) -> None:
    assert names(volumes["milestone/m2_swot"]) == [
        *("cover", "standing", "control", "contents", "people", "summary"),
        *("m2_swot/definition", "m2_swot/maturity", "m2_swot/synthesis", "m2_swot/synthesis-knowledge"),
        *("m2_swot/inventory", "m2_swot/metropolises"),
        *("annex", "m2_swot/riga", "m2_swot/malmo", "m2_swot/oslo", "sources", "provenance"),
    ]


def test_the_parts_of_the_final_report(volumes: Mapping[str, Volume]) -> None:
    assert names(volumes["final"]) == [
        *("cover", "control", "contents", "people", "summary"),
        *("final-background", "final-method", "final-events"),
        *(f"final-m{number}" for number in range(1, 6)),
        *("final-clusters", "final-metropolises", "final-conclusions", "final-recommendations"),
        *("final-lessons", "final-outlook", "final-figures", "final-actors"),
        *("sources", "index", "provenance"),
    ]


def test_the_annex_binds_all_analyses_by_metropolis(volumes: Mapping[str, Volume]) -> None:
    milestones = ("m1_selection", "m2_swot", "m3_themes", "m4_concepts", "m5_programmes")
    assert names(volumes["final-annex"]) == [
        *("cover", "control", "contents"),
        *(
            name
            for city in ("riga", "malmo", "oslo")
            for name in (city, *(f"{milestone}/{city}" for milestone in milestones))
        ),
        "provenance",
    ]


@pytest.mark.parametrize("name", ["milestone/m2_swot", "final-annex"])
def test_the_pages_of_a_metropolis_have_its_thumb(name: str, volumes: Mapping[str, Volume]) -> None:
    thumbs = dict.fromkeys(placed.thumb for placed in volumes[name].placements if placed.thumb)
    assert list(thumbs) == [("Riga", 0, 3), ("Malmö", 1, 3), ("Oslo", 2, 3)]
    assert [placed.thumb for placed in volumes["local/m2_swot/riga"].placements] == [None] * 4


def test_a_summary_has_the_key_figures_of_its_report(volumes: Mapping[str, Volume]) -> None:
    summaries = [
        placed.part.html
        for volume in volumes.values()
        for placed in volume.placements
        if "/summary" in placed.part.name
    ]
    assert len(summaries) == 6
    for html in summaries:
        assert len(re.findall('<li><span class="much">[0-9]+', html)) >= 4


def test_the_chapters_of_the_final_report_are_numbered_through(volumes: Mapping[str, Volume]) -> None:
    heads = [placed.head for placed in volumes["final"].placements if "/final-" in placed.part.name]
    assert [head.partition(" ")[0] for head in heads] == [*(str(number) for number in range(1, 15)), "A", "B"]
    assert heads[3] == "4 Selection of clusters"


def test_the_index_leads_to_the_chapters(volumes: Mapping[str, Volume]) -> None:
    found = {placed.part.name: placed.part.html for placed in volumes["final"].placements}
    anchors = set(re.findall(r'\sid="([^"]+)"', "".join(found.values())))
    marks = [mark.split() for mark in re.findall("\ue000 ([^\ue001]+)\ue001", found["final/index"])]
    assert len(marks) > 15
    assert {anchor for mark in marks for anchor in mark} <= anchors


def test_pages_are_numbered_in_roman_before_the_first_chapter(volumes: Mapping[str, Volume]) -> None:
    for volume in volumes.values():
        numbering = [placed.numbering for placed in volume.released().placements]
        assert numbering[:3] == [Numbering.NONE, Numbering.ROMAN, Numbering.ROMAN]
        assert numbering == sorted(numbering, key=[Numbering.NONE, Numbering.ROMAN, Numbering.ARABIC].index)


def test_no_anchor_stands_twice_in_a_volume(volumes: Mapping[str, Volume]) -> None:
    for volume in volumes.values():
        found = Counter(
            anchor for placed in volume.placements for anchor in re.findall(r'\sid="([^"]+)"', placed.part.html)
        )
        assert len(found) >= 5
        assert [anchor for anchor, number in found.items() if number > 1] == []


def test_every_link_inside_a_volume_has_its_place(volumes: Mapping[str, Volume]) -> None:
    for volume in volumes.values():
        there = {anchor for placed in volume.placements for anchor in re.findall(r'\sid="([^"]+)"', placed.part.html)}
        for placed in volume.placements:
            own = set(re.findall(r'\sid="([^"]+)"', placed.part.html))
            assert set(re.findall(r'href="#([^"]+)"', placed.part.html)) <= own
            lost = set(re.findall(r'href="volume:([^"]+)"', placed.part.html)) - there
            assert lost == set(), f"{volume.name}, {placed.part.name}"


def test_contents_and_lists_name_what_is_there(volumes: Mapping[str, Volume]) -> None:
    for volume in volumes.values():
        (contents,) = (placed.part.html for placed in volume.placements if placed.part.name.endswith("/contents"))
        linked = re.findall(r'href="volume:([^"]+)"', contents)
        assert len(linked) == len(set(linked)) >= 2
        assert linked == re.findall("\ue000([^\ue001]+)\ue001", contents)
