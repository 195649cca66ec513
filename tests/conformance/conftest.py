"""The table of verdicts at the end of the run, however it ends."""

import pytest

from conformance import verapdf
from conformance.table import Row, table

ROWS = pytest.StashKey[list[Row]]()


@pytest.fixture(scope="session")
def rows(request: pytest.FixtureRequest) -> list[Row]:
    """The documents that have been looked at so far."""
    return request.config.stash.setdefault(ROWS, [])


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if rows := config.stash.get(ROWS, []):
        terminalreporter.section("conformance")
        terminalreporter.write_line(table(rows, verapdf.version()))
