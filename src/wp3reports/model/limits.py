"""How much the layout of one part of a report may take: time, memory, pages. Nothing here measures it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Final

from wp3reports.model.asking import asks
from wp3reports.model.fields import Record, Whole

# What makes sense. The engine alone takes 115 megabytes, a usual part one second and five to twenty pages.
RANGES: Final[Mapping[str, tuple[int, int]]] = MappingProxyType(
    {"seconds": (5, 3600), "megabytes": (256, 16384), "pages": (1, 5000)}
)


class Limits(Record):
    """What the layout of one part may take before it is ended."""

    seconds: Annotated[Whole, asks("The longest time in seconds, 5 to 3600", "120")] = 120
    megabytes: Annotated[Whole, asks("The most memory in megabytes, 256 to 16384", "1024")] = 1024
    pages: Annotated[Whole, asks("The most pages, 1 to 5000", "300")] = 300

    def sensible(self) -> "Limits":
        """The same limits, each brought into its range: what is found wrong with one must not end all layout."""
        return Limits(**{name: min(max(getattr(self, name), least), most) for name, (least, most) in RANGES.items()})
