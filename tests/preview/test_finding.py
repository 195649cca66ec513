"""A finding as the page receives it."""

from wp3reports.diagnostics import Edit, Note, Span, error
from wp3reports.preview.finding import told
from wp3reports.snapshot import Snapshot

SNAPSHOT = Snapshot({"inputs/m2_swot/riga.yaml": b"analyses:\r\n  - cluster: fod\r\n", "inputs/x.yaml": b"\xff"})


def test_it_has_its_place_with_the_line_itself() -> None:
    span = Span("inputs/m2_swot/riga.yaml", 2, 14, 2, 17)
    finding = error(
        "m2-x", span, "no such cluster", label="fod", notes=[Note(Span("inputs/x.yaml"), "here")], help="mend it",
        fix=(Edit(span, "food", "fod"),),
    )  # fmt: skip
    said = told(finding, SNAPSHOT)
    assert said["place"] == {
        "path": "inputs/m2_swot/riga.yaml", "line": 2, "column": 14, "end": 17, "text": "  - cluster: fod"
    }  # fmt: skip
    assert said["fixes"] == [{"typed": "fod", "text": "food", "line": 2}]
    assert said["notes"] == [
        {"text": "here", "place": {"path": "inputs/x.yaml", "line": 1, "column": 1, "end": 0, "text": "\ufffd"}}
    ]


def test_a_place_outside_of_the_file_has_no_line() -> None:
    said = told(error("m2-x", Span("inputs/x.yaml", 7, 1), "gone"), SNAPSHOT)
    assert said["place"] == {"path": "inputs/x.yaml", "line": 7, "column": 1, "end": 0, "text": ""}
