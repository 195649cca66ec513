"""When the engine goes our ways, and when it does not."""

import sys
from typing import Any

import pytest
from weasyprint.layout import percent

from wp3reports.pdf import internals, shortcuts
from wp3reports.pdf.shortcuts.lengths import resolve_percentages
from wp3reports.pdf.shortcuts.ways import WAYS


def found() -> list[Any]:
    """What the engine finds at all these places."""
    return [getattr(owner, name) for owner, name, _ in WAYS]


def ours() -> list[Any]:
    return [way.ours for way in WAYS]


def test_they_are_taken_for_a_while() -> None:
    before = found()
    with shortcuts.taken():
        assert found() == ours()
    assert found() == before
    assert not set(map(id, before)) & set(map(id, ours()))


def test_and_left_when_something_breaks() -> None:
    before = found()
    with pytest.raises(ZeroDivisionError), shortcuts.taken():
        1 / 0  # noqa: B018 - any fault will do
    assert found() == before


def test_none_is_taken_where_the_plain_engine_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    before = found()
    monkeypatch.setenv("WP3_ENGINE", "plain")
    with shortcuts.taken():
        assert found() == before


def test_nor_with_an_engine_that_we_do_not_know(monkeypatch: pytest.MonkeyPatch) -> None:
    before = found()
    monkeypatch.setattr(internals, "differences", lambda: ("weasyprint 71.0 instead of 70.0",))
    with shortcuts.taken():
        assert found() == before


def test_no_module_of_the_engine_keeps_the_long_way() -> None:
    original = percent.resolve_percentages
    assert original is not resolve_percentages
    with shortcuts.taken():
        modules = [module for name, module in sys.modules.items() if name.startswith("weasyprint")]
        assert not [module for module in modules if original in vars(module).values()]
