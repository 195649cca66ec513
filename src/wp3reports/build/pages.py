"""The pages of all parts of a run: from the store, else from the workers; and the late parts filled in."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from wp3reports import pdf
from wp3reports.build.endings import too_long
from wp3reports.build.keys import Keys
from wp3reports.store import Store
from wp3reports.volume import PAGES, Numbering, Part, Volume, fill, late

ROUNDS = 6  # late parts settle in three, as a rule: page numbers move only front matter
_COUNT = late(PAGES)
NOTHING: Mapping[str, Sequence[str]] = MappingProxyType({})
Progress = Callable[[int, int, str], None]  # parts done, parts to do, the part just done
Exporter = Callable[[Sequence[Part]], Iterable[tuple[Part, pdf.Printed]]]
Settled = dict[str, tuple[Part, ...]]  # the parts of each volume, none of them late any more


class Pages:
    """What was printed, by part; each part is laid out once, whichever volumes it stands in."""

    def __init__(self, store: Store, export: Exporter, progress: Progress, most: int | None = None) -> None:
        """Nothing is laid out yet; a part that has more than `most` pages counts as failed, from the store too."""
        self.store, self._export, self._progress, self._most = store, export, progress, most
        self.keys = Keys()
        self.laid_out = 0
        self._printed: dict[str, pdf.Printed] = {}
        self._found: dict[str, pdf.Printed | None] = {}  # in the store, each looked for once

    def of(self, part: Part) -> pdf.Printed:
        """The pages of a part that has been laid out."""
        return self._printed[self.keys.part(part)]

    @property
    def used(self) -> frozenset[str]:
        """The keys of all parts of this run."""
        return frozenset(self._printed)

    def lay_out(self, parts: Iterable[Part]) -> None:
        """Make sure that there are pages for all these parts, or at least the reason why there are none."""
        missing: dict[str, Part] = {}
        for part in parts:
            key = self.keys.part(part)
            if key in self._printed or key in missing:
                continue
            if (stored := self._stored(key)) is not None:
                self._printed[key] = self._allowed(stored)
            else:
                missing[key] = part
        if not missing:
            return
        for done, (part, printed) in enumerate(self._export(tuple(missing.values())), 1):
            key = self.keys.part(part)
            self._printed[key] = self._allowed(printed)
            if printed.pages:  # what failed is tried again next time
                self.store.put(key, printed.to_bytes())
                self.laid_out += 1
            self._progress(done, len(missing), part.name)

    def settle(
        self, volumes: Sequence[Volume], known: Mapping[str, Sequence[str]] = NOTHING
    ) -> tuple[Settled, frozenset[str]]:
        """Lay out all volumes, late parts last; the names of volumes whose page numbers would not settle.

        `known` has the keys of the parts that volumes had when they were bound last. Most edits move no page: so late
        parts are laid out beside the others with the numbers of then, and again only where those prove to be wrong.
        """
        first = (placed.part for volume in volumes for placed in volume.placements if not placed.part.is_late)
        guessed = (part for volume in volumes for part in self._guessed(volume, known.get(volume.name, ())))
        self.lay_out((*first, *guessed))
        settled: Settled = {volume.name: () for volume in volumes}
        moving = frozenset(settled)
        for turn in range(ROUNDS):
            before = settled
            settled = {volume.name: self._fill(volume, before[volume.name]) for volume in volumes}
            moving = frozenset(name for name in settled if settled[name] != before[name])
            self.lay_out(
                part
                for volume in volumes
                for placed, part in zip(volume.placements, settled[volume.name], strict=True)
                if turn or _COUNT not in placed.part.html  # the number of pages is known when the contents are there
            )
            if turn > 1 and not moving:  # before the first two turns not all parts had been laid out
                break
        return settled, moving

    def are_released(self, volume: Volume, settled: Sequence[Part]) -> bool:
        """Whether a release has these parts of the draft as they are, but for those that stand in drafts only."""
        released = volume.released()
        if released == volume:
            return True
        pairs = list(zip(volume.placements, settled, strict=True))
        if any(placed.draft_only and placed.numbering is not Numbering.LOOSE for placed, _ in pairs):
            return False
        kept = tuple(part for placed, part in pairs if not placed.draft_only)
        return _filled(released, [self.of(part) for part in kept]) == kept

    def _fill(self, volume: Volume, before: tuple[Part, ...]) -> tuple[Part, ...]:
        """The parts of a volume with the labels that pages have when the parts are as long as before."""
        parts = before or tuple(placed.part for placed in volume.placements)
        return _filled(volume, [self._printed.get(self.keys.part(part)) for part in parts])

    def _guessed(self, volume: Volume, known: Sequence[str]) -> Iterator[Part]:
        """The late parts of a volume with the labels that its pages had before, where those are still known."""
        printed = [stored for key in known if (stored := self._stored(key))]
        if len(printed) == len(volume.placements):
            filled = zip(volume.placements, _filled(volume, printed), strict=True)
            yield from (part for placed, part in filled if placed.part.is_late)

    def _allowed(self, printed: pdf.Printed) -> pdf.Printed:
        if self._most is not None and printed.pages > self._most:
            return too_long(printed.pages, self._most)
        return printed

    def _stored(self, key: str) -> pdf.Printed | None:
        if key not in self._found:
            self._found[key] = stored_pages(self.store, key)
        return self._found[key]


def stored_pages(store: Store, key: str) -> pdf.Printed | None:
    """The pages that the store has under a key; what makes no sense there is dropped."""
    stored = store.get(key)
    if stored is None:
        return None
    try:
        return pdf.Printed.from_bytes(stored)
    except ValueError:
        store.drop(key)
        return None


def _filled(volume: Volume, printed: Sequence[pdf.Printed | None]) -> tuple[Part, ...]:
    """The parts of a volume with the labels that pages have when the parts are as long as these."""
    labels = dict(pdf.labels(volume, printed))
    labels[PAGES] = labels.pop("", "")
    return tuple(fill(placed.part, labels) for placed in volume.placements)
