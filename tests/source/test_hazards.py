"""Every file that once fooled a reader ends as the table beside it says."""

import re
import sys
import time
from pathlib import Path

import pytest

from wp3reports.diagnostics import Diagnostic, Severity
from wp3reports.source import Source, parse

HAZARDS = Path(__file__).parents[1] / "hazards"
ROW = re.compile(r"^\| (yaml/\S+) \| (refuse|warn|accept) \| ([\d:]*) *\| .* \|$", re.MULTILINE)
ROWS = ROW.findall((HAZARDS / "README.md").read_text(encoding="utf-8"))


def at(finding: Diagnostic) -> tuple[str, str]:
    return f"{finding.span.line}", f"{finding.span.line}:{finding.span.column}"


def read(name: str) -> tuple[Source | None, tuple[Diagnostic, ...]]:
    return parse(name, (HAZARDS / name).read_bytes())


def test_the_table_names_every_file() -> None:
    assert len(ROWS) == 84
    assert sorted(name for name, _, _ in ROWS) == sorted(f"yaml/{file.name}" for file in HAZARDS.glob("yaml/*"))


@pytest.mark.parametrize(("name", "must", "place"), ROWS)
def test_hazard(name: str, must: str, place: str) -> None:
    before = time.process_time()
    source, findings = read(name)
    assert time.process_time() - before < 2 or sys.gettrace()  # coverage makes everything slow
    if must == "accept":
        assert source is not None
        assert findings == ()
        return
    severity = Severity.ERROR if must == "refuse" else Severity.WARNING
    assert (source is None) == (must == "refuse")
    assert [f for f in findings if f.severity is severity and (not place or place in at(f))], findings


TYPED = {
    "implicit-norway": {"countries": ("NO", "SE", "FI", "DK", "DE", "PL", "LT", "LV", "EE", "RU")},
    "implicit-booleans": {"v1": "No", "v2": "on", "v3": "y", "v4": "TRUE"},
    "implicit-null": {"v1": "~", "v2": "Null", "v3": ""},
    "implicit-clock-times": {"v1": "12:30", "v2": "20:30.15"},
    "implicit-octal": {"v1": "010", "v2": "02150"},
    "implicit-numbers": {"v1": "1_000", "v2": "1.10", "v3": "1e3", "v4": "1.0e+3", "v5": "0x1F", "v6": "1,234"},
    "implicit-infinity": {"v": ".inf"},
    "implicit-dates": {"v1": "2005-06-30", "v2": "2005-06", "v3": "6/2005"},
    "date-impossible": {"v1": "2005-02-30", "v2": "2005-13-01"},
    "equals-sign": {"v": "="},
    "key-types": {"1": "a", "2005-06-30": "b", "NO": "c", "1.0": "d", "true": "e", "~": "f"},
    "key-cyrillic-lookalike": {"oslo": "1", "\u043eslo": "2"},
    "key-dotted-capital-i": {"\u0130stanbul": "1"},
    "id-soft-hyphen": {"id": "os\u00adlo"},
    "emoji": {"a": "\U0001f600"},
    "utf8-with-byte-order-mark": {"city": "Malmö"},
    "line-ends-crlf": {"a": "x\ny\n", "b": "2"},
    "comment-eats-text": {"v": "Cluster"},
    "backslash-lines-50000": {"a": ""},
    "diagnostic-workflow-command": {"::error file=x.py,line=1::pwned": "1"},
    "diagnostic-console-markup": {"[bold]x[/] [/nothing]": "1"},
}


@pytest.mark.parametrize("name", TYPED)
def test_values_are_the_text_as_typed(name: str) -> None:
    source, _ = read(f"yaml/{name}.yaml")
    assert source is not None
    assert source.plain() == TYPED[name]


def test_duplicates_name_the_first() -> None:
    for name, line in (("key-twice", 1), ("key-nfc-and-nfd", 1)):
        _, (finding,) = read(f"yaml/{name}.yaml")
        assert finding.code == "yaml-duplicate-key"
        assert [note.span.line for note in finding.notes] == [line]
        assert f"line {line}" in finding.message


def test_hints_show_what_was_meant() -> None:
    for name, words in (
        ("mojibake", '"Malmö"'),
        ("comment-eats-text", '"Cluster #3"'),
        ("latin-1", "Latin-1?"),
        ("utf16-little-endian", "UTF-8"),
        ("alias-undefined", 'begins with "*", put quotes'),
        ("bracket-by-accident", 'quotes round text that begins with "["'),
        ("text-begins-with-at", '"@x"'),
        ("text-begins-with-percent", '"%x"'),
        ("colon-in-text", 'quotes round text with ": " inside'),
        ("tag-str", "all values are text already"),
    ):
        _, (finding,) = read(f"yaml/{name}.yaml")
        assert words in finding.message + finding.help


def test_nothing_of_an_alias_is_expanded() -> None:
    before = time.process_time()
    read("yaml/alias-billion-laughs.yaml")
    assert time.process_time() - before < 0.1
