"""How long the layout of each part took last: the longest comes first, so that no core waits for it at the end.

A file in the build folder, which is never needed: of a part that it does not know, the time is guessed by its length.
"""

import json
from collections.abc import Mapping
from math import isfinite
from pathlib import Path
from types import MappingProxyType

from wp3reports.store import write_atomically
from wp3reports.volume import Part

PACE = 35_000  # characters of HTML that are laid out in a second
NONE: Mapping[str, float] = MappingProxyType({})


class Times:
    """Seconds by the names of parts, those of former builds and those of this one."""

    def __init__(self, former: Mapping[str, float] = NONE) -> None:
        """Nothing has been laid out yet."""
        self._seconds, self._is_new = dict(former), False

    @classmethod
    def read(cls, file: Path) -> "Times":
        """What was written last; nothing where it is not there or makes no sense."""
        try:
            found = json.loads(file.read_bytes())
        except (OSError, ValueError, RecursionError):
            return cls()
        numbers = found.values() if isinstance(found, dict) else [None]
        return cls(found if all(isinstance(each, float) and isfinite(each) for each in numbers) else NONE)

    def of(self, part: Part) -> float:
        """The seconds that a part will take, as far as one can tell."""
        return self._seconds.get(part.name, len(part.html) / PACE)

    def note(self, part: Part, seconds: float) -> None:
        """That a part took so long."""
        self._seconds[part.name], self._is_new = round(seconds, 3), True

    def write(self, file: Path) -> None:
        """Leave them for the next build, unless there is nothing new; OSError when the disk refuses."""
        if self._is_new:
            write_atomically(file, json.dumps(self._seconds, indent=0, sort_keys=True).encode() + b"\n")
