"""A form as a browser is told."""

import json

from wp3reports.authoring.form import Choice, Entries, Field, Form, Group, Kind
from wp3reports.diagnostics import Span, warning
from wp3reports.preview.telling import told_form
from wp3reports.snapshot import Snapshot

PATH = "inputs/m2_swot/riga.yaml"


def test_every_node_is_told_with_what_was_found() -> None:
    found = (warning("a-finding", Span(PATH, 1, 1), "something"),)
    field = Field(("a",), "A", "Help", True, found, Kind.CHOICE, "x", "y", (Choice("x", "Ex"),))  # noqa: FBT003
    listed = Field(("d", 0, "b"), "B", "Help", True, (), Kind.WORDS, (), "y")  # noqa: FBT003
    entry = Group(("d", 0), "D", "", True, (), (listed,), title="First")  # noqa: FBT003
    left_out = Group(("c",), "C", "Help", False, (), (field,), is_there=False)  # noqa: FBT003
    form = Form(PATH, "0f", (field, left_out, Entries(("d",), "D", "Help", True, (), (entry,), "Dee")), found)  # noqa: FBT003
    told = json.loads(json.dumps(told_form(form, Snapshot({PATH: b"a: x\n"}))))
    assert (told["digest"], told["missing"], told["findings"][0]["code"]) == ("0f", 1, "a-finding")
    choice, group, entries = told["nodes"]
    assert (choice["kind"], choice["value"], choice["choices"]) == ("choice", "x", [{"word": "x", "name": "Ex"}])
    assert choice["findings"][0]["place"]["text"] == "a: x"
    assert (group["kind"], group["there"], group["nodes"][0]["label"]) == ("group", False, "A")
    assert (entries["kind"], entries["singular"], entries["entries"][0]["title"]) == ("entries", "Dee", "First")
    assert entries["entries"][0]["nodes"][0]["value"] == []
