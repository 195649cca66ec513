import json
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from wp3reports.build import Freshness
from wp3reports.pipeline import Compilation
from wp3reports.reporters.status import as_json, as_markdown
from wp3reports.standing import Matrix, State, survey

SCHEMA = json.loads((Path(__file__).parents[2] / "docs/status.schema.json").read_text(encoding="utf-8"))
RIGA, OSLO = "inputs/m2_swot/riga.yaml", "inputs/m2_swot/oslo.yaml"
GUIDED = "    deliverable: D2\n    words: {least: 600, most: 1500}\n"
VOLUMES = {"local/m2_swot/riga": "up to date", "milestone/m2_swot": "out of date", "final": "not built"}
SPITEFUL = "Ri|ga <b>@all"


@pytest.fixture
def matrix(given: Mapping[str, str], compiled: Callable[..., Compilation]) -> Matrix:
    """One hand-in is missing and one broken by a partner whose name is no plain word."""
    files = {path: text for path, text in given.items() if path != OSLO}
    files["inputs/partners.yaml"] = files["inputs/partners.yaml"].replace("metropolis: Riga", f"metropolis: {SPITEFUL}")
    files["inputs/project.yaml"] = files["inputs/project.yaml"].replace("    deliverable: D2\n", GUIDED)
    files[RIGA] = files[RIGA].replace("cluster: ict", "cluster: itc", 1)
    compilation = compiled(files, issued=date(2005, 12, 20))
    assert compilation.dossier is not None
    return survey(compilation.dossier, compilation.diagnostics)


def test_json_is_as_its_schema_says(matrix: Matrix) -> None:
    document = json.loads(as_json(matrix, VOLUMES))
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA).validate(document)
    assert (document["issued"], document["overdue"]) == ("2005-12-20", matrix.overdue)
    assert [each["words"] for each in document["milestones"]] == [None, {"least": 600, "most": 1500}, None]
    riga, _, oslo, joint = document["authors"]
    assert (riga["name"], joint["author"]) == (SPITEFUL, "coordinator")
    assert oslo["chase"] == "Oslo: milestone 2 has not been handed in; five days late."
    owed = oslo["hand_ins"][1]
    assert (owed["path"], owed["state"], owed["overdue"], owed["days"]) == (OSLO, "missing", True, -5)
    assert (owed["words"], owed["dated"], owed["counts"]) == (None, None, {"error": 1, "warning": 0, "info": 0})
    assert "m2-cluster-not-selected" in {each["code"] for each in riga["hand_ins"][1]["findings"]}
    assert document["volumes"][1] == {"name": "milestone/m2_swot", "state": "out of date"}


def test_the_schema_knows_every_state() -> None:
    assert SCHEMA["$defs"]["hand_in"]["properties"]["state"]["enum"] == [state.value for state in State]
    assert SCHEMA["properties"]["volumes"]["items"]["properties"]["state"]["enum"] == [each.value for each in Freshness]


def test_markdown_is_a_table_and_what_is_owed(matrix: Matrix) -> None:
    text = as_markdown(matrix, VOLUMES)
    lines = text.splitlines()
    assert lines[0] == f"### Where the hand-ins stand on 2005-12-20: {matrix.overdue} hand-ins overdue"
    table = [line for line in lines if line.startswith("|")]
    assert len(table) == 2 + len(matrix.rows)
    assert table[0].startswith("| Author | 1 Selection of clusters<br>due 2005-06-15 | 2 ")
    assert table[2].startswith("| Ri\\|ga \\<b\\>@\u200ball | ✓ **accepted**<br>")
    assert " of 600–1,500 words (short)<br>" in table[2]
    assert table[4].split(" | ")[2] == "✗ **missing**<br>5 days late"
    assert {line.replace("\\|", "").count("|") for line in table} == {5}
    assert "- Oslo: milestone 2 has not been handed in; five days late." in lines
    assert lines[-1] == "Reports not built: `final`"


def test_nothing_is_owed(given: Mapping[str, str], compiled: Callable[..., Compilation]) -> None:
    compilation = compiled(given)
    assert compilation.dossier is not None
    text = as_markdown(survey(compilation.dossier, compilation.diagnostics), {})
    assert text.startswith("### Where the hand-ins stand on 2008-01-31: 0 hand-ins overdue\n")
    assert text.endswith("\n\nNothing is owed.\n")
