"""What lies in a store is counted, looked over and cleared; what is no entry is nobody's to touch."""

import hashlib
import os
from pathlib import Path

from wp3reports.store import Store, entries, is_whole, remove

KEYS = sorted(hashlib.sha256(bytes([n])).hexdigest() for n in range(4))


def filled(folder: Path) -> Path:
    store = Store(folder / "store")
    for age, key in enumerate(KEYS):
        store.put(key, b"x" * age)
        os.utime(folder / "store" / key[:2] / key, (age, age))
    return folder / "store"


def test_entries_are_told_with_size_and_last_use(tmp_path: Path) -> None:
    found = list(entries(filled(tmp_path)))
    assert [(each.key, each.size, each.used) for each in found] == [
        (key, 32 + age, float(age)) for age, key in enumerate(KEYS)
    ]
    assert list(entries(tmp_path / "nowhere")) == []


def test_other_files_are_no_entries(tmp_path: Path) -> None:
    folder = filled(tmp_path)
    for name in (f".{KEYS[0]}.1.wp3-tmp", "README", KEYS[0].upper(), KEYS[0][:-1]):
        (folder / KEYS[0][:2] / name).write_bytes(b"x")
    (folder / KEYS[1]).write_bytes(b"x")
    assert [each.key for each in entries(folder)] == KEYS
    remove(entries(folder))
    assert len([path for path in folder.rglob("*") if path.is_file()]) == 5


def test_damaged_entries_are_found(tmp_path: Path) -> None:
    folder = filled(tmp_path)
    found = list(entries(folder))
    assert all(map(is_whole, found))
    found[0].path.write_bytes(b"")
    found[1].path.unlink()
    found[2].path.unlink()
    found[2].path.mkdir()
    assert [is_whole(each) for each in found] == [False, True, False, True]  # what is gone is nobody's loss


def test_removing_says_what_it_freed(tmp_path: Path) -> None:
    found = list(entries(filled(tmp_path)))
    found[1].path.unlink()
    assert remove(found) == 3 * 32 + 0 + 2 + 3
    assert list(entries(tmp_path / "store")) == []
