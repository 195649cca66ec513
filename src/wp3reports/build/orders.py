"""What is to be bound: one order for each file, carried out here or in other processes."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from wp3reports import pdf
from wp3reports.build.keys import Keys
from wp3reports.build.manifest import Laid
from wp3reports.volume import Part, Volume


class Order(NamedTuple):
    """What becomes one file: a volume, the pages of its parts, the fonts that stamp them, and whether it is a draft.

    `key` is that of the bytes which it gives; `frame` and `parts` are what is noted of it. Of the volume's own parts
    nothing is looked at but their names.
    """

    volume: Volume
    printed: Sequence[pdf.Printed]
    fonts: Mapping[str, bytes]
    draft: bool
    key: str
    frame: str = ""
    parts: tuple[Laid, ...] = ()

    @property
    def pages(self) -> int:
        """How many there are."""
        return sum(each.pages for each in self.printed)

    def bare(self) -> dict[str, object]:
        """What binding looks at, by name: little enough to be sent to another process."""
        return {
            "volume": stripped(self.volume),
            "printed": tuple(replace(each, flaws=(), fragments=()) for each in self.printed),
            "draft": self.draft,
            "fonts": self.fonts,
        }


Bind = Callable[..., bytes]  # as `pdf.bind`
Bound = tuple[Order, bytes | Exception]  # a PDF, or why there is none
Binder = Callable[[Sequence[Order]], Iterable[Bound]]


def ordered(  # noqa: PLR0913 - one parameter for each thing that a file depends on
    volume: Volume,
    parts: Sequence[Laid],
    printed: Sequence[pdf.Printed],
    *,
    fonts: Mapping[str, bytes],
    keys: Keys,
    draft: bool,
) -> Order:
    """The order for a volume of these parts, which have these pages."""
    key = keys.volume(volume, [part.key for part in parts], draft=draft)
    return Order(volume, printed, fonts, draft, key, keys.frame(volume), tuple(parts))


def stripped(volume: Volume) -> Volume:
    """The volume with the names of its parts, and without what they are laid out from."""
    placements = tuple(replace(each, part=Part(each.part.name, "")) for each in volume.placements)
    return replace(volume, placements=placements)


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
