from collections.abc import Mapping
from datetime import date

import pytest

from wp3reports.diagnostics import Severity
from wp3reports.load import load
from wp3reports.snapshot import Snapshot

RIGA = "inputs/m1_selection/riga.yaml"
FIGURES = "figures:\n  - {file: Łódź/map.png, caption: A map, alt: A map of the city}\n"


def strays(files: Mapping[str, str]) -> list[tuple[str, str]]:
    _, findings = load(Snapshot({path: text.encode() for path, text in files.items()}), date(2008, 1, 31))
    unexpected = [each for each in findings if each.code == "file-unexpected"]
    assert all(each.severity is Severity.WARNING and each.help for each in unexpected)
    return [(each.span.path, each.label) for each in unexpected]


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("m1_selection/Oslo.yaml", ""),
        ("m1_selection/notes.yaml", ""),
        ("m1_selection/oslo.yaml.txt", ""),
        ("m9_other/oslo.yaml", ""),
        ("oslo.YML", ""),
        ("m1_selection/oslo.docx", ""),
        ("m1_selection/unused.png", ""),
    ],
)
def test_a_file_that_nobody_reads_is_told(name: str, label: str, given: Mapping[str, str]) -> None:
    assert strays({**given, f"inputs/{name}": "x"}) == [(f"inputs/{name}", label)]


@pytest.mark.parametrize("name", ["Riga.yaml", "riga.yml", "rigga.yaml", "riga.yaml.txt"])
def test_a_hand_in_under_a_wrong_name_is_missed_under_the_right_one(name: str, given: Mapping[str, str]) -> None:
    files = {path: text for path, text in given.items() if path != RIGA}
    assert strays({**files, f"inputs/m1_selection/{name}": "x"}) == [
        (f"inputs/m1_selection/{name}", 'did you mean "riga.yaml"?')
    ]


def test_declared_pictures_and_readmes_belong_there(given: Mapping[str, str]) -> None:
    logo = given["inputs/project.yaml"] + "logos: [{file: logo.png, alt: Ours}]\n"
    files = {**given, RIGA: given[RIGA] + FIGURES, "inputs/project.yaml": logo}
    kept = (
        "logo.png",
        "README.md",
        "m1_selection/README",
        "m1_selection/Łódź/map.png",
        "m1_selection/\u0141o\u0301dz\u0301/map.png",
    )
    for name in kept:
        assert strays({**files, f"inputs/{name}": "x"}) == []


def test_beside_a_hand_in_that_cannot_be_read_pictures_are_not_judged(given: Mapping[str, str]) -> None:
    files = {**given, RIGA: "summary: [", "inputs/m1_selection/map.png": "x"}
    assert strays(files) == []
    assert strays({**files, "inputs/m2_swot/map.png": "x"}) == [("inputs/m2_swot/map.png", "")]
