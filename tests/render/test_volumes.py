import re
from collections import Counter
from collections.abc import Callable, Mapping

import pytest

from wp3reports.pipeline import Compilation
from wp3reports.volume import Numbering, Volume

Compile = Callable[..., Compilation]


@pytest.fixture(scope="module")
def volumes(given: Mapping[str, str], compiled: Compile) -> Mapping[str, Volume]:
    """Of the given project without one hand-in."""
    files = {path: text for path, text in given.items() if path != "inputs/m2_swot/oslo.yaml"}
    return {volume.name: volume for volume in compiled(files).volumes}


def names(volume: Volume) -> list[str]:
    return [placed.part.name.removeprefix(f"{volume.name}/") for placed in volume.placements]


def test_the_parts_of_a_local_report(volumes: Mapping[str, Volume]) -> None:
    assert names(volumes["local/m2_swot/riga"]) == ["cover", "control", "contents", "m2_swot/riga"]
    assert "local/m2_swot/oslo" not in volumes


def test_the_parts_of_a_milestone_report(volumes: Mapping[str, Volume]) -> None:
    assert names(volumes["milestone/m2_swot"]) == [
        *("cover", "control", "contents", "people", "summary"),
        *(f"m2_swot/{chapter}" for chapter in ("definition", "maturity", "synthesis", "inventory", "metropolises")),
        *("annex", "m2_swot/riga", "m2_swot/malmo", "m2_swot/oslo", "sources", "provenance"),
    ]


def test_the_parts_of_the_final_report_and_its_annex(volumes: Mapping[str, Volume]) -> None:
    assert names(volumes["final"]) == [
        *("cover", "control", "contents", "people", "summary"),
        *("final-background", "final-method", "final-events", "final-m1", "final-m2", "sources", "provenance"),
    ]
    annex = names(volumes["final-annex"])
    assert annex[3:6] == ["riga", "m1_selection/riga", "m2_swot/riga"]
    assert annex[-1] == "provenance"


def test_pages_are_numbered_in_roman_before_the_first_chapter(volumes: Mapping[str, Volume]) -> None:
    for volume in volumes.values():
        numbering = [placed.numbering for placed in volume.placements]
        assert numbering[:3] == [Numbering.NONE, Numbering.ROMAN, Numbering.ROMAN]
        assert numbering == sorted(numbering, key=[Numbering.NONE, Numbering.ROMAN, Numbering.ARABIC].index)


def test_no_anchor_stands_twice_in_a_volume(volumes: Mapping[str, Volume]) -> None:
    for volume in volumes.values():
        found = Counter(
            anchor for placed in volume.placements for anchor in re.findall(r'\sid="([^"]+)"', placed.part.html)
        )
        assert len(found) > 10
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
        assert len(linked) == len(set(linked)) > 3
        assert linked == re.findall("\ue000([^\ue001]+)\ue001", contents)
