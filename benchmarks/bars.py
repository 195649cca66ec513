"""The bars: what was measured, against what, and whether it holds."""

from collections.abc import Iterator
from typing import NamedTuple

from benchmarks.peers import TYPST, WEASYPRINT
from benchmarks.rounds import Measured


class Bar(NamedTuple):
    """One line of the result; `value` is None where a peer is missing."""

    number: int
    what: str
    value: float | None
    most: float
    unit: str  # "x WeasyPrint" or "s"

    @property
    def line(self) -> str:
        """`1 the whole job: 0.21 x WeasyPrint, at most 0.25: holds`."""
        if self.value is None:
            return f"{self.number}  {self.what}: not measured, at most {self.most:g} {self.unit}"
        verdict = "holds" if self.value <= self.most else "DOES NOT HOLD"
        return f"{self.number}  {self.what}: {self.value:.3g} {self.unit}, at most {self.most:g}: {verdict}"


def bars(found: Measured) -> Iterator[Bar]:
    """All of them, in the order of README.md."""
    weasyprint, typst = found.whole.get(WEASYPRINT), found.whole.get(TYPST)
    yield Bar(1, "the whole job, cold", _ratio(found.cold.wall, weasyprint), 0.25, "x WeasyPrint")
    yield Bar(1, "the whole job, cold", _ratio(found.cold.wall, typst), 4, "x Typst")
    yield Bar(2, "nothing changed", found.unchanged.wall, 1, "s")
    yield Bar(2, "nothing changed", _ratio(found.unchanged.wall, typst), 0.05, "x Typst's whole job")
    edited = found.edited.wall if found.edited else None
    yield Bar(3, "one edit", _ratio(edited, found.touched.get(WEASYPRINT)), 0.08, "x WeasyPrint")
    yield Bar(3, "one edit", _ratio(edited, found.touched.get(TYPST)), 0.8, "x Typst")
    yield Bar(4, "draft to release", found.released.wall / found.cold.wall, 0.05, "x the cold job")
    yield Bar(5, "check", found.checked.wall, 0.6, "s")
    yield Bar(6, "the largest process of a cold build", found.cold.peak, 350, "MB")
    yield Bar(7, "binding, for 250 pages", 250 * found.bound / found.pages, 1.5, "s")
    yield Bar(7, "a local report again, warm", _ratio(found.exported, found.local.get(WEASYPRINT)), 0.4, "x WeasyPrint")


def _ratio(ours: float | None, theirs: float | None) -> float | None:
    return ours / theirs if ours is not None and theirs else None
