"""The only hand that writes: never over what somebody else wrote, and one step back."""

import os
from pathlib import Path

import pytest

from wp3reports.preview.app import NotDoneError
from wp3reports.preview.pen import Pen, digest

FILE = "inputs/m2_swot/riga.yaml"


@pytest.fixture
def pen(folder: Path) -> Pen:
    return Pen(folder)


@pytest.fixture
def before(folder: Path) -> bytes:
    return (folder / FILE).read_bytes()


def test_new_content_takes_the_place_of_what_was_seen(pen: Pen, folder: Path, before: bytes) -> None:
    assert pen.read(FILE, digest(before)) == before
    assert pen.write(FILE, digest(before), b"new") == digest(b"new")
    assert (folder / FILE).read_bytes() == b"new"
    assert [path.name for path in (folder / FILE).parent.iterdir() if "tmp" in path.name] == []


def test_nothing_is_written_over_what_changed_meanwhile(pen: Pen, folder: Path, before: bytes) -> None:
    (folder / FILE).write_bytes(b"theirs")
    with pytest.raises(NotDoneError, match="changed meanwhile"):
        pen.write(FILE, digest(before), b"mine")
    assert (folder / FILE).read_bytes() == b"theirs"
    (folder / FILE).unlink()
    with pytest.raises(NotDoneError, match="no longer there"):
        pen.write(FILE, digest(before), b"mine")


def test_the_last_step_is_taken_back_and_made_again(pen: Pen, folder: Path, before: bytes) -> None:
    assert not pen.can_undo(FILE, digest(before))
    after = pen.write(FILE, digest(before), b"one")
    assert pen.can_undo(FILE, after)
    assert pen.undo(FILE, after) == digest(before)
    assert (folder / FILE).read_bytes() == before
    assert pen.undo(FILE, digest(before)) == after
    assert (folder / FILE).read_bytes() == b"one"


def test_a_step_is_not_taken_back_under_what_somebody_else_wrote(pen: Pen, folder: Path, before: bytes) -> None:
    after = pen.write(FILE, digest(before), b"one")
    (folder / FILE).write_bytes(b"theirs")
    assert not pen.can_undo(FILE, digest(b"theirs"))
    with pytest.raises(NotDoneError, match="nothing to take back"):
        pen.undo(FILE, digest(b"theirs"))
    with pytest.raises(NotDoneError, match="changed meanwhile"):
        pen.undo(FILE, after)
    assert (folder / FILE).read_bytes() == b"theirs"


def test_a_file_is_begun_only_where_there_is_none(pen: Pen, folder: Path) -> None:
    with pytest.raises(NotDoneError, match="already"):
        pen.begin(FILE, b"new")
    (folder / "inputs/m2_swot/nowhere.yaml").symlink_to(folder / "elsewhere")
    with pytest.raises(NotDoneError, match="already"):
        pen.begin("inputs/m2_swot/nowhere.yaml", b"new")
    assert not (folder / "elsewhere").exists()
    assert pen.begin("inputs/m2_swot/vilnius-2.yaml", b"new") == digest(b"new")


def test_nothing_is_written_through_a_link(pen: Pen, folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (folder / "inputs/m3_themes").symlink_to(outside)
    with pytest.raises(NotDoneError, match="a link"):
        pen.begin("inputs/m3_themes/riga.yaml", b"new")
    assert [*outside.iterdir()] == []


def test_only_inputs_are_written(pen: Pen, folder: Path) -> None:
    (folder / "README.md").write_bytes(b"old")
    with pytest.raises(ValueError, match="no input"):
        pen.write("README.md", digest(b"old"), b"new")
    assert (folder / "README.md").read_bytes() == b"old"


def test_a_disk_that_refuses_is_told_in_words(pen: Pen, before: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "open", full)
    with pytest.raises(NotDoneError, match="No space left on device"):
        pen.write(FILE, digest(before), b"new")
