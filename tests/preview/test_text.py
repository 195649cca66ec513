"""A volume as running text: whole without a page, and loading nothing that is not shelved with it."""

import re
from collections.abc import Callable, Mapping

import pytest

from wp3reports.pipeline import Compilation
from wp3reports.preview.text import text
from wp3reports.volume import Volume

Compiled = Callable[..., Compilation]


@pytest.fixture(scope="module")
def volumes(compiled: Compiled, given_whole: Mapping[str, str]) -> dict[str, Volume]:
    return {volume.name: volume for volume in compiled(given_whole).volumes}


def test_all_that_it_refers_to_is_there(volumes: dict[str, Volume]) -> None:
    seen = 0
    for volume in volumes.values():
        said, table = text(volume)
        bodies = [make().body.decode() for address, make in table.items() if address.endswith((".html", ".css"))]
        asked = {each for body in bodies for each in re.findall(r'(?:\ssrc="|url\()([^")]+)[")]', body)}
        assert asked <= table.keys()
        seen += len(asked)
        assert not [body for body in bodies if "asset:" in body or "volume:" in body or "\ue000" in body]
        assert said["sheet"] in table
        assert said["faces"] in table
    assert seen > 20


def test_it_has_the_body_and_not_the_front_matter(volumes: dict[str, Volume]) -> None:
    said, _ = text(volumes["local/m2_swot/riga"])
    assert [part["name"] for part in said["parts"]] == ["m2_swot/riga"]  # type: ignore[attr-defined,index]


def test_the_same_text_has_the_same_address(volumes: dict[str, Volume]) -> None:
    volume = volumes["local/m2_swot/riga"]
    assert text(volume)[0] == text(volume)[0]


def test_nothing_in_it_needs_a_style_that_the_policy_forbids(volumes: dict[str, Volume]) -> None:
    bodies = [make().body for volume in volumes.values() for make in text(volume)[1].values()]
    assert len(bodies) > 20
    assert not [body for body in bodies if b' style="' in body or b"<style" in body]
