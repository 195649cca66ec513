"""What a build comes to; the engine is a stub."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from wp3reports.build import Times
from wp3reports.cli.building import Done, carry_out, foretell
from wp3reports.cli.clustering import Asked
from wp3reports.cli.wish import Wish
from wp3reports.store import Store

HERE = Asked(None, None, None, None)
TARGET = "local/m2_swot/riga"
Breaks = Callable[..., None]


@pytest.fixture
def wish(folder: Path) -> Wish:
    return Wish(folder, None, (TARGET,), date(2008, 1, 31), "en", is_final=True)


def carried_out(wish: Wish, stub: Any) -> Done:
    times = Times({})
    with stub(1, wish.places.fonts, times) as workers:
        return carry_out(wish, Store(wish.places.store), workers, HERE, times)


def test_what_was_made_is_told_and_nothing_failed(wish: Wish, stub: Any) -> None:
    done = carried_out(wish, stub)
    assert done.built
    assert (done.has_failed, done.built.written, done.remarks) == (False, (TARGET,), 0)
    assert (wish.places.pdf / f"{TARGET}.pdf").exists()


def test_a_release_with_an_error_is_refused_and_nothing_is_made(
    wish: Wish, stub: Any, breaks: Breaks, capsys: pytest.CaptureFixture[str]
) -> None:
    breaks("inputs/m2_swot/riga.yaml", "status: accepted", "status: final")
    assert carried_out(wish, stub) == foretell(wish, Store(wish.places.store, untouched=True), "text")
    assert carried_out(wish, stub) == Done(has_failed=True)
    assert "refused: a release is made only without errors" in capsys.readouterr().err
    assert not wish.places.pdf.exists()


def test_what_is_foretold_is_not_done(wish: Wish, capsys: pytest.CaptureFixture[str]) -> None:
    assert foretell(wish, Store(wish.places.store, untouched=True), "text") == Done(has_failed=False)
    told = capsys.readouterr()
    assert TARGET in told.out
    assert "nothing was done" in told.err
    assert not wish.places.pdf.exists()
