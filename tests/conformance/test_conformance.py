"""Every kind of document, draft and release, asked of the reference validator: no rule of PDF/A-3a or PDF/UA-1 broken.

What the validator needs is Java and a Debian package, so a machine without them leaves this out; `make conformance` and
CI insist on it.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

import pikepdf
import pytest

from conformance import verapdf
from conformance.kinds import EDITION, STATES, kinds
from conformance.table import PROPERTY, Row, table

SOME = 10_000  # checks that the shortest document gives cause for; far fewer: nothing was looked at

pytestmark = pytest.mark.slow


@pytest.fixture(scope="session", autouse=True)
def _validator(request: pytest.FixtureRequest) -> None:
    if lacking := verapdf.missing():
        if request.config.getoption("--verapdf") == "required":
            pytest.fail(lacking)
        pytest.skip(lacking)


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("name", [*kinds("st-petersburg"), EDITION])
def test_no_rule_is_broken(
    name: str, state: str, both_states: Mapping[str, Path], record_property: Callable[[str, object], None]
) -> None:
    path = both_states[state] / f"{name}.pdf"
    with pikepdf.open(path) as pdf:
        pages = len(pdf.pages)
    row = Row(name, state, pages, {profile: verapdf.validate(path, profile) for profile in verapdf.PROFILES})
    record_property(PROPERTY, row.to_json(verapdf.version()))
    assert not row.broken, table([row], verapdf.version())
    assert all(verdict.checks > SOME for verdict in row.verdicts.values())


def test_a_rule_that_is_broken_is_told(both_states: Mapping[str, Path], tmp_path: Path) -> None:
    spoilt = tmp_path / "spoilt.pdf"
    with pikepdf.open(both_states["draft"] / f"{kinds('st-petersburg')[-1]}.pdf") as pdf:
        del pdf.Root.Lang
        del pdf.Root.MarkInfo
        pdf.save(spoilt)
    verdicts = {profile: verapdf.validate(spoilt, profile) for profile in verapdf.PROFILES}
    assert all(verdict.failures for verdict in verdicts.values())
    told = table([Row("spoilt", "draft", 1, verdicts)], verapdf.version())
    assert "spoilt (draft), PDF/UA-1 7.2-" in told  # no language
    assert not told.endswith(" 0 failures")
