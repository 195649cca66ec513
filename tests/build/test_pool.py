"""Processes that begin when something is to be done, and are others when more are wanted."""

import os
import signal
import time
from collections.abc import Iterator
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import active_children
from pathlib import Path

import psutil
import pytest

from wp3reports import pdf
from wp3reports.build import pool as module
from wp3reports.build.pool import Pool

NOTHING: dict[str, object] = {}


@pytest.fixture
def pool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Pool]:
    monkeypatch.setattr(pdf, "missing_libraries", lambda: ())
    made = Pool(tmp_path)
    yield made
    made.end()


def process_of(pool: Pool, processes: int, turns: int = 9) -> int:
    """The number of the process that a call is made in."""
    return int(pool.schedule(os.getpid, NOTHING, 60, processes, turns).result(60))


def test_nothing_begins_before_a_call_is_scheduled(pool: Pool) -> None:
    assert not pool.make_room(1)
    assert active_children() == []
    assert process_of(pool, 1) != os.getpid()


def test_processes_stay_while_they_are_enough(pool: Pool) -> None:
    first = process_of(pool, 1)
    assert process_of(pool, 1) == first
    assert not pool.make_room(1)
    assert pool.make_room(2)
    assert process_of(pool, 2) != first


def test_they_are_renewed_when_they_have_had_their_turns(pool: Pool) -> None:
    assert process_of(pool, 1, turns=1) != process_of(pool, 1, turns=1)


def test_a_call_that_ends_is_told_with_what_went_wrong(pool: Pool) -> None:
    good, bad = (pool.schedule(call, NOTHING, 60, 1, 9) for call in (os.getpid, os.abort))
    told: dict[object, BaseException | None] = {}
    while len(told) < 2:
        told |= dict(pool.ended([each for each in (good, bad) if each not in told]))
    assert told[good] is None
    assert told[bad] is not None


def test_where_the_pool_has_ended_all_calls_have(pool: Pool, monkeypatch: pytest.MonkeyPatch) -> None:
    waits = pool.schedule(signal.pause, NOTHING, 60, 1, 9)
    monkeypatch.setattr("pebble.ProcessPool.active", property(lambda _: False))
    ((future, fault),) = pool.ended([waits])
    assert future is waits
    assert isinstance(fault, BrokenProcessPool)


def test_the_end_leaves_neither_process_nor_folder(pool: Pool) -> None:
    pool.schedule(signal.pause, NOTHING, 60, 1, 9)
    time.sleep(0.2)
    (begun,) = active_children()
    pool.end()
    assert not psutil.pid_exists(begun.pid or 0)


@pytest.mark.skipif(not module.is_forked(), reason="each process loads for itself")
def test_the_process_that_others_are_forked_from_stays_for_the_next_pool(pool: Pool, tmp_path: Path) -> None:
    assert pool.prepare(module.ENGINE)
    first = parent_of(process_of(pool, 1), pool)
    pool.end()
    other = Pool(tmp_path)
    assert parent_of(process_of(other, 1), other) == first != os.getpid()
    other.end()


def test_where_a_socket_would_have_too_long_a_path_each_process_loads_for_itself(
    pool: Pool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / ("x" * 80)
    folder.mkdir()
    monkeypatch.setattr(module.tempfile, "tempdir", str(folder))
    assert not pool.prepare(module.ENGINE)
    assert parent_of(process_of(pool, 1), pool) == os.getpid()


def parent_of(process: int, pool: Pool) -> int:
    """That of the only process of a pool."""
    assert [each.pid for each in active_children()] == [process]
    return int(pool.schedule(os.getppid, NOTHING, 60, 1, 9).result(60))


def test_without_libraries_nothing_begins(pool: Pool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "missing_libraries", lambda: ("pango",))
    with pytest.raises(pdf.MissingLibrariesError):
        pool.schedule(os.getpid, NOTHING, 60, 1, 9)
