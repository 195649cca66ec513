"""The manifest is believed when it is whole, and never otherwise."""

import hashlib
from pathlib import Path

import pytest

from wp3reports.build.manifest import Entry, is_current, read_manifest, write_manifest

ENTRIES = {"final": Entry("k1", "d1", 12), "local/m2_swot/malmo": Entry("k2", "d2", 3)}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    write_manifest(tmp_path / "manifest.json", ENTRIES)
    return tmp_path / "manifest.json"


def test_what_was_written_is_read(path: Path) -> None:
    assert read_manifest(path) == ENTRIES


def test_order_does_not_matter_to_its_bytes(path: Path) -> None:
    before = path.read_bytes()
    write_manifest(path, dict(reversed(ENTRIES.items())))
    assert path.read_bytes() == before


def test_no_manifest_no_entries(tmp_path: Path) -> None:
    assert read_manifest(tmp_path / "none.json") == {}
    assert read_manifest(tmp_path) == {}


def test_cut_off_at_any_length_it_is_not_believed(path: Path) -> None:
    whole = path.read_bytes()
    for length in range(len(whole) - 1):  # the line end at the end carries nothing
        path.write_bytes(whole[:length])
        assert read_manifest(path) == {}


def test_with_any_byte_changed_it_is_not_believed_or_says_the_same(path: Path) -> None:
    whole = path.read_bytes()
    believed = 0
    for position in range(len(whole)):
        for mask in (1, 2, 16, 32, 128):
            changed = bytearray(whole)
            changed[position] ^= mask
            path.write_bytes(changed)
            found = read_manifest(path)
            assert found in ({}, ENTRIES)  # one blank for another means nothing
            believed += bool(found)
    assert believed < len(whole) / 4


def test_another_format_is_not_believed(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b'"format": 1', b'"format": 2'))
    assert read_manifest(path) == {}


def test_the_bytes_of_a_file_decide_whether_it_is_current(tmp_path: Path) -> None:
    file = tmp_path / "final.pdf"
    file.write_bytes(b"pdf")
    entry = Entry("key", hashlib.sha256(b"pdf").hexdigest(), 1)
    assert is_current(entry, "key", file)
    assert not is_current(entry, "another key", file)
    assert not is_current(None, "key", file)
    file.write_bytes(b"PDF")
    assert not is_current(entry, "key", file)
    file.unlink()
    assert not is_current(entry, "key", file)
    file.mkdir()
    assert not is_current(entry, "key", file)
