"""The matrix as a browser is told."""

from collections.abc import Callable, Mapping

from wp3reports.model import Dossier
from wp3reports.preview.board import board

Read = Callable[[Mapping[str, str]], Dossier]


def test_every_hand_in_has_its_state_and_leads_to_its_document(given: Mapping[str, str], dossier_of: Read) -> None:
    told = board(dossier_of(given), ())
    milestones = {each["name"]: each for each in told["milestones"]}
    assert milestones["m2_swot"]["report"] == "milestone/m2_swot"
    rows = {row["author"]: {cell["milestone"]: cell for cell in row["cells"]} for row in told["rows"]}
    assert len(rows) >= 3
    assert rows["riga"]["m2_swot"]["target"] == "local/m2_swot/riga"
    assert rows["coordinator"]["m2_swot"]["target"] == "milestone/m2_swot"
    assert rows["riga"]["m2_swot"]["sign"]
    assert {cell["state"] for cells in rows.values() for cell in cells.values()} <= {
        "accepted", "submitted", "returned", "draft", "invalid", "missing", "waived"
    }  # fmt: skip


def test_there_is_none_while_the_plan_cannot_be_read() -> None:
    assert board(None, ()) == {"milestones": [], "rows": []}
