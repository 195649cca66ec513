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


def test_templates_have_the_paths_of_a_projects_own() -> None:
    files = shipped.templates_by_path()
    assert files["templates/part.html.j2"] == shipped.template("part.html.j2")
    assert len(files) == sum(path.is_file() for path in (ROOT / "templates").rglob("*")) > 10


def test_the_rule_book_is_the_tests_or_the_packages_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert shipped.cases() == ROOT / "tests" / "cases"
    (tmp_path / "cases").mkdir()
    monkeypatch.setattr(shipped, "_PACKAGE", tmp_path)
    assert shipped.cases() == tmp_path / "cases"


def test_an_incomplete_program_says_so() -> None:
    with pytest.raises(FileNotFoundError, match=r"incomplete: templates/static/nothing\.css"):
        shipped.template("static/nothing.css")
