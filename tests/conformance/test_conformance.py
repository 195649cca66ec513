"""Every kind of document, draft and release, asked of the reference validator: no rule of PDF/A-3a or PDF/UA-1 broken.

What the validator needs is Java and a Debian package, so a machine without them leaves this out; `make conformance` and
CI insist on it.
"""

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pikepdf
import pytest

from conformance import verapdf
from conformance.table import Row, table

KINDS = (
    *(f"local/{milestone}/st-petersburg" for milestone in ("m1_selection", "m2_swot", "m3_themes", "m4_concepts")),
    "local/m5_programmes/helsinki",
    *(f"milestone/{each}" for each in ("m1_selection", "m2_swot", "m3_themes", "m4_concepts", "m5_programmes")),
    "final",
    "final-annex",
)
SOME = 500  # checks that the shortest document gives cause for; far fewer would mean that nothing was looked at


@pytest.fixture(scope="module")
def documents(
    whole_project: Path,
    command: Callable[..., CompletedProcess[str]],
    tmp_path_factory: pytest.TempPathFactory,
) -> dict[str, Path]:
    """The folder of drafts and that of releases; they are only bound for it, their pages are there."""
    folders = {"draft": tmp_path_factory.mktemp("drafts"), "release": tmp_path_factory.mktemp("releases")}
    for status, folder in folders.items():
        flags = ["--final"] if status == "release" else []
        built = command(whole_project, "build", *KINDS, *flags, "--issued", "2007-12-14", "--output", str(folder))
        assert built.returncode == 0, built.stdout + built.stderr
    return folders


@pytest.fixture(scope="module", autouse=True)
def _validator(request: pytest.FixtureRequest) -> None:
    if lacking := verapdf.missing():
        if request.config.getoption("--verapdf") == "required":
            pytest.fail(lacking)
        pytest.skip(lacking)


@pytest.mark.slow
@pytest.mark.parametrize("status", ["draft", "release"])
@pytest.mark.parametrize("name", KINDS)
def test_no_rule_is_broken(name: str, status: str, documents: dict[str, Path], rows: list[Row]) -> None:
    path = documents[status] / f"{name}.pdf"
    with pikepdf.open(path) as pdf:
        pages = len(pdf.pages)
    row = Row(name, status, pages, {profile: verapdf.validate(path, profile) for profile in verapdf.PROFILES})
    rows.append(row)
    assert not row.broken, table([row], verapdf.version())
    assert all(verdict.checks > SOME for verdict in row.verdicts.values())


@pytest.mark.slow
def test_a_document_that_breaks_a_rule_is_told(documents: dict[str, Path], tmp_path: Path) -> None:
    with pikepdf.open(documents["draft"] / f"{KINDS[0]}.pdf") as pdf:
        del pdf.Root.Lang
        del pdf.Root.MarkInfo
        pdf.save(tmp_path / "spoilt.pdf")
    verdicts = {profile: verapdf.validate(tmp_path / "spoilt.pdf", profile) for profile in verapdf.PROFILES}
    assert all(verdict.failures for verdict in verdicts.values())
    shown = table([Row("spoilt", "draft", 1, verdicts)], verapdf.version())
    assert "spoilt (draft), PDF/UA-1 7.1-" in shown
    assert not shown.endswith(" 0 failures")
