"""The commands as a user calls them, in a folder that holds the given project of the rule book."""

import signal
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, Self

import pytest

from wp3reports import pdf
from wp3reports.__main__ import main
from wp3reports.build.orders import Order
from wp3reports.build.times import Times
from wp3reports.model import Limits
from wp3reports.volume import Part

ISSUED = "--issued=2008-01-31"  # the day on which nothing is wrong with the given project


class Ended(NamedTuple):
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str


@pytest.fixture
def folder(given: Mapping[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder: the given project on the disk."""
    for path, text in given.items():
        file = tmp_path / "project" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path / "project")
    return tmp_path / "project"


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Iterator[Callable[..., Ended]]:
    """Runs the program in this process."""
    before = signal.getsignal(signal.SIGTERM)
    for name in ("FORCE_COLOR", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)

    def call(*arguments: str) -> Ended:
        monkeypatch.setattr(sys, "argv", ["wp3reports", *arguments])
        capfd.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        assert isinstance(ended.value.code, int)
        return Ended(ended.value.code, *capfd.readouterr())

    yield call
    signal.signal(signal.SIGTERM, before)


@pytest.fixture
def breaks(folder: Path) -> Callable[..., None]:
    """Replaces a text in a file of the project."""

    def change(path: str, old: str, new: str) -> None:
        text = (folder / path).read_text(encoding="utf-8")
        assert text.count(old) >= 1
        (folder / path).write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


class Stub:
    """Stands for the workers and for the binder: fast, and it counts."""

    begun: list[str]
    exported: list[str]
    jobs: int
    times: Times
    limits: Limits
    flaws: dict[str, pdf.Flaw]
    fault: BaseException | None

    def __init__(self) -> None:
        self.begun, self.exported, self.flaws, self.fault, self.jobs, self.limits = [], [], {}, None, 0, Limits()

    def __call__(self, jobs: int, fonts: Path, times: Times) -> Self:
        assert fonts.name == "fonts"
        self.jobs, self.times = jobs, times
        return self

    def begin(self, *, lays_out: bool) -> None:
        self.begun.append("the engine" if lays_out else "nothing to lay out")

    def start(self, part: Part, limits: Limits) -> bool:
        self.begun.append(part.name)
        return limits == Limits()

    def __enter__(self) -> Self:
        self.begun.clear()
        self.exported.clear()
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def export(self, parts: Sequence[Part]) -> Iterator[tuple[Part, pdf.Printed]]:
        if self.fault:
            raise self.fault
        for part in parts:
            self.exported.append(part.name)
            self.times.note(part, float(len(self.exported)))
            flaws = (self.flaws[part.name],) if part.name in self.flaws else ()
            yield part, pdf.Printed(part.html.encode(), 1, flaws=flaws, sizes=(pdf.Size(595.28, 841.89),))

    @staticmethod
    def bind(orders: Sequence[Order]) -> Iterator[tuple[Order, bytes]]:
        for order in orders:
            yield order, f"{order.volume.name}\n".encode() + b"\n".join(each.pdf for each in order.printed)


@pytest.fixture
def stub(monkeypatch: pytest.MonkeyPatch) -> Stub:
    """Builds without the engine."""
    from wp3reports.cli import build  # noqa: PLC0415 - tests of other commands do without

    stub = Stub()
    monkeypatch.setattr(build, "Workers", stub)
    return stub


@pytest.fixture
def no_preferences(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing in the environment that says how a terminal is to be written to."""
    for name in ("FORCE_COLOR", "NO_COLOR", "TERM", "COLORTERM", "TTY_COMPATIBLE", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
