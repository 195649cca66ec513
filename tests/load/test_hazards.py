"""Files that the reader takes: what the schema says about them, at which line."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from wp3reports.diagnostics import Diagnostic, Severity
from wp3reports.load import load
from wp3reports.snapshot import Snapshot

HAZARDS = Path(__file__).parents[1] / "hazards"
RIGA = "inputs/m1_selection/riga.yaml"
TABLE = (HAZARDS / "README.md").read_text(encoding="utf-8")
TAKEN = re.findall(r"^\| (yaml/\S+) \| (?:accept|warn) \|", TABLE, re.MULTILINE)


def found(given: Mapping[str, str], data: bytes) -> list[Diagnostic]:
    files = {path: text.encode() for path, text in given.items()}
    _, findings = load(Snapshot({**files, RIGA: data}), date(2008, 1, 31))
    assert {each.span.path for each in findings} == {RIGA}
    return [each for each in findings if each.severity is Severity.ERROR]


@pytest.mark.parametrize("name", TAKEN)
def test_each_key_is_told_at_its_line(name: str, given: Mapping[str, str]) -> None:
    data = (HAZARDS / name).read_bytes()
    findings = found(given, data)
    rows = data.decode("utf-8-sig").split("\n")
    for each in findings:
        assert each.code in {"field-unknown", "field-missing", "more-findings", "value-empty", "value-kind"}
        assert 1 <= each.span.line <= len(rows)
        assert each.message.isprintable()
        assert not each.message.startswith(("::", "[", "\x1b"))
    unknown = [each.span.line for each in findings if each.code == "field-unknown"]
    assert unknown == sorted(unknown)
    assert unknown


def test_all_files_that_the_reader_takes_were_tried() -> None:
    assert len(TAKEN) == 23


@pytest.mark.parametrize(
    ("name", "line", "character"),
    [("key-cyrillic-lookalike", 2, "U+043E"), ("key-dotted-capital-i", 1, "U+0130")],
)
def test_a_key_that_only_looks_like_one_is_named(
    name: str, line: int, character: str, given: Mapping[str, str]
) -> None:
    findings = found(given, (HAZARDS / "yaml" / f"{name}.yaml").read_bytes())
    assert [each.span.line for each in findings if character in each.message] == [line]


def test_an_id_with_a_soft_hyphen_is_named(given: Mapping[str, str]) -> None:
    data = (HAZARDS / "yaml" / "id-soft-hyphen.yaml").read_bytes().strip()
    value = data.decode().partition(": ")[2]
    (finding,) = found(given, given[RIGA].replace("  - id: ict\n", f"  - id: {value}\n").encode())
    assert (finding.code, finding.span.line) == ("value-form", 6)
    assert "U+00AD" in finding.message


def test_impossible_dates_are_told_where_they_stand(given: Mapping[str, str]) -> None:
    rows = (HAZARDS / "yaml" / "date-impossible.yaml").read_text(encoding="utf-8").splitlines()
    values = [row.partition(": ")[2] for row in rows if ": " in row] or [row.lstrip("- ") for row in rows]
    assert values
    for value in values:
        (finding,) = found(given, given[RIGA].replace("date: 2005-06-10", f"date: {value}").encode())
        assert (finding.code, finding.span.line) == ("value-form", 2)
