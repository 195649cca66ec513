"""A part at its place in a volume: which of its objects are taken over, and under which numbers."""

from dataclasses import dataclass

from wp3reports.pdf.objects import Objects, Stored
from wp3reports.pdf.printed import Printed
from wp3reports.pdf.syntax import References, reference
from wp3reports.pdf.written import Written
from wp3reports.volume import Placement


@dataclass(frozen=True)
class Section:
    """A part with pages: the number of its `first` page in the volume, from 0, and the key of its first `link`.

    `shown` are the numbers in the part of its pages and of what they show; `number` is that of the first of them in the
    volume, which the others and then the elements follow. `references` has what stands for each of them there.
    """

    placement: Placement
    printed: Printed
    written: Written
    first: int
    link: int
    shown: tuple[bytes, ...]
    number: int
    references: References

    @property
    def pages(self) -> tuple[bytes, ...]:
        """References to its pages."""
        return tuple(self.references[page] for page in self.written.pages)

    def key(self, own: int) -> int:
        """The key in the volume's tree of parents of what has this one in the part: a page or, behind them, a link."""
        pages = self.printed.pages
        return self.first + own if own < pages else self.link + own - pages


class Gathering:
    """Takes parts in, one behind the other. A profile or a picture that several of them bring is taken once."""

    def __init__(self, objects: Objects, pages: int) -> None:
        """There will be so many pages."""
        self._objects = objects
        self._first, self._link = 0, pages
        self._known: dict[Stored, bytes] = {}

    def take(self, placement: Placement, printed: Printed, written: Written, given: References) -> Section:
        """The next part; what is `given` stands for some of its objects."""
        shown = written.shown(given)
        alone = {key: written.streams[key] for key in shown if _stands_alone(key, written)}
        shared = {key: self._known[stored] for key, stored in alone.items() if stored in self._known}
        shown = tuple(key for key in shown if key not in shared)
        keys = (*shown, *written.elements)
        number = self._objects.reserve(len(keys))
        references = {**given, **shared, **{key: reference(each) for each, key in enumerate(keys, number)}}
        self._known |= {stored: references[key] for key, stored in alone.items()}
        section = Section(placement, printed, written, self._first, self._link, shown, number, references)
        self._first += printed.pages
        self._link += len(written.parents) - printed.pages
        return section


def _stands_alone(key: bytes, written: Written) -> bool:
    """Whether an object is a stream that refers to nothing, and not what draws a page."""
    return key in written.streams and b" 0 R" not in written.streams[key].head and key not in written.contents
