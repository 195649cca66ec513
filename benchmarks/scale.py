"""`python -m benchmarks.scale`: what a work package costs by its partners and pages, and whether that is linear.

Seconds are those of processors, so that other programs on the machine count for little. No size finds what was kept of
another, and what is in memory already is nothing that the garbage collector looks at. `docs/scale.md` tells what the
figures mean for a programme of many work packages.
"""

import argparse
import gc
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from benchmarks.programme import enlarged, inputs
from wp3reports import pdf, shipped
from wp3reports.pipeline import Compilation, compile_reports, examine
from wp3reports.snapshot import Snapshot
from wp3reports.volume import Part, Volume

_PROJECT = Path(__file__).parents[1]
_ISSUED = date(2007, 12, 14)
_SAMPLE = "milestone/m2_swot"  # whose parts are laid out, and bound by so many
_SHARES = (4, 2, 1)  # a quarter of its parts, half of them, all
SLOPE = 0.15  # by how much a unit may cost more or less in the largest case than in the one before


class Point(NamedTuple):
    """What one size took: `units` are partners or pages."""

    units: int
    seconds: float

    @property
    def each(self) -> float:
        """Milliseconds for one unit."""
        return self.seconds / self.units * 1000


def main(given: Sequence[str] | None = None) -> int:
    """Measure; the exit code is 1 when a cost is not linear."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scale", description=__doc__)
    parser.add_argument("--times", type=int, nargs="*", default=[1, 4, 16], help="times the partners (%(default)s)")
    parser.add_argument("--runs", type=int, default=3, help="runs of which the shortest counts (%(default)s)")
    asked = parser.parse_args(given)
    is_linear = True
    for name, unit, points in _measured(asked.times, asked.runs):
        first, last = points[-2:] if len(points) > 1 else (points[0], points[0])
        slope = last.each / first.each - 1
        is_linear &= slope <= SLOPE
        print(f"{name:16} {unit:9} " + "  ".join(f"{p.units:>5}: {p.seconds:7.2f} s {p.each:6.1f} ms" for p in points))
        print(f"{'':26} a {unit[:-1]} costs {slope:+.0%} in the largest case")
    return int(not is_linear)


def _measured(times: Sequence[int], runs: int) -> Iterator[tuple[str, str, list[Point]]]:
    """The name of each cost, what it is counted by, and the points."""
    files, known = inputs(_PROJECT), shipped.templates_by_path()
    checks, merges = [], []
    compile_reports(Snapshot({**known, **files}), _ISSUED)  # templates are compiled once in a process
    for number in times:
        snapshot = Snapshot({**known, **enlarged(files, number)})
        partners = len(examine(snapshot, _ISSUED).partners)
        checks.append(Point(partners, _seconds(partial(examine, snapshot, _ISSUED), runs)))
        merges.append(Point(partners, _seconds(partial(compile_reports, snapshot, _ISSUED), runs)))
    yield "check", "partners", checks
    yield "merge and render", "partners", merges
    with tempfile.TemporaryDirectory(prefix="wp3reports-scale-") as folder:
        pdf.keep_fonts_in(Path(folder))
        laid_out, bound = _paper(compile_reports(Snapshot({**known, **files}), _ISSUED), runs)
    yield "lay out", "pages", laid_out
    yield "bind", "pages", bound


def _paper(compilation: Compilation, runs: int) -> tuple[list[Point], list[Point]]:
    """What it costs to lay out parts, added up, and to bind them."""
    (volume,) = (each for each in compilation.volumes if each.name == _SAMPLE)
    parts = [each.part for each in volume.placements if not each.part.is_late]
    pdf.export(parts[0])  # the engine and the fonts are loaded once in a process
    printed: list[pdf.Printed] = []
    spent = [0.0]
    for part in parts:
        before = time.process_time()
        printed.append(pdf.export(part))
        spent.append(spent[-1] + time.process_time() - before)
    counts = [len(parts) // share for share in _SHARES]
    pages = [sum(each.pages for each in printed[:count]) for count in counts]
    laid_out = [Point(page, spent[count]) for page, count in zip(pages, counts, strict=True)]
    bound = [
        Point(page, _seconds(partial(_bound, volume, printed[:count]), runs))
        for page, count in zip(pages, counts, strict=True)
    ]
    return laid_out, bound


def _bound(volume: Volume, printed: Sequence[pdf.Printed]) -> bytes:
    """The first parts of the volume that are not late; the others count as failed, so that links to them may be."""
    there = iter(printed)
    none = pdf.Printed(b"", 0)
    whole = [none if each.part.is_late else next(there, none) for each in volume.placements]
    return pdf.bind(volume, whole, draft=True, fonts=_fonts(volume.placements[0].part))


def _fonts(part: Part) -> dict[str, bytes]:
    return {Path(name).name: data for name, data in part.assets.items() if name.endswith(".woff2")}


def _seconds(run: Callable[[], object], runs: int) -> float:
    """The processor time of a call, of that run which others disturbed least."""
    return min(_once(run) for _ in range(runs))


def _once(run: Callable[[], object]) -> float:
    _forget()
    gc.collect()
    gc.freeze()
    before = time.process_time()
    run()
    spent = time.process_time() - before
    gc.unfreeze()
    return spent


def _forget() -> None:
    """Drop what rendering keeps in this process, of which the smaller sizes would find more than the larger ones."""
    for name, module in [*sys.modules.items()]:
        for kept in vars(module).values() if name.startswith("wp3reports.render") else ():
            if callable(clear := getattr(kept, "cache_clear", None)):
                clear()


if __name__ == "__main__":
    sys.exit(main())
