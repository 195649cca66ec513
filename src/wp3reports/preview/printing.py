"""The true pages of what is looked at, by the same builder as `wp3reports build`, behind the text by a second or two.

Laid out in warm processes. A newer save ends what is in flight; what was printed last stays until there are new pages.
"""

from collections.abc import Iterable
from concurrent.futures import CancelledError
from dataclasses import replace
from pathlib import Path
from threading import Condition

from wp3reports.build import Builder, Built, Places, Workers
from wp3reports.pdf import MissingLibrariesError
from wp3reports.pipeline import Compilation
from wp3reports.preview.finding import told
from wp3reports.preview.hub import Hub
from wp3reports.preview.pages import pages
from wp3reports.preview.site import Site
from wp3reports.volume import Volume
from wp3reports.workspace import build_folder

PROCESSES = 2  # one lays out while the other, ended by a newer save, begins anew
_BUG = "The pages cannot be made: a bug of wp3reports, please report it"


def places(folder: Path) -> Places:
    """Beside those of `build`, whose store and fonts are shared: neither waits for the other."""
    usual = Places.below(build_folder(folder))
    own = build_folder(folder) / "preview"
    return replace(usual, pdf=own / "pdf", maps=own / "pdf", html=own / "html", manifest=own / "manifest.json")


class Printing:
    """Prints volumes one after the other, in a thread of its own: `run`."""

    def __init__(self, folder: Path, site: Site, hub: Hub) -> None:
        """Nothing is started yet."""
        self._places, self._site, self._hub = places(folder), site, hub
        self._news = Condition()
        self._seen: dict[str, Volume] = {}  # the newest of each volume
        self._waiting: dict[str, Compilation] = {}
        self._at_work = ""
        self._workers: Workers | None = None
        self._is_over = False
        self._is_worn = True  # whether a process has begun anew and not laid out anything

    def take(self, compilation: Compilation, volumes: Iterable[Volume]) -> None:
        """Print these volumes of a compilation as soon as may be, unless they are as they were."""
        with self._news:
            for volume in volumes:
                if self._seen.get(volume.name) != volume:
                    self._seen[volume.name] = volume
                    self._waiting[volume.name] = compilation
                    self._hub.tell("layout", {"behind": True}, volume.name)
                    if volume.name == self._at_work and self._workers:
                        self._workers.cancel()
            self._news.notify()

    def close(self) -> None:
        """Print nothing more."""
        with self._news:
            self._is_over = True
            if self._workers:
                self._workers.cancel()
            self._news.notify()

    def run(self) -> None:
        """Print what comes, until closed."""
        while compilation := self._next():
            if self._workers is None:
                self._workers = Workers(PROCESSES, self._places.fonts, compilation.limits)
            try:
                self._print(self._at_work, compilation, self._workers)
            except CancelledError:  # there is a newer one in the queue, for which the other process is ready
                self._is_worn = True
        if self._workers:
            self._workers.end()

    def _next(self) -> Compilation | None:
        """What to print next, with its name in `_at_work`; None at the end."""
        with self._news:
            self._at_work = ""
            while not self._waiting and not self._is_over:
                self._news.wait()
            if self._is_over:
                return None
            watched = [name for name in self._waiting if name in self._hub.topics]
            self._at_work = (watched or list(self._waiting))[0]
            return self._waiting.pop(self._at_work)

    def _print(self, target: str, compilation: Compilation, workers: Workers) -> None:
        def progress(done: int, total: int, _: str) -> None:
            self._hub.tell("layout", {"behind": True, "done": done, "total": total}, target)

        volumes = [volume for volume in compilation.volumes if volume.name == target]
        try:
            builder = Builder(compilation, self._places, is_final=False, export=workers.export, progress=progress)
            self._tell(target, compilation, builder.run(volumes))
            if self._is_worn:
                workers.warm_up(volumes[0].placements[0].part)
                self._is_worn = False
        except MissingLibrariesError as lacking:
            self._trouble(target, f"Pages cannot be made on this machine: {lacking}. See: wp3reports doctor")
        except OSError as refused:
            self._trouble(target, f"Pages cannot be written: {refused.strerror or refused}")
        except CancelledError:
            raise
        except Exception as fault:  # noqa: BLE001 - the next save may be printed again
            self._trouble(target, f"{_BUG}: {type(fault).__name__}: {fault}")

    def _tell(self, target: str, compilation: Compilation, built: Built) -> None:
        """Show the pages that are there now, and what was found while they were made."""
        found = [told(each, compilation.snapshot) for each in built.diagnostics]
        self._hub.tell("paper", found, target)
        if target in built.failed:
            self._trouble(target, "The pages cannot be made of this text; the findings say why.")
            return
        pdf = (self._places.pdf / f"{target}.pdf").read_bytes()
        said, table = pages(target, pdf, (self._places.maps / f"{target}.map.json").read_bytes(), compilation.partners)
        self._site.put(f"pages of {target}", table)
        self._hub.tell("pages", said, target)
        self._hub.tell("layout", {"behind": False}, target)

    def _trouble(self, target: str, text: str) -> None:
        self._hub.tell("layout", {"behind": False, "trouble": text}, target)
