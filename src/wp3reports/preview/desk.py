"""What is shown, decided anew after each change: first the text of what is looked at, then what was found.

What cannot be made any more stays as it was last, and is told to be so: nothing is ever blank.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from threading import Event

from wp3reports import workspace
from wp3reports.diagnostics import Diagnostic, ordered
from wp3reports.pipeline import Compilation, compile_reports, sketch
from wp3reports.preview.board import board
from wp3reports.preview.finding import told
from wp3reports.preview.hub import EVERYBODY, Hub
from wp3reports.preview.lines import lines
from wp3reports.preview.shelf import addresses, is_own, own_first
from wp3reports.preview.site import Site
from wp3reports.preview.text import text
from wp3reports.snapshot import Snapshot
from wp3reports.volume import Volume

_BUG = "What you saved cannot be shown: a bug of wp3reports, please report it"
Printer = Callable[[Compilation, Sequence[Volume]], None]  # as `Printing.take`


@dataclass(frozen=True)
class Look:
    """One look at the project: what was read, what was made of it, and all that was found."""

    snapshot: Snapshot
    compilation: Compilation
    findings: tuple[Diagnostic, ...]


class Desk:
    """Looks at the project in `folder`, as of the day `issued`, whenever it is woken."""

    def __init__(self, folder: Path, issued: date, site: Site, hub: Hub, printer: Printer = lambda *_: None) -> None:
        """Nothing is read yet; `printer` takes what is to be seen as pages too."""
        self.folder, self._issued, self._site, self._hub, self._print = folder, issued, site, hub, printer
        self._look: Look | None = None
        self._wanted: frozenset[str] = frozenset()
        self._woken, self._is_over = Event(), False
        hub.on_arrival = self.wake
        self.on_look: Callable[[Look, str], None] = lambda _look, _target: None  # for each document that is looked at

    @property
    def look(self) -> Look:
        """The newest look; the first one is taken when it is asked for."""
        return self._look or self.take()

    def wake(self) -> None:
        """Something changed, or somebody looks at another document."""
        self._woken.set()

    def run(self) -> None:
        """Look whenever woken, until closed."""
        while self._woken.wait() and not self._is_over:
            self._woken.clear()
            try:
                self.take()
            except Exception as fault:  # noqa: BLE001 - the next save may be looked at again
                told_of = {"behind": False, "trouble": f"{_BUG}: {type(fault).__name__}: {fault}"}
                for target in self._hub.topics:
                    self._hub.tell("layout", told_of, target)

    def close(self) -> None:
        """Look no more."""
        self._is_over = True
        self._woken.set()

    def take(self) -> Look:
        """Read the project; show what is new in it."""
        snapshot, refused = workspace.read(self.folder)
        wanted = self._hub.topics - {EVERYBODY}
        if self._look and self._look.snapshot == snapshot and wanted <= self._wanted:
            return self._look
        sketched = sketch(snapshot, self._issued, wanted.__contains__)
        self._show(sketched, wanted)
        # A local report prints nothing of what is found, so its layout need not wait for the rules.
        self._print(sketched, [volume for volume in sketched.volumes if volume.name.startswith("local/")])
        compilation = compile_reports(snapshot, self._issued, wanted.__contains__)
        look = Look(snapshot, compilation, ordered((*refused, *compilation.diagnostics)))
        self._look, self._wanted = look, wanted
        self._site.put("documents", addresses(compilation.dossier))
        self._show(compilation, wanted)
        self._print(compilation, compilation.volumes)
        self._hub.tell("board", board(compilation.dossier, look.findings))
        for target in wanted:
            self._tell_findings(target, look)
            self.on_look(look, target)
        return look

    def _show(self, compilation: Compilation, wanted: frozenset[str]) -> None:
        """The text of what was made; of what is wanted and could not be made only that it is out of date."""
        for volume in compilation.volumes:
            said, table = text(volume)
            places = {f"/lines/{volume.name}": partial(lines, compilation, volume)}
            self._site.put(f"text of {volume.name}", {**table, **places})
            self._hub.tell("text", said, volume.name)
        made = {volume.name for volume in compilation.volumes}
        for target in wanted:
            self._hub.tell("state", {"broken": target not in made}, target)

    def _tell_findings(self, target: str, look: Look) -> None:
        found = own_first(look.findings, target)
        self._hub.tell(
            "findings", [{**told(each, look.snapshot), "own": is_own(each, target)} for each in found], target
        )
