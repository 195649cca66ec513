"""Whether the engine is the one whose inside we know."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from wp3reports.pdf import internals


@pytest.fixture(autouse=True)
def _afresh() -> Iterator[None]:
    internals.differences.cache_clear()
    yield
    internals.differences.cache_clear()


def test_the_installed_engine_is_known() -> None:
    assert internals.differences() == ()
    assert sum(map(len, internals.LINES.values())) > 20


def test_another_version_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(internals.VERSIONS, "weasyprint", "71.0")
    assert internals.differences() == ("weasyprint 70.0 instead of 71.0",)


def test_nor_one_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(internals, "VERSIONS", {"no-such-engine": "1"})
    assert internals.differences() == ("no-such-engine none instead of 1",)


def test_nor_one_with_other_lines_inside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(internals.LINES, "weasyprint/document.py", ("self._page_box  =  another",))
    assert internals.differences() == ('no "self._page_box = another" in weasyprint/document.py',)


@pytest.mark.parametrize("file", ["weasyprint/gone.py", "no_such_engine/__init__.py"])
def test_nor_one_without_a_file(file: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(internals, "LINES", {file: ("a line",)})
    assert internals.differences() == (f'no "a line" in {file}',)


def test_nothing_is_imported_for_it() -> None:
    assert "import weasyprint" not in Path(internals.__file__).read_text("utf-8")
