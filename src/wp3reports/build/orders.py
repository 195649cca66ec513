"""What is to be bound: one order for each file, carried out here or in other processes."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import NamedTuple

from wp3reports import pdf
from wp3reports.volume import Part, Volume


class Order(NamedTuple):
    """What becomes one file: a volume, its parts with all page numbers, their pages, and whether it is a draft.

    `key` is that of the bytes which it gives.
    """

    volume: Volume
    parts: Sequence[Part]
    printed: Sequence[pdf.Printed]
    draft: bool
    key: str

    @property
    def fonts(self) -> Mapping[str, bytes]:
        """The shipped font files by name; all parts may fetch the same ones."""
        return {PurePath(name).name: data for name, data in self.parts[0].assets.items() if name.endswith(".woff2")}

    def bare(self) -> dict[str, object]:
        """What binding looks at, by name: little enough to be sent to another process."""
        placements = tuple(replace(each, part=Part(each.part.name, "")) for each in self.volume.placements)
        return {
            "volume": replace(self.volume, placements=placements),
            "printed": tuple(replace(each, flaws=(), fragments=()) for each in self.printed),
            "draft": self.draft,
            "fonts": self.fonts,
        }


Bind = Callable[..., bytes]  # as `pdf.bind`
Bound = tuple[Order, bytes | Exception]  # a PDF, or why there is none
Binder = Callable[[Sequence[Order]], Iterable[Bound]]


def one_by_one(bind: Bind) -> Binder:
    """Carries out orders in this process, in turn; one that fails takes down no other."""

    def bound(orders: Sequence[Order]) -> Iterator[Bound]:
        for order in orders:
            try:
                made = bind(order.volume, order.printed, draft=order.draft, fonts=order.fonts)
            except Exception as fault:  # noqa: BLE001 - one volume that cannot be bound must not take down the others
                yield order, fault
            else:
                yield order, made

    return bound


def bind_here(orders: Sequence[Order]) -> Iterable[Bound]:
    """Carries out orders in this process."""
    return one_by_one(pdf.bind)(orders)
