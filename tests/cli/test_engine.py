"""What the doctor says of the engine."""

import importlib

import pytest

from wp3reports import pdf

module = importlib.import_module("wp3reports.cli.engine")


def test_the_pinned_engine_is_well() -> None:
    assert str(module.engine()) == "ok      WeasyPrint: 70.0"
    assert str(module.tags()) == "ok      tags: ours"


@pytest.mark.parametrize("found", ["70.1", "71.0"])
def test_another_one_is_not(found: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "version", lambda _: found)
    assert module.engine().failed
    assert str(module.engine()) == f"not ok  WeasyPrint: {found}; install it with: pip install weasyprint==70.0"


def test_pdfs_can_be_made_with_an_engine_that_we_do_not_know_inside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "differences", lambda: ("weasyprint 71.0 instead of 70.0", "another"))
    check = module.tags()
    assert not check.failed
    assert "valid and say less (weasyprint 71.0 instead of 70.0)" in str(check)
