"""One run of a build: volumes brought up to date, each file written whole or left as it was."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from wp3reports import pdf
from wp3reports.build import findings
from wp3reports.build.manifest import Entry, Manifest, is_current, read_manifest, write_manifest
from wp3reports.build.mapping import mapping
from wp3reports.build.origin import Origin
from wp3reports.build.outcome import FAILED, KEPT, WRITTEN, Built, Places, named
from wp3reports.build.pages import Exporter, Pages, Progress
from wp3reports.build.sourcemap import SourceMap
from wp3reports.diagnostics import Diagnostic, ordered
from wp3reports.pipeline import Compilation
from wp3reports.store import Store, sweep, write_atomically
from wp3reports.volume import Part, Volume

Binder = Callable[..., bytes]  # as `pdf.bind`


@dataclass
class Builder:
    """Brings volumes of a compilation up to date. A part that fails takes down the volumes that hold it, nothing else.

    `export` lays out parts and `bind` joins them: the only two steps that cost anything.
    """

    compilation: Compilation
    places: Places
    is_final: bool
    export: Exporter
    progress: Progress
    bind: Binder = pdf.bind
    store: Store | None = None  # the one in `places` where none is given
    _found: list[Diagnostic] = field(default_factory=list, init=False)
    _html: set[str] = field(default_factory=set, init=False)

    def run(self, volumes: Sequence[Volume]) -> Built:
        """Bring these volumes up to date. OSError when the disk refuses; what was there is then still there, whole."""
        store = self.store or Store(self.places.store)
        volumes = [volume.released() for volume in volumes] if self.is_final else volumes
        self._sweep(store, volumes)
        pdf.keep_fonts_in(self.places.fonts)
        pages = Pages(store, self.export, self.progress, self.compilation.limits.pages)
        settled, moving = pages.settle(volumes)
        manifest = read_manifest(self.places.manifest)
        before = manifest.to_bytes()
        origin = Origin.of(self.compilation, pages.keys.tools)
        maps = mapping(self.compilation)
        outcomes: dict[str, str] = {}
        for volume in volumes:
            if self.is_final and volume.name in moving:
                outcomes[volume.name] = FAILED
            else:
                outcomes[volume.name] = self._bring_up_to_date(volume, settled[volume.name], pages, manifest)
            if outcomes[volume.name] != FAILED:
                manifest.keep(volume.name, manifest.volumes[volume.name], origin)
                printed = [pages.of(part) for part in settled[volume.name]]
                self._keep_map(maps(volume, printed, manifest.volumes[volume.name].sha256))
        if manifest.to_bytes() != before:
            self._keep_texts(store, origin)
            write_manifest(self.places.manifest, manifest)
        store.trim(pages.used | manifest.texts)
        if manifest.is_damaged:
            self._found.append(findings.of_manifest(self.places.manifest, self.places.store))
        self._found += (findings.of_numbering(name) for name in sorted(moving))
        self._found += findings.of_store(self.places.store, store.damaged)
        self._found += findings.of_engine(pdf.differences())
        for part in dict.fromkeys(part for parts in settled.values() for part in parts):
            self._found += findings.of_part(part, pages.of(part), self.compilation, is_final=self.is_final)
        return Built(
            written=named(outcomes, WRITTEN),
            kept=named(outcomes, KEPT),
            failed=named(outcomes, FAILED),
            laid_out=pages.laid_out,
            pages=sum(manifest.volumes[name].pages for name, outcome in outcomes.items() if outcome != FAILED),
            diagnostics=ordered(self._found),
        )

    def _sweep(self, store: Store, volumes: Sequence[Volume]) -> None:
        """Remove what killed builds left, in no folder but those that are written to."""
        store.sweep()
        files = [folder / volume.name for volume in volumes for folder in (self.places.pdf, self.places.maps)]
        files += [self.places.html / placed.part.name for volume in volumes for placed in volume.placements]
        for folder in {self.places.manifest.parent, self.places.fonts, *(file.parent for file in files)}:
            sweep(folder)

    def _bring_up_to_date(self, volume: Volume, parts: tuple[Part, ...], pages: Pages, manifest: Manifest) -> str:
        """Bind and write one volume unless its file is current."""
        printed = [pages.of(part) for part in parts]
        is_lost = any(flaw.fatal for each in printed for flaw in each.flaws)
        if not all(each.pages for each in printed) or (self.is_final and is_lost):
            return FAILED
        key = pages.keys.volume(volume, [pages.keys.part(part) for part in parts], draft=not self.is_final)
        file = self.places.pdf / f"{volume.name}.pdf"
        if is_current(manifest.volumes.get(volume.name), key, file):
            return KEPT
        try:
            data = self.bind(volume, printed, draft=not self.is_final, fonts=_fonts(parts))
        except Exception as fault:  # noqa: BLE001 - one volume that cannot be bound must not take down the others
            self._found.append(findings.of_binding(volume, fault))
            return FAILED
        for part in parts:
            self._keep_html(part)
        write_atomically(file, data)
        manifest.volumes[volume.name] = Entry(
            key,
            hashlib.sha256(data).hexdigest(),
            sum(each.pages for each in printed),
            is_draft=not self.is_final,
            frame=pages.keys.frame(volume),
            parts=tuple(pages.keys.laid(each.part, part) for each, part in zip(volume.placements, parts, strict=True)),
        )
        return WRITTEN

    def _keep_texts(self, store: Store, origin: Origin) -> None:
        """Keep what the volumes were made from, so that it can be told later what has changed."""
        for path, digest in origin.texts:
            if not store.has(digest):
                store.put(digest, self.compilation.snapshot.files[path])

    def _keep_map(self, made: SourceMap) -> None:
        """Write the map of a PDF that is there unless it is the same: lines move where no page changes."""
        file, data = self.places.maps / f"{made.volume}.map.json", made.to_bytes()
        if not file.is_file() or file.read_bytes() != data:
            write_atomically(file, data)

    def _keep_html(self, part: Part) -> None:
        if part.name not in self._html:
            write_atomically(self.places.html / f"{part.name}.html", part.html.encode("utf-8", "replace"))
            self._html.add(part.name)


def _fonts(parts: Sequence[Part]) -> dict[str, bytes]:
    """The shipped font files by name; all parts may fetch the same ones."""
    return {Path(name).name: data for name, data in parts[0].assets.items() if name.endswith(".woff2")}
