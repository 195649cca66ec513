"""What is stored comes back, or is found damaged; the stores of others are read and never written to."""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from wp3reports.store import Store, entries

KEY = hashlib.sha256(b"key").hexdigest()
OTHER = hashlib.sha256(b"other").hexdigest()
OLD, NEW = b"old" * 1000, b"new" * 2000


def file_of(folder: Path, key: str = KEY) -> Path:
    return folder / "store" / key[:2] / key


def listed(folder: Path) -> dict[Path, tuple[bytes, int]]:
    """All files in a folder, with their bytes and dates."""
    return {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.rglob("*") if path.is_file()}


def test_an_entry_comes_back(store: Store) -> None:
    assert not store.has(KEY)
    store.put(KEY, b"data")
    assert store.get(KEY) == b"data"
    assert store.get(OTHER) is None
    assert (store.has(KEY), store.has(OTHER)) == (True, False)
    assert store.damaged == []


def test_an_empty_entry_is_an_entry(store: Store) -> None:
    store.put(KEY, b"")
    assert store.get(KEY) == b""


def test_an_entry_is_replaced(store: Store) -> None:
    store.put(KEY, OLD)
    store.put(KEY, NEW)
    assert store.get(KEY) == NEW


def test_every_flipped_bit_is_noticed(store: Store, tmp_path: Path) -> None:
    store.put(KEY, b"some data")
    path = file_of(tmp_path)
    whole = path.read_bytes()
    assert len(whole) == 32 + len(b"some data")
    for position in range(len(whole)):
        for bit in range(8):
            flipped = bytearray(whole)
            flipped[position] ^= 1 << bit
            path.write_bytes(flipped)
            assert store.get(KEY) is None
            assert not path.exists()
    assert store.damaged == [path] * 8 * len(whole)


def test_every_truncation_and_an_appended_byte_are_noticed(store: Store, tmp_path: Path) -> None:
    store.put(KEY, b"some data")
    path = file_of(tmp_path)
    whole = path.read_bytes()
    for damaged in (*(whole[:length] for length in range(len(whole))), whole + b"\0"):
        path.write_bytes(damaged)
        assert store.get(KEY) is None
    assert len(store.damaged) == len(whole) + 1


def test_entries_cannot_change_places(store: Store, tmp_path: Path) -> None:
    store.put(KEY, b"one")
    store.put(OTHER, b"two")
    file_of(tmp_path).replace(file_of(tmp_path, OTHER))
    assert store.get(OTHER) is None
    assert store.damaged == [file_of(tmp_path, OTHER)]


def test_what_is_no_file_is_damaged_and_never_a_crash(store: Store, tmp_path: Path) -> None:
    file_of(tmp_path).mkdir(parents=True)
    assert store.get(KEY) is None
    assert store.damaged == [file_of(tmp_path)]


def test_a_dropped_entry_is_gone_and_remembered(store: Store, tmp_path: Path) -> None:
    store.put(KEY, b"data")
    store.drop(KEY)
    assert store.damaged == [file_of(tmp_path)]
    assert store.get(KEY) is None


# -- what is used


def test_what_was_not_used_for_longest_goes_first(tmp_path: Path) -> None:
    store = Store(tmp_path / "store", limit=350)
    keys = [hashlib.sha256(bytes([n])).hexdigest() for n in range(6)]
    for age, key in enumerate(keys):
        store.put(key, b"x" * 68)  # 100 bytes with its digest
        os.utime(file_of(tmp_path, key), (age, age))
    assert store.get(keys[1]) is not None  # used now
    store.trim({keys[0]})
    assert [key for key in keys if store.has(key)] == [keys[0], keys[1], keys[5]]
    Store(tmp_path / "store").trim(())
    assert store.has(keys[5])


def test_a_date_in_the_future_or_a_clock_that_is_wrong_costs_nothing(tmp_path: Path) -> None:
    store = Store(tmp_path / "store", limit=0)
    store.put(KEY, b"data")
    os.utime(file_of(tmp_path), (4_000_000_000, 4_000_000_000))
    assert store.get(KEY) == b"data"
    store.trim({KEY})
    assert store.has(KEY)
    store.trim(())
    assert not store.has(KEY)


# -- the stores of others


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """A store that somebody else keeps."""
    Store(tmp_path / "shared" / "store").put(KEY, b"data")
    return tmp_path / "shared" / "store"


def test_what_others_have_is_read_through_and_kept(shared: Path, tmp_path: Path) -> None:
    before = listed(shared)
    store = Store(tmp_path / "store", [tmp_path / "not there", shared])
    assert store.get(OTHER) is None
    assert store.get(KEY) == b"data"
    assert file_of(tmp_path).exists()
    assert listed(shared) == before
    assert Store(tmp_path / "store").get(KEY) == b"data"


@pytest.mark.parametrize("damage", [bytes.upper, lambda data: data[:-1], lambda _: b""])
def test_a_damaged_entry_of_others_is_not_believed_and_stays(
    shared: Path, tmp_path: Path, damage: Callable[[bytes], bytes]
) -> None:
    path = file_of(tmp_path / "shared")
    path.write_bytes(damage(path.read_bytes()))
    before = listed(shared)
    store = Store(tmp_path / "store", [shared])
    assert store.get(KEY) is None
    assert store.damaged == [path]
    assert listed(shared) == before
    assert list(entries(tmp_path / "store")) == []


def test_of_several_stores_the_first_whole_entry_counts(shared: Path, tmp_path: Path) -> None:
    torn = tmp_path / "torn" / "store"
    Store(torn).put(KEY, b"other")
    file_of(torn.parent).write_bytes(b"torn")
    store = Store(tmp_path / "store", [torn, shared])
    assert store.get(KEY) == b"data"
    assert store.damaged == [file_of(torn.parent)]


def test_an_untouched_store_stays_as_it_is(shared: Path, tmp_path: Path) -> None:
    Store(tmp_path / "store").put(OTHER, b"torn soon")
    file_of(tmp_path, OTHER).write_bytes(b"torn")
    Store(tmp_path / "store").put(KEY, b"data")
    before = listed(tmp_path)
    store = Store(tmp_path / "store", [shared], untouched=True)
    assert store.get(OTHER) is None
    assert store.get(KEY) == b"data"
    assert Store(tmp_path / "empty", [shared], untouched=True).get(KEY) == b"data"
    assert listed(tmp_path) == before


def test_it_offers_what_is_here_and_what_is_behind(tmp_path: Path) -> None:
    behind, store = Store(tmp_path / "behind"), Store(tmp_path / "own", (tmp_path / "behind",))
    assert not store.offers(KEY)
    behind.put(KEY, b"pages")
    assert (store.offers(KEY), store.has(KEY)) == (True, False)
    store.put(OTHER, b"pages")
    assert (store.offers(OTHER), behind.offers(OTHER)) == (True, False)


def test_what_may_not_be_looked_at_is_not_offered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Store(tmp_path).put(KEY, b"pages")

    def refused(_: Path) -> bool:
        raise PermissionError

    monkeypatch.setattr(Path, "is_file", refused)
    assert not Store(tmp_path).offers(KEY)
