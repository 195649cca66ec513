"""What `preview` says before it serves, and what it refuses."""

import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from wp3reports.preview import Preview

ISSUED = "--issued=2008-01-31"
Run = Callable[..., Any]


@pytest.fixture(autouse=True)
def _serves_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Preview, "run", lambda _: None)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses at which a browser was opened."""
    addresses: list[str] = []
    monkeypatch.setattr("webbrowser.open", addresses.append)
    return addresses


@pytest.mark.usefixtures("folder")
def test_a_partner_gets_the_address_of_what_is_owed(run: Run, opened: list[str]) -> None:
    ended = run("preview", "riga", "--open", ISSUED)
    assert ended.code == 0
    assert "/local/m2_swot/riga?token=" in ended.out
    assert opened == [ended.out.strip()]
    assert "each time you save" in ended.err


@pytest.mark.usefixtures("folder")
def test_without_a_name_all_hand_ins_are_the_way_in(run: Run, opened: list[str]) -> None:
    ended = run("preview", ISSUED)
    assert ended.out.partition("?token=")[0].endswith("/")
    assert not opened


@pytest.mark.usefixtures("folder")
def test_an_unknown_partner_is_told_who_is_known(run: Run) -> None:
    ended = run("preview", "rigga", ISSUED)
    assert (ended.code, ended.out) == (2, "")
    assert "riga" in ended.err


@pytest.mark.usefixtures("folder")
def test_others_are_let_in_only_by_name(run: Run) -> None:
    ended = run("preview", "--host", "127.0.0.1", ISSUED)
    assert ended.code == 2
    assert "--allow-host" in ended.err
    ended = run("preview", "--host", "127.0.0.1", "--allow-host", "wp3.example", ISSUED)
    assert ended.out.startswith("http://wp3.example:")


@pytest.mark.usefixtures("folder")
def test_a_port_that_is_taken_is_told(run: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        ended = run("preview", "--port", str(taken.getsockname()[1]), ISSUED)
    assert ended.code == 3
    assert "is taken" in ended.err


def test_a_broken_project_is_shown_as_well(run: Run, folder: Path) -> None:
    (folder / "inputs/project.yaml").write_text("", encoding="utf-8")
    assert run("preview", "riga", ISSUED).code == 0
