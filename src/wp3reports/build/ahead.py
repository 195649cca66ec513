"""Parts begun while others are still rendered: until then all processes but one would wait."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from wp3reports.build.keys import Keys
from wp3reports.build.times import Times
from wp3reports.store import Store
from wp3reports.volume import Part, Volume

if TYPE_CHECKING:  # models take longer to load than all of this package
    from wp3reports.model import Limits

Start = Callable[[Part, "Limits"], bool]  # whether the part was begun; not where enough is at work


class Ahead:
    """Is shown each volume as soon as it is made; what it begins is there when all parts are asked for."""

    def __init__(self, store: Store, start: Start, times: Times) -> None:
        """Nothing is begun yet; what the store offers never will be."""
        self._store, self._start, self._times, self._keys = store, start, times, Keys()
        self._known: set[str] = set()
        self._missing: list[Part] = []

    def __call__(self, volume: Volume, limits: "Limits") -> None:
        """Begin some of what has been found missing so far, the longest first."""
        for placed in volume.placements:
            key = "" if placed.part.is_late else self._keys.part(placed.part)
            if key and key not in self._known and not self._store.offers(key):
                self._missing.append(placed.part)
            self._known.add(key)
        self._missing.sort(key=self._times.of)
        while self._missing and self._start(self._missing[-1], limits):
            self._missing.pop()
