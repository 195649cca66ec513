"""What tests of several folders share: the given project of the rule book, and what a finding shows."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from functools import lru_cache
from pathlib import Path

import pytest

from conformance.kinds import EDITION, STATES, kinds
from conformance.table import told
from wp3reports.diagnostics import Diagnostic, Span
from wp3reports.load import load
from wp3reports.model import Dossier
from wp3reports.pipeline import Compilation, compile_reports
from wp3reports.rulebook import book
from wp3reports.snapshot import Snapshot

_ROOT = Path(__file__).parents[1]
_GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("golden files")
    group.addoption("--update-golden", action="store_true", help="write the golden files anew; read the difference")
    group.addoption("--prune-golden", action="store_true", help="delete golden files that no test of this run used")
    group = parser.getgroup("conformance")
    group.addoption("--verapdf", choices=["required"], help="fail where the reference validator cannot run")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """The table of what the reference validator said, whichever processes it was asked in."""
    reports = [each for outcome in ("passed", "failed") for each in terminalreporter.getreports(outcome)]
    if shown := told(each for report in reports if report.when == "call" for each in report.user_properties):
        terminalreporter.section("conformance")
        terminalreporter.write_line(shown)


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all processes of this run share."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def golden(request: pytest.FixtureRequest) -> Iterator[Callable[[str, str], None]]:
    """Compares a text with the golden file of that name, as a whole."""
    used: set[Path] = set()

    def compare(name: str, text: str) -> None:
        path = _GOLDEN / name
        used.add(path)
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.is_file(), f"there is no {path.name} yet: run with --update-golden"
        assert text.splitlines() == path.read_text(encoding="utf-8").splitlines()

    yield compare
    if request.config.getoption("--prune-golden"):
        for path in set(_GOLDEN.glob("*.html")) - used:
            path.unlink()


Command = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def command() -> Command:
    """Runs the program in a folder, as a process of its own."""

    def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
        line = [sys.executable, "-m", "wp3reports", *arguments]
        return subprocess.run(line, cwd=folder, capture_output=True, text=True, check=False)

    return run


@pytest.fixture(scope="session")
def whole_project(tmp_path_factory: pytest.TempPathFactory, shared: Path, command: Command) -> Path:
    """A project with the inputs of this one, and all its reports as drafts of 14 December 2007. It takes minutes.

    Processes share it: the first one to come makes it, and the others wait in their own build, which finds it made.
    """
    own, folder = tmp_path_factory.mktemp("inputs") / "whole", shared / "whole"
    shutil.copytree(_ROOT / "inputs", own / "inputs")
    with suppress(OSError):  # it is there already
        own.rename(folder)
    built = command(folder, "build", "--issued", "2007-12-14")
    assert built.returncode == 0, built.stdout + built.stderr
    return folder


@pytest.fixture(scope="session")
def both_states(whole_project: Path, shared: Path, command: Command) -> Mapping[str, Path]:
    """Folders with each kind of document, as drafts and as releases; bound only, but for the one in Russian."""
    folders = {state: shared / state for state in STATES}
    for state, flags in STATES.items():
        asked = (*kinds("st-petersburg"), EDITION)
        line = ["build", *asked, *flags, "--issued", "2007-12-14", "--output", str(folders[state])]
        built = command(whole_project, *line)
        assert built.returncode == 0, built.stdout + built.stderr
    return folders


@pytest.fixture(scope="session")
def templates() -> Mapping[str, bytes]:
    """The shipped templates with style sheet and fonts, as they stand in a snapshot."""
    found = sorted(path for path in (_ROOT / "templates").rglob("*") if path.is_file())
    assert len(found) > 10
    return {path.relative_to(_ROOT).as_posix(): path.read_bytes() for path in found}


@pytest.fixture(scope="session")
def compiled(templates: Mapping[str, bytes]) -> Callable[..., Compilation]:
    """What the program makes of inputs, with the shipped templates unless others are given under the same name."""

    @lru_cache(maxsize=8)
    def kept(files: tuple[tuple[str, str | bytes], ...], issued: date) -> Compilation:
        inputs = {path: data.encode() if isinstance(data, str) else data for path, data in files}
        return compile_reports(Snapshot({**templates, **inputs}), issued)

    def read(files: Mapping[str, str | bytes], issued: date = date(2008, 1, 31)) -> Compilation:
        return kept(tuple(files.items()), issued)

    return read


@pytest.fixture(scope="session")
def given() -> Mapping[str, str]:
    """The files of the given project, in which nothing is wrong."""
    return {path: data.decode() for path, data in book().given().files.items()}


@pytest.fixture(scope="session")
def given_whole() -> Mapping[str, str]:
    """The same with all milestones and the whole final report."""
    return {path: data.decode() for path, data in book().given("final").files.items()}


@pytest.fixture(scope="session")
def dossier_of() -> Callable[[Mapping[str, str]], Dossier]:
    """What the program makes of files that fit the schema."""

    def read(files: Mapping[str, str]) -> Dossier:
        snapshot = Snapshot({path: text.encode() for path, text in files.items()})
        dossier, findings = load(snapshot, date(2008, 1, 31))
        assert dossier is not None
        assert not findings
        return dossier

    return read


@pytest.fixture(scope="session")
def shown() -> Callable[[Mapping[str, str], Diagnostic], list[tuple[str, str]]]:
    """What a finding marks and what it says there: its own place first, then the others."""

    def marked(text: str, span: Span) -> str:
        return text.splitlines()[span.line - 1][span.column - 1 : span.end_column - 1]

    def read(files: Mapping[str, str], found: Diagnostic) -> list[tuple[str, str]]:
        places = [(found.span, found.label), *((note.span, note.text) for note in found.notes)]
        lines = [files[span.path].splitlines()[span.line - 1] for span, _ in places]
        return [
            (line[span.column - 1 : span.end_column - 1], text)
            for line, (span, text) in zip(lines, places, strict=True)
        ]

    return read
