from pathlib import Path

import pytest

from wp3reports import shipped

ROOT = Path(__file__).parents[1]


def test_a_checkout_ships_its_own_templates() -> None:
    assert shipped.templates() == ROOT / "templates"
    assert shipped.template("part.html.j2") == (ROOT / "templates" / "part.html.j2").read_bytes()


def test_an_installed_package_carries_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "templates").mkdir()
    monkeypatch.setattr(shipped, "_PACKAGE", tmp_path)
    assert shipped.templates() == tmp_path / "templates"


def test_an_incomplete_program_says_so() -> None:
    with pytest.raises(FileNotFoundError, match=r"incomplete: templates/static/nothing\.css"):
        shipped.template("static/nothing.css")
