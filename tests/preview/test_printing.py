"""True pages behind the text: the bytes of `build`, the newest only, and a word where there can be none."""

import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from wp3reports.build import Builder, Built, Places, Workers
from wp3reports.pdf import MissingLibrariesError
from wp3reports.pipeline import Compilation, compile_reports
from wp3reports.preview import printing as module
from wp3reports.preview.hub import Hub
from wp3reports.preview.printing import Printing, places
from wp3reports.preview.site import Site
from wp3reports.volume import Volume
from wp3reports.workspace import read

ISSUED, TARGET = date(2008, 1, 31), "local/m2_swot/riga"


class Press:
    """Stands for builder and workers: prints when it is let, and is cancelled when it is told."""

    def __init__(self) -> None:
        self.printed: list[str] = []
        self.faults: list[Exception] = []
        self.failed: tuple[str, ...] = ()
        self.begun, self.may_go = threading.Event(), threading.Event()
        self.may_go.set()
        self.is_cancelled = False
        self.ended = 0

    def workers(self, *_: object) -> "Press":
        return self

    def builder(self, *_: object, **__: object) -> "Press":
        return self

    export = None

    def run(self, volumes: Sequence[Volume]) -> Built:
        self.is_cancelled = False
        self.begun.set()
        while not self.may_go.wait(0.01):
            if self.is_cancelled:
                raise CancelledError
        if self.faults:
            raise self.faults.pop()
        self.printed += [volume.title for volume in volumes]
        return Built((), (), self.failed, 0, 0, ())

    def warm_up(self, _: object) -> None:
        pass

    def cancel(self) -> None:
        self.is_cancelled = True

    def end(self) -> None:
        self.ended += 1


@pytest.fixture
def press(monkeypatch: pytest.MonkeyPatch) -> Press:
    made = Press()
    monkeypatch.setattr(module, "Workers", made.workers)
    monkeypatch.setattr(module, "Builder", made.builder)
    monkeypatch.setattr(module, "pages", lambda *_: ({"sheets": []}, {}))
    monkeypatch.setattr(Path, "read_bytes", lambda _: b"")
    return made


@pytest.fixture
def told(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What was told, in order."""
    said: list[Any] = []
    monkeypatch.setattr(hub, "tell", lambda kind, value, _topic: said.append({kind: value}))
    return said


@pytest.fixture
def running(tmp_path: Path, site: Site, hub: Hub, press: Press) -> Iterator[Printing]:
    printing = Printing(tmp_path, site, hub)
    thread = threading.Thread(target=printing.run)
    thread.start()
    yield printing
    press.may_go.set()
    printing.close()
    thread.join(5)
    assert not thread.is_alive()


@pytest.fixture
def one(compiled: Callable[..., Compilation], given: dict[str, str]) -> Compilation:
    """A compilation with one volume."""
    whole = compiled(given)
    return replace(whole, volumes=tuple(each for each in whole.volumes if each.name == TARGET))


def titled(one: Compilation, title: str) -> Compilation:
    return replace(one, volumes=tuple(replace(each, title=title) for each in one.volumes))


DONE = {"layout": {"behind": False}}


def until(holds: Callable[[], bool]) -> None:
    for _ in range(500):
        if holds():
            return
        threading.Event().wait(0.01)
    raise AssertionError("it did not come")


def test_pages_follow_and_the_same_is_not_printed_twice(
    running: Printing, press: Press, told: list[Any], one: Compilation
) -> None:
    running.take(one, one.volumes)
    until(lambda: DONE in told)
    running.take(one, one.volumes)
    running.take(titled(one, "new"), titled(one, "new").volumes)
    until(lambda: told.count(DONE) == 2)
    assert press.printed == [one.volumes[0].title, "new"]
    assert told[:4] == [
        {"layout": {"behind": True}}, {"paper": []}, {"pages": {"sheets": []}}, {"layout": {"behind": False}}
    ]  # fmt: skip


def test_a_newer_save_ends_what_is_in_flight(
    running: Printing, press: Press, told: list[Any], one: Compilation
) -> None:
    press.may_go.clear()
    running.take(titled(one, "old"), titled(one, "old").volumes)
    assert press.begun.wait(5)
    press.begun.clear()
    running.take(titled(one, "new"), titled(one, "new").volumes)
    assert press.begun.wait(5)
    press.may_go.set()
    until(lambda: DONE in told)
    assert press.printed == ["new"]


TROUBLES = [
    (MissingLibrariesError(["Pango"]), "wp3reports doctor"),
    (OSError(28, "No space left on device"), "No space left on device"),
    (KeyError("x"), "please report it: KeyError"),
]


@pytest.mark.parametrize("trouble", TROUBLES)
def test_what_goes_wrong_is_told_and_the_next_is_printed(
    running: Printing, press: Press, told: list[Any], one: Compilation, trouble: tuple[Exception, str]
) -> None:
    press.faults.append(trouble[0])
    running.take(titled(one, "old"), titled(one, "old").volumes)
    until(lambda: any("trouble" in each.get("layout", {}) for each in told))
    assert trouble[1] in told[-1]["layout"]["trouble"]
    running.take(one, one.volumes)
    until(lambda: DONE in told)


def test_the_end_ends_the_workers(running: Printing, press: Press, told: list[Any], one: Compilation) -> None:
    running.take(one, one.volumes)
    until(lambda: DONE in told)
    running.close()
    until(lambda: press.ended == 1)


@pytest.mark.slow
def test_the_pages_have_the_bytes_of_the_build(folder: Path, site: Site, hub: Hub) -> None:
    snapshot, _ = read(folder)
    compilation = compile_reports(snapshot, ISSUED, TARGET.__eq__)
    printing = Printing(folder, site, hub)
    printing.take(compilation, compilation.volumes)
    thread = threading.Thread(target=printing.run)
    thread.start()
    for _ in range(1200):
        if site.find(f"/{TARGET}.pdf"):
            break
        threading.Event().wait(0.1)
    printing.close()
    thread.join(10)
    make = site.find(f"/{TARGET}.pdf")
    assert make
    usual = replace(Places.below(folder / "build"), store=folder / "elsewhere")
    with Workers(2, usual.fonts) as workers:
        built = Builder(compilation, usual, is_final=False, export=workers.export, progress=lambda *_: None)
        assert built.run(compilation.volumes).written == (TARGET,)
    assert (usual.pdf / f"{TARGET}.pdf").read_bytes() == make().body
    assert (usual.maps / f"{TARGET}.map.json").read_bytes() == (places(folder).maps / f"{TARGET}.map.json").read_bytes()
