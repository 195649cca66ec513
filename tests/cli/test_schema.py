"""`wp3reports schema`: which files it writes, and what it leaves alone."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
RIGA = ".wp3/schemas/riga/m2_swot.json"


def clusters(path: Path) -> list[str]:
    made = json.loads(path.read_text(encoding="utf-8"))
    found: list[str] = made["$defs"]["SwotAnalysis"]["properties"]["cluster"].get("enum", [])
    return found


def test_schemas_and_settings_of_a_project(folder: Path, run: Run) -> None:
    code, out, err = run("schema")
    assert (code, out) == (0, ".wp3/schemas\n")
    assert err.endswith(" schemas written or renewed\n")
    assert "ict" in clusters(folder / RIGA)
    settings = json.loads((folder / ".vscode/settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    assert settings[f"./{RIGA}"] == "inputs/m2_swot/riga.yaml"


def test_what_did_not_change_is_not_written_again(folder: Path, run: Run) -> None:
    run("schema")
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*.json")}
    assert len(before) > 10
    assert run("schema").err == "0 schemas written or renewed\n"
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*.json")} == before


def test_a_change_of_the_plan_renews_what_it_concerns(run: Run, folder: Path) -> None:
    run("schema")
    decision = folder / "inputs/m1_selection/coordinator.yaml"
    decision.write_text(decision.read_text(encoding="utf-8").replace("ict", "it"), encoding="utf-8")
    run("schema")
    assert "ict" not in clusters(folder / RIGA)


def test_of_one_city_only(folder: Path, run: Run) -> None:
    assert run("schema", "--partner", "riga").code == 0
    assert (folder / RIGA).is_file()
    assert not (folder / ".wp3/schemas/oslo").exists()
    assert run("schema", "--partner", "rigga").code == 2


def test_elsewhere_without_settings(folder: Path, run: Run, tmp_path: Path) -> None:
    assert run("schema", "-o", str(tmp_path / "out")).out == f"{tmp_path / 'out'}\n"
    assert "ict" in clusters(tmp_path / "out/riga/m2_swot.json")
    assert not (folder / ".vscode").exists()
    assert not (folder / ".wp3").exists()


def test_without_a_project_no_ids_are_known(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("schema").code == 2
    assert run("schema", "-o", "out", "--partner", "riga").code == 2
    assert run("schema", "-o", "out").code == 0
    assert clusters(tmp_path / "out/m2_swot.json") == []
    assert not list((tmp_path / "out").glob("riga"))
