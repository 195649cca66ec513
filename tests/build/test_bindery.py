"""Orders to files: what is written, noted and left as it is."""

import hashlib
import os
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import pytest

from wp3reports import pdf
from wp3reports.build.bindery import Bindery
from wp3reports.build.manifest import Laid, read_manifest
from wp3reports.build.orders import Bound, Order
from wp3reports.build.origin import Origin
from wp3reports.build.outcome import FAILED, KEPT, WRITTEN, Places
from wp3reports.diagnostics import Span
from wp3reports.snapshot import Snapshot
from wp3reports.store import Store
from wp3reports.volume import Part, Placement, Volume

SNAPSHOT = Snapshot({"inputs/riga.yaml": b"a: b"})
ORIGIN = Origin.of(SNAPSHOT, date(2008, 1, 31), "engine")
PRINTED = pdf.Printed(
    b"%PDF", 1, sizes=(pdf.Size(1.0, 2.0),), fragments=(pdf.Fragment("inputs/riga.yaml#/a", 0, 1.0, 1.0, 1.0, 1.0),)
)


def order(name: str) -> Order:
    volume = Volume(name, name, (Placement(Part(name, ""), ""),), date(2008, 1, 31), "", "", (), "")
    return Order(
        volume, (PRINTED,), {}, draft=False, key=f"key of {name}", frame="frame", parts=(Laid(name, "", "", ""),)
    )


def bind(orders: Sequence[Order]) -> Iterable[Bound]:
    for each in orders:
        yield each, ValueError("no") if each.volume.name == "bad" else each.key.encode()


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places.below(tmp_path / "build")


def run(places: Places, *names: str, line: int = 7) -> Bindery:
    """A run for reports of these names, whose text stands in that line."""
    bindery = Bindery.opened(places, bind, Store(places.store))
    orders = list(map(order, names))
    bindery.sweep([each.volume for each in orders])
    outcomes = {
        each.volume.name: outcome
        for each, outcome in bindery.carry_out(orders, ORIGIN, lambda _: Span("inputs/riga.yaml", line))
    }
    bindery.close(SNAPSHOT, ORIGIN, ())
    assert {*outcomes} == {*names}
    built = bindery.built(outcomes)
    assert built.written == tuple(name for name in outcomes if outcomes[name] == WRITTEN)
    assert built.kept == tuple(name for name in outcomes if outcomes[name] == KEPT)
    assert built.failed == tuple(name for name in outcomes if outcomes[name] == FAILED)
    assert built.diagnostics == tuple(bindery.found)
    return bindery


def test_files_are_written_with_their_maps_and_noted(places: Places) -> None:
    assert run(places, "a", "b").built({"a": WRITTEN, "b": WRITTEN}).pages == 2
    manifest = read_manifest(places.manifest)
    for name in ("a", "b"):
        file, chart = places.files(name)
        assert file.read_bytes() == f"key of {name}".encode()
        assert b'"line": 7' in chart.read_bytes()
        entry = manifest.volumes[name]
        assert (entry.key, entry.sha256) == (f"key of {name}", hashlib.sha256(file.read_bytes()).hexdigest())
        assert (entry.frame, entry.parts, entry.is_draft) == ("frame", (Laid(name, "", "", ""),), False)
        assert entry.origin == ORIGIN.digest
    assert all(map(Store(places.store).has, manifest.texts))


def test_what_is_there_as_ordered_stays_and_its_map_follows_the_lines(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(places, "a")
    run(places, "a", line=8)
    assert b'"line": 8' in places.files("a")[1].read_bytes()
    monkeypatch.setattr(os, "replace", lambda *_: pytest.fail("wrote"))
    monkeypatch.setattr(Path, "replace", lambda *_: pytest.fail("wrote"))
    run(places, "a", line=8)


def test_one_that_fails_is_told_and_not_noted(places: Places) -> None:
    bindery = run(places, "bad", "a")
    assert [each.code for each in bindery.found] == ["pdf-not-bound"]
    assert read_manifest(places.manifest).volumes.keys() == {"a"}
    assert not places.files("bad")[0].exists()


def test_damage_is_told(places: Places) -> None:
    run(places, "a")
    places.manifest.write_bytes(b"{")
    assert [each.code for each in run(places, "a").found] == ["manifest-damaged"]
