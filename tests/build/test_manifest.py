"""The manifest is believed when it is whole, and never otherwise."""

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest

from wp3reports.build.manifest import Entry, Laid, Manifest, is_current, read_manifest, write_manifest
from wp3reports.build.origin import Origin

ORIGIN = Origin({"inputs/m2_swot/riga.yaml": "t1", "templates/logo.png": "t2"}, "2007-12-14", "engine", "1.0")
RIGA = Laid("m2_swot/riga", "p2", "h2", "a1")
FINAL = Entry("k1", "d1", 12, frame="f1", parts=(Laid("final/cover", "p1", "h1", "a1"), RIGA))
LOCAL = Entry("k2", "d2", 3, is_draft=False, frame="f2", parts=(RIGA,))


def made() -> Manifest:
    manifest = Manifest()
    manifest.keep("final", FINAL, ORIGIN)
    manifest.keep("local/m2_swot/malmo", LOCAL, ORIGIN)
    return manifest


@pytest.fixture
def path(tmp_path: Path) -> Path:
    write_manifest(tmp_path / "manifest.json", made())
    return tmp_path / "manifest.json"


def test_what_was_written_is_read(path: Path) -> None:
    assert read_manifest(path) == made()


def test_order_does_not_matter_to_its_bytes() -> None:
    manifest = made()
    turned = Manifest(dict(reversed(manifest.volumes.items())), dict(reversed(manifest.origins.items())))
    assert turned.to_bytes() == manifest.to_bytes()


def test_no_manifest_no_entries(tmp_path: Path) -> None:
    assert read_manifest(tmp_path / "none.json") == Manifest()
    assert read_manifest(tmp_path) == Manifest(is_damaged=True)


def test_cut_off_at_any_length_it_is_not_believed(path: Path) -> None:
    whole = path.read_bytes()
    assert len(whole) > 500
    for length in range(len(whole)):
        path.write_bytes(whole[:length])
        assert read_manifest(path) == Manifest(is_damaged=True)
    path.write_bytes(whole + b"\n")
    assert read_manifest(path) == Manifest(is_damaged=True)


def test_with_any_bit_changed_it_is_not_believed(path: Path) -> None:
    whole = path.read_bytes()
    for position in range(len(whole)):
        for bit in range(8):
            changed = bytearray(whole)
            changed[position] ^= 1 << bit
            path.write_bytes(changed)
            assert read_manifest(path) == Manifest(is_damaged=True), (position, bit)


@pytest.mark.parametrize(
    "content", [{}, {"volumes": {}}, {"format": 3, "what": [1]}, {"format": 2, "volumes": {"a": {}}}]
)
def test_one_that_says_other_things_is_not_believed(path: Path, content: dict[str, object]) -> None:
    path.write_bytes(json.dumps({"digest": "0" * 64, **content}).encode())
    assert read_manifest(path) == Manifest(is_damaged=True)


def test_a_whole_one_of_another_format_is_dropped_without_a_word(path: Path) -> None:
    content = {"format": 99, "hitherto unknown": [1, 2]}
    digest = hashlib.sha256(json.dumps(content, separators=(",", ":")).encode() + b"\n").hexdigest()
    path.write_bytes(json.dumps({"digest": digest, **content}).encode())
    assert read_manifest(path) == Manifest()


def test_origins_that_nobody_has_any_more_are_forgotten() -> None:
    manifest = made()
    later = replace(ORIGIN, issued="2008-01-31")
    manifest.keep("final", FINAL, later)
    assert manifest.origins.keys() == {ORIGIN.digest, later.digest}
    manifest.keep("local/m2_swot/malmo", LOCAL, later)
    assert manifest.origins == {later.digest: later}


def test_it_refers_to_pages_and_to_texts_but_not_to_pictures() -> None:
    assert made().refers_to == {"p1", "p2", "t1"}
    assert made().texts == {"t1"}


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
