import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st
from pydantic import ValidationError

from wp3reports.diagnostics import Diagnostic, Severity
from wp3reports.load import load
from wp3reports.load.complaint import MAX_SHOWN, complaints
from wp3reports.milestones import MILESTONES
from wp3reports.model import Partners, Project, Record
from wp3reports.snapshot import Snapshot
from wp3reports.source import parse
from wp3reports.source.text import shown as quoted

Shown = Callable[[Mapping[str, str], Diagnostic], list[tuple[str, str]]]
RIGA = "inputs/m1_selection/riga.yaml"
THEIRS = ("Input should", "valid ", "Extra inputs", "Field required", "Value error", "tuple", "dictionary", "instance")


class Mistake(NamedTuple):
    """A row of the table."""

    path: str
    right: str
    typed: str
    code: str
    marks: str
    message: str
    label: str
    remedy: str


def mistakes() -> Iterator[Mistake]:
    for line in (Path(__file__).parent / "mistakes.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip(" ").strip("`") for cell in line.strip("|").split("|")]
        if line.startswith("| ") and cells[0] != "file":
            file, *rest = (
                re.sub(r"\\(u[0-9a-f]{4}|n)", lambda sign: json.loads(f'"{sign[0]}"'), cell) for cell in cells
            )
            yield Mistake(f"inputs/{file}.yaml", *rest)


MISTAKES = tuple(mistakes())


def changed(files: Mapping[str, str], path: str, old: str, new: str) -> dict[str, str]:
    assert files[path].count(old) >= 1, f"{old!r} is not in {path}"
    return {**files, path: files[path].replace(old, new, 1)}


def found(files: Mapping[str, str]) -> tuple[Diagnostic, ...]:
    return load(Snapshot({path: text.encode() for path, text in files.items()}), date(2008, 1, 31))[1]


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: f"{mistake.code}: {mistake.typed.strip()}")
def test_a_mistake_is_told_at_its_place(mistake: Mistake, given: Mapping[str, str], shown: Shown) -> None:
    files = changed(given, mistake.path, mistake.right, mistake.typed)
    (finding,) = found(files)
    assert (finding.code, finding.severity, finding.span.path) == (mistake.code, Severity.ERROR, mistake.path)
    assert shown(files, finding)[0][0] == mistake.marks
    assert mistake.message in finding.message
    assert mistake.label in finding.label
    assert mistake.remedy in finding.help
    assert finding.help
    assert not any(words in f"{finding.message} {finding.label} {finding.help}" for words in THEIRS)


def test_the_mistakes_cover_all_names() -> None:
    assert len(MISTAKES) >= 50
    assert {each.code for each in MISTAKES} == {
        *("field-missing", "field-unknown"),
        *("value-empty", "value-form", "value-kind", "value-unknown"),
    }


def test_one_misspelt_key_is_one_finding_and_two_are_two(given: Mapping[str, str]) -> None:
    once = changed(given, RIGA, "status: accepted", "staus: accepted")
    twice = changed(once, RIGA, "date: 2005", "day_of_birth: 2005")
    assert [each.code for each in found(once)] == ["field-unknown"]
    assert sorted(each.code for each in found(twice)) == ["field-missing", "field-unknown", "field-unknown"]


def test_many_mistakes_are_counted_and_cost_no_time(given: Mapping[str, str]) -> None:
    many = "".join(f"sumary{number}: x\n" for number in range(5_000))
    findings = found({**given, RIGA: given[RIGA] + many})
    assert len(findings) == MAX_SHOWN + 1
    (rest,) = (each for each in findings if each.code == "more-findings")
    assert "4,980 more" in rest.message


# Text, lists and groups in any shape, whose keys are often those of the schema.
WORDS = st.sampled_from(["", "x", "2005-06-30", "Ж", "6/2005", "a: b", "19", "none", "riga"]) | st.text(max_size=8)
KEYS = st.sampled_from(
    [
        "prepared_by",
        "name",
        "date",
        "clusters",
        "id",
        "actors",
        "key_figures",
        "value",
        "sources",
        "figures",
        "proposal",
        "choices",
        "decision",
        "selections",
        "analyses",
        "maturity",
        "tools",
        "partners",
        "milestones",
        "zz",
    ]
)
TREES = st.recursive(
    WORDS,
    lambda inner: st.lists(inner, max_size=3).map(tuple) | st.dictionaries(KEYS, inner, max_size=6),
    max_leaves=20,
)
RECORDS = [kind for milestone in MILESTONES for kind in (milestone.local, milestone.coordinator) if kind]


@settings(max_examples=60, deadline=None, derandomize=True)
@for_all(st.dictionaries(KEYS, TREES, max_size=8), st.sampled_from([*RECORDS, Project, Partners]))
def test_no_shape_at_all_brings_out_words_of_the_library(tree: dict[str, object], kind: type[Record]) -> None:
    for finding in complaints_about(tree, kind):
        own = f"{finding.message} {finding.label} {finding.help}"
        for text in sorted(texts(tree), key=len, reverse=True):
            own = own.replace(quoted(text), "")
        assert not any(words in own for words in THEIRS)


def complaints_about(tree: object, kind: type[Record]) -> list[Diagnostic]:
    source, _ = parse("inputs/x.yaml", b"key: value\n")
    assert source is not None
    try:
        kind.model_validate(tree)
    except ValidationError as wrong:
        return list(complaints(wrong, kind, source))
    return []


def texts(tree: object) -> set[str]:
    match tree:
        case dict():
            return {each for value in tree.values() for each in texts(value)}
        case tuple():
            return {each for value in tree for each in texts(value)}
        case _:
            return {str(tree)}
