"""Which files a volume says it is made from: all that its pages can show, and no more than the calendar allows."""

import re
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path

import pytest

from wp3reports.pipeline import Compilation
from wp3reports.provenance import Relation
from wp3reports.volume import LATE, Volume

Compiled = Callable[..., Compilation]
Files = Mapping[str, str | bytes]


def volumes(compilation: Compilation) -> dict[str, Volume]:
    return {volume.name: volume for volume in compilation.volumes}


def paths(volume: Volume) -> set[str]:
    return {each.path for each in volume.provenance.inputs}


def printed(volume: Volume) -> list[str]:
    """The pages of a volume that come from hand-ins; what is of the control pages or late is left out."""
    return [
        placed.part.html for placed in volume.placements if not placed.draft_only and not LATE.search(placed.part.html)
    ]


@pytest.fixture
def made(compiled: Compiled, given_whole: Mapping[str, str]) -> dict[str, Volume]:
    return volumes(compiled(given_whole))


def test_a_local_report_rests_on_the_citys_own_hand_ins(made: dict[str, Volume]) -> None:
    found = paths(made["local/m2_swot/riga"])
    assert {"inputs/project.yaml", "inputs/partners.yaml"} < found
    assert {path for path in found if "/riga" in path} == {"inputs/m1_selection/riga.yaml", "inputs/m2_swot/riga.yaml"}
    assert not [path for path in found if "oslo" in path]


def test_a_merged_report_rests_on_all_up_to_its_milestone(made: dict[str, Volume]) -> None:
    found = paths(made["milestone/m2_swot"])
    assert {re.split("/", path)[1] for path in found if path.count("/") > 1} == {"m1_selection", "m2_swot"}
    assert len([path for path in found if path.startswith("inputs/m2_swot/")]) > 2
    assert paths(made["final"]) >= paths(made["milestone/m5_programmes"]) >= found
    assert paths(made["final-annex"]) == paths(made["final"])


def test_whatever_its_pages_point_at_is_among_them(made: dict[str, Volume]) -> None:
    for volume in made.values():
        pointed = {path for html in printed(volume) for path in re.findall(r'data-src="([^"#]+)', html)}
        assert pointed <= paths(volume), volume.name
        assert pointed


@pytest.mark.slow
def test_what_is_not_among_them_changes_nothing(compiled: Compiled, given_whole: Mapping[str, str]) -> None:
    """A hand-in is taken away: the pages of all reports that do not name it stay as they were."""
    before = volumes(compiled(given_whole))
    hand_ins = [path for path in given_whole if path.count("/") > 1]
    compared, differing = 0, []
    for path in hand_ins:
        after = volumes(compiled({name: text for name, text in given_whole.items() if name != path}))
        for name, volume in before.items():
            if path not in paths(volume) and name in after:
                compared += 1
                if printed(after[name]) != printed(volume):
                    differing.append(f"{name} without {path}")
    assert differing == []
    assert compared > 50


def test_inputs_are_attached_as_they_are(made: dict[str, Volume], given_whole: Mapping[str, str]) -> None:
    provenance = made["milestone/m2_swot"].provenance
    files = {each.name: each for each in provenance.attachments}
    for each in provenance.inputs:
        file = files[each.attached]
        assert file.data == given_whole[each.path].encode()
        assert each.sha256 == sha256(file.data).hexdigest()
        assert (file.media, file.relation) == ("application/yaml", Relation.SOURCE)
    assert files["m2_swot-riga.yaml"].description.startswith("The hand-in of Riga for milestone 2, ")
    assert files["m2_swot-coordinator.yaml"].description.startswith("The co-ordinator's part of milestone 2, ")
    assert files["project.yaml"].description


def test_merged_reports_alone_have_data(made: dict[str, Volume]) -> None:
    data = {
        name: [each.name for each in volume.provenance.attachments if each.relation is Relation.DATA]
        for name, volume in made.items()
    }
    assert data["milestone/m2_swot"] == ["m2_swot.json"]
    assert data["final"] == ["final.json"]
    assert {name for name, files in data.items() if files} == {
        name for name in made if name.startswith("milestone")
    } | {"final"}


def test_which_deliverable_it_is(made: dict[str, Volume]) -> None:
    provenance = made["milestone/m2_swot"].provenance
    assert (provenance.deliverable, provenance.milestone) == ("D2", "m2_swot")
    assert provenance.version
    assert len({volume.provenance.templates for volume in made.values()}) == 1


def test_a_template_that_changes_is_seen(compiled: Compiled, given: Mapping[str, str], templates: Files) -> None:
    before = compiled(given).volumes[0].provenance.templates
    style = templates["templates/static/report.css"]
    assert isinstance(style, bytes)
    after = compiled({**given, "templates/static/report.css": style + b"\n"}).volumes[0].provenance.templates
    assert after != before


def test_a_picture_is_named_and_not_attached(compiled: Compiled, given: Mapping[str, str]) -> None:
    path = "inputs/m1_selection/riga.yaml"
    with_figure = given[path] + "figures:\n  - {file: map.png, caption: A map, alt: Streets of the city}\n"
    picture = (Path(__file__).parents[2] / "inputs/m1_selection/riga-shares.png").read_bytes()
    made = volumes(compiled({**given, path: with_figure, "inputs/m1_selection/map.png": picture}))
    shown = [each for each in made["local/m1_selection/riga"].provenance.inputs if not each.attached]
    assert [(each.path, each.sha256) for each in shown] == [
        ("inputs/m1_selection/map.png", sha256(picture).hexdigest())
    ]
    assert not [each for each in made["local/m1_selection/oslo"].provenance.inputs if not each.attached]
