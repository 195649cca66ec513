"""A content-addressed place for results: files by key, written atomically, verified at each read.

The store never decides what to make. A damaged entry is as good as none. It may read through to the stores of others,
which it never writes to; what it finds there it verifies like its own. Nothing is pickled.
"""

from wp3reports.store.entries import Store
from wp3reports.store.upkeep import LIMIT, Entry, entries, is_whole, remove
from wp3reports.store.writing import keep_file, sweep, write_atomically

__all__ = ["LIMIT", "Entry", "Store", "entries", "is_whole", "keep_file", "remove", "sweep", "write_atomically"]
