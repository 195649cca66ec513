import io
import re
from collections.abc import Callable, Mapping

import pytest
from PIL import Image

from wp3reports.pipeline import Compilation
from wp3reports.volume import Part

Compile = Callable[..., Compilation]
RIGA = "inputs/m1_selection/riga.yaml"
WAIVED = """waivers:
  - {finding: hand-in-missing, place: inputs/m5_programmes/oslo.yaml, reason: Moved, who: The lead, until: 2035-12-31}
"""


def parts(compilation: Compilation) -> dict[str, Part]:
    return {placed.part.name: placed.part for volume in compilation.volumes for placed in volume.placements}


def test_the_analysis_of_a_city_is_one_part_in_all_volumes(given: Mapping[str, str], compiled: Compile) -> None:
    found = [
        (volume.name, placed.part)
        for volume in compiled(given).volumes
        for placed in volume.placements
        if placed.part.name == "m1_selection/riga"
    ]
    assert [name for name, _ in found] == ["local/m1_selection/riga", "milestone/m1_selection", "final-annex"]
    assert len({id(part) for _, part in found}) == 1


def test_every_part_has_a_name_of_its_own(given: Mapping[str, str], compiled: Compile) -> None:
    names: dict[str, str] = {}
    for volume in compiled(given).volumes:
        for placed in volume.placements:
            assert names.setdefault(placed.part.name, placed.part.html) == placed.part.html
    assert len(names) > 40


def test_no_part_knows_its_pages_but_late_ones(given: Mapping[str, str], compiled: Compile) -> None:
    late = {name for name, part in parts(compiled(given)).items() if part.is_late}
    assert {name.rpartition("/")[2] for name in late} == {"contents", "control", "index"}
    assert {name for name in late if name.endswith("index")} == {"final/index"}


def test_a_change_in_one_hand_in_changes_few_parts(given: Mapping[str, str], compiled: Compile) -> None:
    before = parts(compiled(given))
    after = parts(compiled({**given, RIGA: given[RIGA].replace("Software firms", "Many software firms")}))
    changed = {name for name, part in after.items() if part.html != before[name].html}
    provenance = {f"{volume}/provenance" for volume in ("milestone/m1_selection", "final", "final-annex")}
    standing = {"milestone/m1_selection/standing"}
    assert changed == {"m1_selection/riga", "local/m1_selection/riga/control"} | provenance | standing


def test_in_a_chapter_whose_sections_stand_apart_an_edit_changes_one_of_them(
    given: Mapping[str, str], compiled: Compile
) -> None:
    swot, fields = "inputs/m2_swot/riga.yaml", ["m2_swot/synthesis", "m2_swot/synthesis-knowledge"]
    before = parts(compiled(given))
    names = [name for name in before if name.startswith("m2_swot/synthesis")]
    assert names == fields
    assert [before[name].html.count("<h2") for name in fields] == [1, 1]
    after = parts(compiled({**given, swot: given[swot].replace("Many programmers", "Programmers who stay")}))
    assert [name for name in fields if before[name].html != after[name].html] == fields[1:]


def test_the_hand_ins_of_a_volume_are_parts_by_the_page_and_an_edit_changes_one_of_them(
    given_whole: Mapping[str, str], compiled: Compile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wp3reports.render.paging.OPENING", 5)
    monkeypatch.setattr("wp3reports.render.paging.FULL", 6)
    files = {**given_whole, "inputs/waivers.yaml": WAIVED}
    del files["inputs/m5_programmes/oslo.yaml"]
    before = parts(compiled(files))
    for volume, number in (("final", 4), ("final-annex", 3)):
        names = [name for name in before if name.startswith(f"{volume}/provenance")]
        assert names == [f"{volume}/provenance", *(f"{volume}/provenance-{page}" for page in range(2, number + 1))]
        html = [before[name].html for name in names]
        paths = re.findall(r"<code>(inputs/[^<]+)</code>", "".join(html))
        assert len(paths) == len(set(paths)) == sum(each.count('class="digest">') for each in html) - 1
        assert [each.count("<h1") for each in html] == [1] + [0] * (number - 1)
        assert [each.count("<thead") for each in html] == [1] * (number - 1) + [2]
        assert html[-1].index("Oslo, milestone 5</th><td>–</td><td>waived") < html[-1].index(">Waivers</h2>")
    after = parts(compiled({**files, RIGA: files[RIGA].replace("Software firms", "Many software firms")}))
    changed = [name for name, part in after.items() if "/provenance" in name and part.html != before[name].html]
    assert changed == ["milestone/m1_selection/provenance", "final/provenance", "final-annex/provenance"]


@pytest.mark.parametrize("usable", [True, False])
def test_a_figure_is_printed_if_it_can_be(usable: object, given: Mapping[str, str], compiled: Compile) -> None:
    stream = io.BytesIO()
    Image.new("L", (9, 9)).save(stream, "PNG")
    figures = "figures:\n  - {file: a b.png, caption: A map, alt: Streets}\n"
    files = {
        **given,
        RIGA: given[RIGA] + figures,
        "inputs/m1_selection/a b.png": stream.getvalue() if usable else b"GIF89a",
    }
    compilation = compiled(files)
    part = parts(compilation)["m1_selection/riga"]
    assert [each.code for each in compilation.diagnostics] == ([] if usable else ["figure-unusable"])
    assert re.findall(r'src="(asset:/inputs[^"]*)" alt="([^"]*)"', part.html) == (
        [("asset:/inputs/m1_selection/a%20b.png", "Streets")] if usable else []
    )
    assert ("inputs/m1_selection/a b.png" in part.assets) is bool(usable)
    assert "inputs/m1_selection/a b.png" not in parts(compilation)["m1_selection/oslo"].assets


def test_every_asset_that_a_part_refers_to_is_served(given: Mapping[str, str], compiled: Compile) -> None:
    seen = 0
    for part in parts(compiled(given)).values():
        for name in re.findall(r'(?:src|href)="asset:/([^"]+)"', part.html):
            seen += 1
            assert name in part.assets
    assert seen > 40
