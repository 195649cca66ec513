from collections.abc import Callable, Mapping
from datetime import date

import pytest

from wp3reports.diagnostics import Diagnostic
from wp3reports.load import load
from wp3reports.model import COORDINATOR
from wp3reports.snapshot import Snapshot

Shown = Callable[[Mapping[str, str], Diagnostic], list[tuple[str, str]]]
FIRST, SECOND = "inputs/m1_selection", "inputs/m2_swot"


def found(files: Mapping[str, str]) -> tuple[Diagnostic, ...]:
    return load(Snapshot({path: text.encode() for path, text in files.items()}), date(2008, 1, 31))[1]


@pytest.mark.parametrize(
    "row",
    [
        (f"{FIRST}/riga", f"{SECOND}/riga", "analyses", "a city's hand-in for m2_swot, in the", f"{SECOND}/riga"),
        (f"{SECOND}/riga", f"{FIRST}/riga", "clusters", "a city's hand-in for m1_selection", f"{FIRST}/riga"),
        (f"{FIRST}/riga", f"{FIRST}/{COORDINATOR}", "overview", "the co-ordinator's part", f"{FIRST}/{COORDINATOR}"),
        (f"{SECOND}/{COORDINATOR}", f"{SECOND}/riga", "analyses", "a city's hand-in", f"{SECOND}/<city>"),
        (f"{SECOND}/{COORDINATOR}", f"{FIRST}/{COORDINATOR}", "overview", "the co-ordinator's part", f"{FIRST}/coord"),
    ],
)
def test_a_file_in_the_place_of_another_is_told_as_such(
    row: tuple[str, str, str, str, str], given: Mapping[str, str], shown: Shown
) -> None:
    there, whose, marks, says, belongs = row
    files = {**given, f"{there}.yaml": given[f"{whose}.yaml"]}
    (finding,) = found(files)
    assert finding.code == "hand-in-mixed-up"
    assert f"this is {says}" in finding.message
    assert shown(files, finding) == [(marks, "does not belong here")]
    assert finding.help.startswith(f"put it into {belongs}")


def test_the_second_city_is_told_by_other_rules_as_the_fields_are_the_same(given: Mapping[str, str]) -> None:
    assert found({**given, f"{FIRST}/riga.yaml": given[f"{FIRST}/malmo.yaml"]}) == ()


def test_a_file_with_one_foreign_field_is_not_mixed_up(given: Mapping[str, str]) -> None:
    path = f"{FIRST}/riga.yaml"
    assert [each.code for each in found({**given, path: f"{given[path]}tools: []\n"})] == ["field-unknown"]
