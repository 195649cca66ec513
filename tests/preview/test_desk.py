"""What is shown after each change: text first, the last good one while the input is broken, never nothing."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from wp3reports.preview.desk import Desk
from wp3reports.preview.hub import Hub
from wp3reports.preview.site import Site

TARGET = "local/m2_swot/riga"


@pytest.fixture
def told(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> dict[tuple[str, str], Any]:
    """The newest of each kind that was told, while somebody looks at the document."""
    said: dict[tuple[str, str], Any] = {}
    monkeypatch.setattr(hub, "tell", lambda kind, value, topic="": said.update({(topic, kind): value}))
    monkeypatch.setattr(Hub, "topics", frozenset({TARGET}))
    return said


@pytest.fixture
def shown(told: dict[tuple[str, str], Any], site: Site) -> Callable[[], str]:
    """The text that a browser would show."""

    def read() -> str:
        made = (site.find(part["address"]) for part in told[TARGET, "text"]["parts"])
        return "".join(make().body.decode() for make in made if make)

    return read


def test_a_save_changes_the_text(desk: Desk, folder: Path, shown: Callable[[], str]) -> None:
    desk.take()
    assert "A port on the river" not in shown()
    file = folder / "inputs/m2_swot/riga.yaml"
    text = file.read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if line.startswith("summary:"))
    file.write_text(text.replace(line, "summary: A port on the river."), encoding="utf-8")
    desk.take()
    assert "A port on the river" in shown()


def test_a_broken_file_leaves_the_last_good_text_and_is_told(
    desk: Desk, folder: Path, shown: Callable[[], str], told: dict[tuple[str, str], Any]
) -> None:
    desk.take()
    before = shown()
    assert told[TARGET, "state"] == {"broken": False}
    (folder / "inputs/m2_swot/riga.yaml").write_text("analyses: [", encoding="utf-8")
    desk.take()
    assert told[TARGET, "state"] == {"broken": True}
    assert told[TARGET, "findings"][0]["place"]["path"] == "inputs/m2_swot/riga.yaml"
    assert told[TARGET, "findings"][0]["severity"] == "error"
    assert shown() == before


def test_broken_project_files_are_no_end(desk: Desk, folder: Path, told: dict[tuple[str, str], Any]) -> None:
    desk.take()
    (folder / "inputs/project.yaml").write_text("", encoding="utf-8")
    look = desk.take()
    assert look.compilation.dossier is None
    assert told[TARGET, "state"] == {"broken": True}


def test_what_did_not_change_is_not_looked_at_again(desk: Desk, told: dict[tuple[str, str], Any]) -> None:
    assert desk.take() is desk.take()
    assert desk.look is desk.take()
    assert told


def test_a_bug_of_ours_is_told_and_the_next_save_is_looked_at(
    desk: Desk, told: dict[tuple[str, str], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    looks = iter([KeyError("lost"), None])

    def take() -> None:
        if fault := next(looks):
            desk.wake()
            raise fault
        desk.close()

    monkeypatch.setattr(desk, "take", take)
    desk.wake()
    desk.run()
    assert "please report it: KeyError" in told[TARGET, "layout"]["trouble"]
    assert next(looks, "all") == "all"
