"""What can be asked for: a table from addresses to what stands there. No address is ever looked for on the disk.

The table is swapped, never changed, so that each answer is from one state; what a document shows stays until there is
something newer to show.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import chain
from threading import Lock
from types import MappingProxyType

HTML, TEXT, CSS, SCRIPT, JSON = "text/html", "text/plain", "text/css", "text/javascript", "application/json"
PDF, PNG, JPEG, SVG, FONT = "application/pdf", "image/png", "image/jpeg", "image/svg+xml", "font/woff2"


@dataclass(frozen=True)
class Content:
    """What stands at an address; `name` is that of the file where it is to be saved."""

    body: bytes = field(repr=False)
    media: str
    name: str = ""


Make = Callable[[], Content]
Table = Mapping[str, Make]


def at_hand(content: Content) -> Make:
    """An entry that need not be made first."""
    return lambda: content


class Site:
    """The table, put together from those of several owners: the page itself, the project, each document."""

    def __init__(self) -> None:
        """Empty."""
        self._lock = Lock()
        self._owned: dict[str, Table] = {}
        self._table: Table = {}

    def put(self, owner: str, table: Table) -> None:
        """Show these addresses of an owner, and none of those that it showed before."""
        with self._lock:
            self._owned[owner] = MappingProxyType(dict(table))
            self._table = dict(chain.from_iterable(each.items() for each in self._owned.values()))

    def find(self, address: str) -> Make | None:
        """What makes the content of an address; None where there is none."""
        return self._table.get(address)
