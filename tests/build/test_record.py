"""A build that would do nothing is known by what was asked and by the files that it left."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from wp3reports import pdf
from wp3reports.build import Built, Places, recalled, remember, remembered, request
from wp3reports.build import record as module
from wp3reports.build.keys import Keys
from wp3reports.snapshot import Snapshot

DAY = date(2007, 12, 14)
OPTIONS = {"targets": (), "final": False}
BUILT = Built(("final",), ("local/m2_swot/riga",), (), laid_out=3, pages=105, diagnostics=())


@pytest.fixture(autouse=True)
def _has_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "fingerprint", lambda: "engine=1")


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """Where four files lie and are remembered as the answer to "asked"."""
    places = Places.below(tmp_path / "build")
    for name in ("final", "local/m2_swot/riga"):
        for file in places.files(name):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(name.encode())
    remember(places, "asked", BUILT, remarks=19)
    return places


def test_the_same_again_is_known(places: Places) -> None:
    found = remembered(places, "asked")
    assert found is not None
    assert (found.reports, found.pages, found.remarks) == (["final", "local/m2_swot/riga"], 105, 19)
    assert len(found.files) == 4


def test_another_request_is_not(places: Places) -> None:
    assert remembered(places, "something else") is recalled(places, "something else") is None


def test_it_can_be_recalled_whatever_has_become_of_the_files(places: Places) -> None:
    found = remembered(places, "asked")
    places.files("final")[0].unlink()
    assert recalled(places, "asked") == found
    assert remembered(places, "asked") is None


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(Path.unlink, id="gone"),
        pytest.param(lambda file: file.write_bytes(b"other"), id="other"),
        pytest.param(lambda file: file.write_bytes(file.read_bytes() + b"\n"), id="longer"),
    ],
)
@pytest.mark.parametrize("which", [0, 1])
def test_a_file_that_is_not_as_it_was_left_is_made_again(
    places: Places, change: Callable[[Path], object], which: int
) -> None:
    change(places.files("final")[which])
    assert remembered(places, "asked") is None


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b"null", b'{"record": {}}', b'{"record": {"asked": 1}, "digest": ""}']
)
def test_a_record_that_is_none_says_nothing(places: Places, data: bytes) -> None:
    places.record.write_bytes(data)
    assert remembered(places, "asked") is None


def test_no_flipped_bit_of_a_record_is_believed(places: Places) -> None:
    whole = places.record.read_bytes()
    before = remembered(places, "asked")
    for position in range(0, len(whole), 7):
        places.record.write_bytes(whole[:position] + bytes([whole[position] ^ 1]) + whole[position + 1 :])
        assert remembered(places, "asked") in (None, before)  # a blank may become another one


def test_everything_that_decides_is_in_the_request(monkeypatch: pytest.MonkeyPatch) -> None:
    files = {"inputs/project.yaml": b"a", "templates/static/report.css": b"b"}

    def asked(files: dict[str, bytes] = files, day: date = DAY, **options: object) -> str:
        return request(Snapshot(files), day, {**OPTIONS, **options})

    found = {
        asked(),
        asked({**files, "inputs/project.yaml": b"b"}),
        asked({**files, "inputs/new.yaml": b""}),
        asked({"inputs/project.yaml": b"a"}),
        asked(day=date(2007, 12, 15)),
        asked(final=True),
        asked(targets=("final",)),
    }
    assert asked() in found
    monkeypatch.setattr(pdf, "fingerprint", lambda: "engine=2")
    found.add(asked())
    monkeypatch.setattr(module, "_program", lambda: "another program")
    found.add(asked())
    assert len(found) == 9
    assert "engine=2" in Keys().tools


def test_where_nothing_can_be_printed_nothing_is_remembered(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "fingerprint", lambda: "engine=1 pango=none")
    nothing = request(Snapshot({}), DAY, OPTIONS)
    remember(places, nothing, BUILT, remarks=0)
    assert json.loads(places.record.read_bytes())["record"]["asked"] == nothing == ""
    assert remembered(places, nothing) is None
