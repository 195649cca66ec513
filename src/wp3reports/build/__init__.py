"""A compilation to files: lay out the parts that the store lacks, bind volumes that changed, write them whole.

A part that fails takes down the volumes that hold it and nothing else; their old files stay.
"""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from wp3reports import pdf
from wp3reports.build.keys import Keys
from wp3reports.build.manifest import Entry, is_current, read_manifest, write_manifest
from wp3reports.build.workers import export_all
from wp3reports.diagnostics import Diagnostic, ordered
from wp3reports.diagnostics import error as error_at
from wp3reports.diagnostics import warning as warning_at
from wp3reports.pipeline import Compilation
from wp3reports.render import PAGES, STATUS
from wp3reports.store import Store, sweep, write_atomically
from wp3reports.volume import Part, Volume, fill

_ROUNDS = 4  # late parts settle in two: page numbers move only front matter
Progress = Callable[[int, int, str], None]  # parts done, parts to do, the part just done


@dataclass(frozen=True)
class Places:
    """Where a build writes: the PDFs, and beside them the HTML of parts, the store and the manifest."""

    pdf: Path
    html: Path
    store: Path
    manifest: Path


@dataclass(frozen=True)
class Built:
    """The outcome of a build: volumes by what happened to them, parts laid out, and what the layout found."""

    written: tuple[str, ...]
    kept: tuple[str, ...]
    failed: tuple[str, ...]
    laid_out: int
    pages: int
    diagnostics: tuple[Diagnostic, ...]


@dataclass
class Builder:
    """One run: pages by part key, shared by all volumes."""

    compilation: Compilation
    places: Places
    is_final: bool
    jobs: int
    progress: Progress
    _keys: Keys = field(default_factory=Keys)
    _printed: dict[str, pdf.Printed] = field(default_factory=dict)
    _laid_out: int = 0

    def run(self, volumes: Sequence[Volume]) -> Built:
        """Bring these volumes up to date. OSError when the disk refuses."""
        for folder in {self.places.pdf, self.places.html, self.places.store}:
            sweep(folder)
        self._lay_out([placed.part for volume in volumes for placed in volume.placements if not placed.part.is_late])
        filled = self._fill_late(volumes)
        manifest = read_manifest(self.places.manifest)
        outcomes = {volume.name: self._bring_up_to_date(volume, filled[volume.name], manifest) for volume in volumes}
        if "written" in outcomes.values():
            write_manifest(self.places.manifest, manifest)
        return Built(
            written=_with(outcomes, "written"),
            kept=_with(outcomes, "kept"),
            failed=_with(outcomes, "failed"),
            laid_out=self._laid_out,
            pages=sum(manifest[volume.name].pages for volume in volumes if volume.name in manifest),
            diagnostics=ordered(found for parts in filled.values() for part in parts for found in self._flaws(part)),
        )

    def _lay_out(self, parts: Sequence[Part]) -> None:
        """Pages for all these parts, from the store or from the engine."""
        wanted = {self._keys.part(part): part for part in parts}
        store = Store(self.places.store)
        for key in wanted.keys() - self._printed.keys():
            if (stored := store.get(key)) is not None and (printed := _readable(stored)) is not None:
                self._printed[key] = printed
        missing = {key: part for key, part in wanted.items() if key not in self._printed}
        for done, (part, printed) in enumerate(export_all(missing.values(), self.jobs), 1):
            key = self._keys.part(part)
            self._printed[key] = printed
            self._laid_out += 1
            if printed.pages:
                store.put(key, printed.to_bytes())
            self.progress(done, len(missing), part.name)

    def _fill_late(self, volumes: Sequence[Volume]) -> dict[str, tuple[Part, ...]]:
        """The parts of each volume with page numbers filled in, and laid out."""
        filled: dict[str, tuple[Part, ...]] = {volume.name: () for volume in volumes}
        for _ in range(_ROUNDS):
            before = filled
            filled = {volume.name: self._fill(volume, before[volume.name]) for volume in volumes}
            if filled == before:
                break
            self._lay_out([part for parts in filled.values() for part in parts])
        return filled

    def _fill(self, volume: Volume, before: tuple[Part, ...]) -> tuple[Part, ...]:
        parts = before or tuple(placed.part for placed in volume.placements)
        pages = [None if part.is_late else self._printed[self._keys.part(part)] for part in parts]
        labels = dict(pdf.labels(volume, pages))
        labels |= {STATUS: "final" if self.is_final else "draft", PAGES: labels.pop("", "")}
        return tuple(fill(placed.part, labels) for placed in volume.placements)

    def _bring_up_to_date(self, volume: Volume, parts: tuple[Part, ...], manifest: dict[str, Entry]) -> str:
        """Bind and write one volume unless its file is current: `written`, `kept` or `failed`."""
        keys = [self._keys.part(part) for part in parts]
        printed = [self._printed[key] for key in keys]
        lost = any(flaw.fatal for each in printed for flaw in each.flaws)
        if not all(each.pages for each in printed) or (self.is_final and lost):
            return "failed"
        key = self._keys.volume(volume, keys, draft=not self.is_final)
        file = self.places.pdf / f"{volume.name}.pdf"
        if is_current(manifest.get(volume.name), key, file):
            return "kept"
        assets = next(iter(volume.placements)).part.assets
        fonts = {Path(name).name: data for name, data in assets.items() if name.endswith(".woff2")}
        data = pdf.bind(volume, printed, draft=not self.is_final, fonts=fonts)
        for part in parts:
            write_atomically(self.places.html / f"{part.name}.html", part.html.encode())
        write_atomically(file, data)
        manifest[volume.name] = Entry(key, hashlib.sha256(data).hexdigest(), sum(each.pages for each in printed))
        return "written"

    def _flaws(self, part: Part) -> tuple[Diagnostic, ...]:
        """What the layout of a part found, at its place in the inputs; a release refuses what loses content."""
        printed = self._printed[self._keys.part(part)]
        make = error_at if self.is_final or not printed.pages else warning_at
        return tuple(
            (make if flaw.fatal else warning_at)(
                flaw.code, self.compilation.place(flaw.source), f"{flaw.message} (in {part.name})", help=_REMEDY
            )
            for flaw in printed.flaws
        )


_REMEDY = "change the text or the template at this place; a release refuses what cannot be printed whole"


def _readable(stored: bytes) -> pdf.Printed | None:
    try:
        return pdf.Printed.from_bytes(stored)
    except ValueError:
        return None


def _with(outcomes: Mapping[str, str], outcome: str) -> tuple[str, ...]:
    return tuple(name for name, each in outcomes.items() if each == outcome)
