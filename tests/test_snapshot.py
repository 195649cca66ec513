import hashlib

import pytest

from wp3reports.snapshot import Snapshot

FILES = {"inputs/b.yaml": b"b", "inputs/a/c.yaml": b"c", "inputs2/d.yaml": b"d", "inputs/a.yaml": b"a"}


def test_files_come_in_the_order_of_their_paths() -> None:
    assert [*Snapshot(FILES).files] == sorted(FILES)
    assert Snapshot(FILES) == Snapshot(dict(reversed(FILES.items())))


def test_a_folder_holds_what_lies_below_it() -> None:
    assert [path for path, _ in Snapshot(FILES).under("inputs/")] == [
        "inputs/a.yaml",
        "inputs/a/c.yaml",
        "inputs/b.yaml",
    ]
    assert [*Snapshot(FILES).under("inputs/a")] == [("inputs/a/c.yaml", b"c")]
    assert [*Snapshot(FILES).under("nowhere")] == []


def test_a_digest_is_that_of_the_bytes() -> None:
    assert Snapshot(FILES).digest("inputs/b.yaml") == hashlib.sha256(b"b").hexdigest()


def test_it_cannot_be_changed() -> None:
    files = dict(FILES)
    snapshot = Snapshot(files)
    files["inputs/new.yaml"] = b""
    assert len(snapshot.files) == 4
    with pytest.raises(TypeError):
        snapshot.files["inputs/new.yaml"] = b""  # type: ignore[index]
