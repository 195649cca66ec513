"""The form is told after each look, and never one that is out of date."""

from pathlib import Path
from typing import Any

import pytest

from wp3reports.preview.desk import Desk
from wp3reports.preview.forms import Forms
from wp3reports.preview.hub import Hub
from wp3reports.preview.pen import Pen, digest

FILE = "inputs/m2_swot/riga.yaml"
TARGET = "local/m2_swot/riga"


@pytest.fixture
def told(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The newest form that was told of each document."""
    said: dict[str, Any] = {}
    monkeypatch.setattr(hub, "tell", lambda kind, value, topic="": said.update({topic: (kind, value)}))
    return said


@pytest.fixture
def forms(folder: Path, hub: Hub) -> Forms:
    return Forms(folder, hub, Pen(folder))


def test_a_hand_in_that_is_there(forms: Forms, desk: Desk, folder: Path, told: dict[str, Any]) -> None:
    forms.tell(desk.take(), TARGET)
    kind, form = told[TARGET]
    assert kind == "form"
    assert (form["state"], form["who"], form["file"], form["undo"]) == ("there", "Riga", FILE, False)
    assert form["digest"] == digest((folder / FILE).read_bytes())
    assert form["missing"] == 0
    assert form["due"].endswith("2005")


def test_one_that_is_not_begun(forms: Forms, desk: Desk, folder: Path, told: dict[str, Any]) -> None:
    (folder / FILE).unlink()
    forms.tell(desk.take(), TARGET)
    assert told[TARGET][1]["state"] == "missing"


def test_one_that_cannot_be_read(forms: Forms, desk: Desk, folder: Path, told: dict[str, Any]) -> None:
    (folder / FILE).write_bytes(b"a: *b\n")
    forms.tell(desk.take(), TARGET)
    form = told[TARGET][1]
    assert form["state"] == "unreadable"
    assert [each["place"]["path"] for each in form["findings"]] == [FILE] * len(form["findings"])
    assert form["findings"]


def test_a_look_that_is_out_of_date_is_not_told(forms: Forms, desk: Desk, folder: Path, told: dict[str, Any]) -> None:
    look = desk.take()
    (folder / FILE).write_bytes(b"newer: 1\n")
    forms.tell(look, TARGET)
    assert TARGET not in told


def test_what_nobody_writes_has_no_form(forms: Forms, desk: Desk, folder: Path, told: dict[str, Any]) -> None:
    forms.tell(desk.take(), "final-annex")
    (folder / "inputs/project.yaml").write_text("", encoding="utf-8")
    forms.tell(desk.take(), TARGET)
    assert told.keys().isdisjoint({"final-annex", TARGET})
