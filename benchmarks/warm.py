"""What is measured inside one process: binding the longest volume, and laying out a local report's analysis again.

Run as a program with a built project folder and the name of a local report; prints JSON.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from benchmarks.job import ISSUED
from wp3reports import pdf
from wp3reports.build import Places
from wp3reports.build.pages import Pages
from wp3reports.pipeline import compile_reports
from wp3reports.store import Store
from wp3reports.volume import Volume
from wp3reports.workspace import build_folder, read


class Warm:
    """A project whose parts are all stored."""

    def __init__(self, folder: Path) -> None:
        """Compile it and take its parts from the store."""
        self._places = Places.below(build_folder(folder))
        self._volumes = {each.name: each for each in compile_reports(read(folder)[0], ISSUED).volumes}
        pdf.keep_fonts_in(self._places.fonts)

    def bind(self, name: str) -> Callable[[], int]:
        """A function that binds a volume and gives its number of pages."""
        volume = self._volumes[name]
        pages = Pages(Store(self._places.store, untouched=True), lambda _: (), lambda *_: None)
        settled, _ = pages.settle([volume])
        printed = [pages.of(part) for part in settled[volume.name]]
        fonts = _fonts(volume)

        def bound() -> int:
            pdf.bind(volume, printed, draft=True, fonts=fonts)
            return sum(each.pages for each in printed)

        return bound

    def export(self, name: str) -> Callable[[], int]:
        """A function that lays the analysis of a local report out and binds the report."""
        part, bind = self._volumes[name].placements[-1].part, self.bind(name)

        def exported() -> int:
            pdf.export(part)
            return bind()

        return exported


def _fonts(volume: Volume) -> dict[str, bytes]:
    assets = volume.placements[0].part.assets
    return {Path(name).name: data for name, data in assets.items() if name.endswith(".woff2")}


def measured(act: Callable[[], int], runs: int) -> tuple[float, int]:
    """The median of the seconds, and the pages; once before that, so that all is warm."""
    pages, seconds = act(), []
    for _ in range(runs):
        started = time.perf_counter()
        act()
        seconds.append(time.perf_counter() - started)
    return median(seconds), pages


def main(folder: str, longest: str, local: str, runs: str) -> None:
    """Measure both and print them."""
    warm = Warm(Path(folder))
    bound, pages = measured(warm.bind(longest), int(runs))
    exported, _ = measured(warm.export(local), int(runs))
    print(json.dumps({"bound": bound, "pages": pages, "exported": exported}))


if __name__ == "__main__":
    main(*sys.argv[1:])
