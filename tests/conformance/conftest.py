"""The verdicts on all documents, and their table at the end of the run, however it ends."""

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from subprocess import CompletedProcess

import pikepdf
import pytest

from conformance import verapdf
from conformance.kinds import STATUSES, kinds
from conformance.table import Row, table

AT_ONCE = 2  # documents, each with a core of its own; the longest one takes a gigabyte
ROWS = pytest.StashKey[list[Row]]()


@pytest.fixture(scope="session")
def documents(
    whole_project: Path, command: Callable[..., CompletedProcess[str]], tmp_path_factory: pytest.TempPathFactory
) -> Mapping[str, Path]:
    """The folder of drafts and that of releases; they are only bound for it, their pages are there."""
    folders = {status: tmp_path_factory.mktemp(status) for status in STATUSES}
    for status, flags in STATUSES.items():
        line = ["build", *kinds("st-petersburg"), *flags, "--issued", "2007-12-14", "--output", str(folders[status])]
        built = command(whole_project, *line)
        assert built.returncode == 0, built.stdout + built.stderr
    return folders


@pytest.fixture(scope="session")
def rows(request: pytest.FixtureRequest, documents: Mapping[str, Path]) -> Mapping[tuple[str, str], Row]:
    """What the validator says of each document as a draft and as a release."""

    def judged(name: str, status: str) -> Row:
        path = documents[status] / f"{name}.pdf"
        with pikepdf.open(path) as pdf:
            pages = len(pdf.pages)
        return Row(name, status, pages, {profile: verapdf.validate(path, profile) for profile in verapdf.PROFILES})

    verapdf.engine()  # here, and not in two threads at once
    asked = [(name, status) for status in STATUSES for name in kinds("st-petersburg")]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        found = request.config.stash[ROWS] = list(pool.map(judged, *zip(*asked, strict=True)))
    return dict(zip(asked, found, strict=True))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if rows := config.stash.get(ROWS, []):
        terminalreporter.section("conformance")
        terminalreporter.write_line(table(rows, verapdf.version()))
