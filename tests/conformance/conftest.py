"""The verdicts on all documents, and their table at the end of the run, however it ends."""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pikepdf
import pytest

from conformance import verapdf
from conformance.kinds import EDITION, STATES, kinds
from conformance.table import Row, table

AT_ONCE = 2  # documents, each with a core of its own; the longest one takes a gigabyte
ROWS = pytest.StashKey[list[Row]]()


@pytest.fixture(scope="session")
def rows(request: pytest.FixtureRequest, both_states: Mapping[str, Path]) -> Mapping[tuple[str, str], Row]:
    """What the validator says of each document as a draft and as a release."""

    def judged(name: str, state: str) -> Row:
        path = both_states[state] / f"{name}.pdf"
        with pikepdf.open(path) as pdf:
            pages = len(pdf.pages)
        return Row(name, state, pages, {profile: verapdf.validate(path, profile) for profile in verapdf.PROFILES})

    verapdf.engine()  # here, and not in two threads at once
    asked = [(name, state) for state in STATES for name in (*kinds("st-petersburg"), EDITION)]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        found = request.config.stash[ROWS] = list(pool.map(judged, *zip(*asked, strict=True)))
    return dict(zip(asked, found, strict=True))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if rows := config.stash.get(ROWS, []):
        terminalreporter.section("conformance")
        terminalreporter.write_line(table(rows, verapdf.version()))
