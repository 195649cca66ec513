from collections.abc import Callable, Mapping

import pytest

from wp3reports.milestones.m2_swot.model import SwotAnalysis, SwotReport, Tool
from wp3reports.model import Dossier, entries

Read = Callable[[Mapping[str, str]], Dossier]


def test_records_come_with_their_places_in_order(given: Mapping[str, str], dossier_of: Read) -> None:
    found = list(entries(dossier_of(given).of(SwotReport), "tools", Tool))
    assert [(each.author, each.record.id) for each in found] == [
        ("riga", "it-cluster"),
        ("riga", "freeport"),
        ("malmo", "harbour-plan"),
        ("oslo", "innovation-park"),
    ]
    second = found[1]
    assert second.pointer("clusters", 0) == "inputs/m2_swot/riga.yaml#/tools/1/clusters/0"
    line = given["inputs/m2_swot/riga.yaml"].split("\n")[second.at("id").line - 1]
    assert line.strip() == "- id: freeport"
    assert second.key_at("id").column < second.at("id").column


def test_a_list_of_other_records_is_a_bug(given: Mapping[str, str], dossier_of: Read) -> None:
    with pytest.raises(TypeError, match="tools holds Tool, not SwotAnalysis"):
        list(entries(dossier_of(given).of(SwotReport), "tools", SwotAnalysis))
