"""A release of a draft, short of models: told, left and ended as one that is compiled; the engine is a stub."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from wp3reports.cli import building

ISSUED = "--issued=2008-01-31"
RIGA = "inputs/m2_swot/riga.yaml"
pytestmark = pytest.mark.usefixtures("folder", "stub")

Run = Callable[..., Any]


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def compiles(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """An entry for each compilation."""
    calls: list[str] = []
    made = building.compiled

    def compiled(*arguments: Any, **named: Any) -> Any:
        calls.append("compiled")
        return made(*arguments, **named)

    monkeypatch.setattr(building, "compiled", compiled)
    return calls


def told(ended: Any) -> tuple[object, ...]:
    """What was said, without the time."""
    return ended.code, ended.out, ended.err.rpartition(", ")[0] + ended.err.rpartition(" s\n")[2]


@pytest.mark.parametrize(
    "asked",
    [
        [],
        ["-j1"],
        ["local/m2_swot/*", "milestone/m2_swot"],
        ["local/m2_swot/*", "--lang=own"],
        ["final", "-o", "out"],
        ["final", "--cluster=tcp://127.0.0.1:1"],
    ],
    ids=" ".join,
)
def test_both_ways_leave_and_say_the_same(
    folder: Path, run: Run, stub: Any, compiles: list[str], asked: list[str]
) -> None:
    draft = [each for each in asked if not each.startswith("--cluster")]
    assert run("build", ISSUED, *draft).code == 0
    compiles.clear()
    short = told(run("build", ISSUED, *asked, "--final"))
    assert compiles == stub.exported == []
    left = contents(folder)
    assert run("build", ISSUED, *draft).code == 0
    for proof in (folder / "build").rglob("*.proof"):
        proof.unlink()
    compiles.clear()
    assert told(run("build", ISSUED, *asked, "--final")) == short
    assert compiles == ["compiled"]
    assert contents(folder) == left
    again = run("build", ISSUED, *asked, "--final")
    assert again.err.startswith("0 written, ")


def cut(build: Path) -> None:
    (build / "manifest.proof").write_bytes((build / "manifest.proof").read_bytes()[:-9])


def flip(build: Path) -> None:
    whole = (build / "manifest.proof").read_bytes()
    (build / "manifest.proof").write_bytes(whole.replace(b"riga", b"rigb", 1))


def swap(build: Path) -> None:
    """A whole proof, of another request."""
    shutil.copyfile(build / "other.proof", build / "manifest.proof")


def forget(build: Path) -> None:
    (build / "manifest.last").unlink()


@pytest.mark.parametrize("lose", [cut, flip, swap, forget])
def test_what_cannot_be_believed_takes_a_compilation_which_gives_the_same(
    folder: Path, run: Run, compiles: list[str], lose: Callable[[Path], None]
) -> None:
    build = folder / "build"
    assert run("build", "--issued=2008-01-30").code == 0
    shutil.copyfile(build / "manifest.proof", build / "other.proof")
    assert run("build", ISSUED).code == 0
    short = told(run("build", ISSUED, "--final"))
    left = {path: data for path, data in contents(build).items() if path != "other.proof"}
    assert run("build", ISSUED).code == 0
    lose(build)
    compiles.clear()
    assert told(run("build", ISSUED, "--final")) == short
    assert compiles == ["compiled"]
    (build / "other.proof").unlink()
    assert contents(build) == left


def test_a_part_that_is_gone_is_laid_out(folder: Path, run: Run, stub: Any) -> None:
    assert run("build", ISSUED).code == 0
    assert run("build", ISSUED, "--final").code == 0
    left = contents(folder / "build/pdf")
    assert run("build", ISSUED).code == 0
    shutil.rmtree(folder / "build/store")
    assert run("build", ISSUED, "--final").code == 0
    assert len(stub.exported) > 10
    assert contents(folder / "build/pdf") == left


def test_whatever_is_otherwise_than_in_the_draft_is_compiled(folder: Path, run: Run, compiles: list[str]) -> None:
    assert run("build", ISSUED).code == 0
    for asked in (["--issued=2008-02-01"], ["final", ISSUED], [ISSUED, "--lang=lv", "local/m2_swot/riga"]):
        compiles.clear()
        assert run("build", *asked, "--final").code == 0
        assert compiles == ["compiled"]
    assert run("build", ISSUED).code == 0
    (folder / "inputs/m2_swot/linked.yaml").symlink_to("riga.yaml")
    ended = run("build", ISSUED, "--final")
    assert ended.code == 1
    assert "file-refused" in ended.out


def test_a_change_meanwhile_is_told_in_the_same_words(
    folder: Path, run: Run, stub: Any, compiles: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, bind = (folder / RIGA).read_bytes(), stub.bind

    def slow(orders: Any) -> Any:
        (folder / RIGA).write_bytes(b"x: 1\n")
        return bind(orders)

    def released() -> tuple[object, ...]:
        (folder / RIGA).write_bytes(whole)
        assert run("build", ISSUED).code == 0
        compiles.clear()
        with monkeypatch.context() as patch:
            patch.setattr(stub, "bind", slow)
            return told(run("build", ISSUED, "--final"))

    short = released()
    assert compiles == []
    assert "warning[file-changed]" in str(short[1])
    with monkeypatch.context() as patch:
        patch.setattr("wp3reports.cli.releasing.read_proof", lambda _: None)
        assert released() == short
        assert compiles == ["compiled"]


def test_a_report_that_cannot_be_bound_ends_with_1(
    run: Run, stub: Any, compiles: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("build", ISSUED, "final").code == 0
    compiles.clear()
    monkeypatch.setattr(stub, "bind", lambda orders: [(order, ValueError("no")) for order in orders])
    ended = run("build", ISSUED, "final", "--final")
    assert (ended.code, compiles) == (1, [])
    assert "error[pdf-not-bound] final cannot be bound: no" in ended.out
    assert "0 written, 0 up to date, 1 failed (final)" in ended.err


def test_a_certificate_that_is_missing_is_missing_in_both_ways(run: Run) -> None:
    assert run("build", ISSUED, "final").code == 0
    assert run("build", ISSUED, "final", "--final", "--cluster=tls://127.0.0.1:1").code == 2


IMPORTED = """
import atexit, sys
atexit.register(lambda: print("imported", *sys.modules))
from contextlib import AbstractContextManager
from wp3reports.__main__ import main
from wp3reports.cli import build

class Stub(AbstractContextManager):
    def __init__(self, jobs, fonts, times): pass
    def begin(self, *, lays_out): pass
    def bind(self, orders): return [(order, order.volume.name.encode()) for order in orders]
    def __exit__(self, *_): pass

sys.modules["wp3reports.cli.build"].Workers = Stub
sys.argv = ["wp3reports", *sys.argv[1:]]
main()
"""


def test_neither_models_nor_templates_nor_the_engine_are_imported(run: Run) -> None:
    assert run("build", ISSUED).code == 0
    command = [sys.executable, "-c", IMPORTED, "build", ISSUED, "--final"]
    ended = subprocess.run(command, capture_output=True, text=True, check=True)
    imported = ended.stdout.partition("imported ")[2].split()
    assert "10 written" in ended.stderr
    assert "wp3reports.build.release" in imported
    libraries = ("pydantic", "jinja2", "weasyprint", "pikepdf", "lxml", "markdown_it", "PIL", "babel", "yaml", "rich")
    ours = ("wp3reports.model", "wp3reports.load", "wp3reports.render", "wp3reports.cli.building")
    assert [name for name in imported if name.startswith((*libraries, *ours))] == []
