"""What the store of a build folder holds, for those who look after the disk."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from wp3reports.build.manifest import read_manifest
from wp3reports.build.proof import read_proof
from wp3reports.store import Entry, entries, is_whole, remove


class Stock(NamedTuple):
    """How much there is: entries and their bytes, those that a report in `build/` was made from, and the oldest use.

    `oldest` is in seconds since 1970; 0 where there is nothing.
    """

    entries: int
    size: int
    needed: int
    oldest: float


def stock(folder: Path, store: Path) -> Stock:
    """What the store of this build folder holds."""
    found, needed = list(entries(store)), _needed(folder)
    return Stock(
        entries=len(found),
        size=sum(entry.size for entry in found),
        needed=sum(entry.key in needed for entry in found),
        oldest=min((entry.used for entry in found), default=0.0),
    )


def damaged(store: Path) -> Iterator[Path]:
    """The entries that are not as they were written. Nothing is removed, so any store may be asked."""
    return (entry.path for entry in entries(store) if not is_whole(entry))


def clean(folder: Path, store: Path, *, everything: bool) -> Stock:
    """Remove what no report in this build folder was made from, or everything; what has gone, in entries and bytes."""
    needed = frozenset() if everything else _needed(folder)
    unwanted = [entry for entry in entries(store) if _is_unwanted(entry, needed)]
    return Stock(len(unwanted), remove(unwanted), 0, 0.0)


def _is_unwanted(entry: Entry, needed: frozenset[str]) -> bool:
    return entry.key not in needed or not is_whole(entry)


def _needed(folder: Path) -> frozenset[str]:
    """The keys that the records of this build folder name, that of build/pdf and those of folders of the user's own."""
    records = (folder / "manifest.json", *(folder / "manifests").glob("*.json"))
    proofs = (read_proof(path.with_suffix(".proof")) for path in records)
    return frozenset[str]().union(
        *(read_manifest(path).refers_to for path in records), *(proof.texts for proof in proofs if proof)
    )
