"""Every kind of document, draft and release, asked of the reference validator: no rule of PDF/A-3a or PDF/UA-1 broken.

What the validator needs is Java and a Debian package, so a machine without them leaves this out; `make conformance` and
CI insist on it.
"""

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor, ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

import pikepdf
import pytest

from conformance import verapdf
from conformance.kinds import EDITION, STATES, kinds
from conformance.table import PROPERTY, Row, table

SOME = 10_000  # checks that the shortest document gives cause for; far fewer: nothing was looked at

pytestmark = pytest.mark.slow


class Judge(NamedTuple):
    """The validator in a process of its own: a Java machine takes it for a crash when other tests go down deep."""

    process: Executor

    def version(self) -> str:
        return self.process.submit(verapdf.version).result()

    def verdicts(self, path: Path) -> dict[str, verapdf.Verdict]:
        """For each profile what is said of a file."""
        asked = {profile: self.process.submit(verapdf.validate, path, profile) for profile in verapdf.PROFILES}
        return {profile: each.result() for profile, each in asked.items()}


@pytest.fixture(scope="session", autouse=True)
def _validator(request: pytest.FixtureRequest) -> None:
    if lacking := verapdf.missing():
        if request.config.getoption("--verapdf") == "required":
            pytest.fail(lacking)
        pytest.skip(lacking)


@pytest.fixture(scope="session")
def judge() -> Iterator[Judge]:
    with ProcessPoolExecutor(1, get_context("spawn")) as process:
        yield Judge(process)


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("name", [*kinds("st-petersburg"), EDITION])
def test_no_rule_is_broken(
    name: str, state: str, both_states: Mapping[str, Path], judge: Judge, record_property: Callable[[str, object], None]
) -> None:
    path = both_states[state] / f"{name}.pdf"
    with pikepdf.open(path) as pdf:
        pages = len(pdf.pages)
    row = Row(name, state, pages, judge.verdicts(path))
    record_property(PROPERTY, row.to_json(judge.version()))
    assert not row.broken, table([row], judge.version())
    assert all(verdict.checks > SOME for verdict in row.verdicts.values())


def test_a_rule_that_is_broken_is_told(both_states: Mapping[str, Path], judge: Judge, tmp_path: Path) -> None:
    spoilt = tmp_path / "spoilt.pdf"
    with pikepdf.open(both_states["draft"] / f"{kinds('st-petersburg')[-1]}.pdf") as pdf:
        del pdf.Root.Lang
        del pdf.Root.MarkInfo
        pdf.save(spoilt)
    verdicts = judge.verdicts(spoilt)
    assert all(verdict.failures for verdict in verdicts.values())
    told = table([Row("spoilt", "draft", 1, verdicts)], judge.version())
    assert "spoilt (draft), PDF/UA-1 7.2-" in told  # no language
    assert not told.endswith(" 0 failures")
