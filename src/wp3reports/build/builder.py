"""One run of a build: volumes brought up to date, each file written whole or left as it was."""

import hashlib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from wp3reports import pdf
from wp3reports.build import findings
from wp3reports.build.keys import Keys
from wp3reports.build.manifest import Entry, Manifest, is_current, read_manifest, write_manifest
from wp3reports.build.mapping import mapping
from wp3reports.build.orders import Binder, Order, bind_here
from wp3reports.build.origin import Origin
from wp3reports.build.outcome import FAILED, KEPT, WRITTEN, Built, Places, named
from wp3reports.build.pages import Exporter, Pages, Progress, Settled
from wp3reports.build.sourcemap import SourceMap
from wp3reports.diagnostics import Diagnostic, ordered
from wp3reports.store import Store, sweep, write_atomically
from wp3reports.volume import Part, Volume

if TYPE_CHECKING:  # models take longer to load than all of this package
    from wp3reports.pipeline import Compilation


@dataclass
class Builder:
    """Brings volumes of a compilation up to date. A part that fails takes down the volumes that hold it, nothing else.

    `export` lays out parts and `bind` joins them: the only two steps that cost anything.
    """

    compilation: "Compilation"
    places: Places
    is_final: bool
    export: Exporter
    progress: Progress
    bind: Binder = bind_here
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
        for volume in volumes:  # merges and digests what each holds, while the parts that were begun ahead are laid out
            pages.keys.provenance(volume)
        manifest = read_manifest(self.places.manifest)
        before = manifest.to_bytes()
        settled, moving = pages.settle(volumes, manifest.parts)
        origin = Origin.of(self.compilation, pages.keys.tools)
        maps = mapping(self.compilation)
        orders = self._orders(volumes, settled, pages, moving if self.is_final else frozenset())
        outcomes = dict.fromkeys(settled, FAILED)
        for order, outcome in self._brought_up_to_date(orders.values(), manifest, pages.keys):
            name = order.volume.name
            outcomes[name] = outcome
            if outcome != FAILED:  # while others are still bound
                manifest.keep(name, manifest.volumes[name], origin)
                self._keep_map(maps(order.volume, order.printed, manifest.volumes[name].sha256))
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

    def _orders(
        self, volumes: Sequence[Volume], settled: Settled, pages: Pages, refused: Collection[str]
    ) -> dict[str, Order]:
        """What each volume becomes, but for those that are refused, or whose parts have no pages or lack content."""
        orders: dict[str, Order] = {}
        for volume in volumes:
            parts = settled[volume.name]
            printed = [pages.of(part) for part in parts]
            is_lost = self.is_final and any(flaw.fatal for each in printed for flaw in each.flaws)
            if volume.name not in refused and not is_lost and all(each.pages for each in printed):
                key = pages.keys.volume(volume, [pages.keys.part(part) for part in parts], draft=not self.is_final)
                orders[volume.name] = Order(volume, parts, printed, not self.is_final, key)
        return orders

    def _brought_up_to_date(
        self, orders: Collection[Order], manifest: Manifest, keys: Keys
    ) -> Iterator[tuple[Order, str]]:
        """Bind and write what is not there as ordered; each order with what came of it, those last that are there."""
        kept = [order for order in orders if self._is_current(order, manifest)]
        there = {order.volume.name for order in kept}
        for order, made in self.bind([order for order in orders if order.volume.name not in there]):
            if isinstance(made, Exception):
                self._found.append(findings.of_binding(order.volume, made))
                yield order, FAILED
                continue
            for part in order.parts:
                self._keep_html(part)
            write_atomically(self.places.files(order.volume.name)[0], made)
            manifest.volumes[order.volume.name] = _entry(order, made, keys)
            yield order, WRITTEN
        yield from ((order, KEPT) for order in kept)

    def _is_current(self, order: Order, manifest: Manifest) -> bool:
        name = order.volume.name
        return is_current(manifest.volumes.get(name), order.key, self.places.files(name)[0])

    def _keep_texts(self, store: Store, origin: Origin) -> None:
        """Keep what the volumes were made from, so that it can be told later what has changed."""
        for path, digest in origin.texts:
            if not store.has(digest):
                store.put(digest, self.compilation.snapshot.files[path])

    def _keep_map(self, made: SourceMap) -> None:
        """Write the map of a PDF that is there unless it is the same: lines move where no page changes."""
        _keep(self.places.files(made.volume)[1], made.to_bytes())

    def _keep_html(self, part: Part) -> None:
        if part.name not in self._html:
            _keep(self.places.html / f"{part.name}.html", part.html.encode("utf-8", "replace"))
            self._html.add(part.name)


def _keep(file: Path, data: bytes) -> None:
    """Write a file unless it is the same."""
    if not file.is_file() or file.read_bytes() != data:
        write_atomically(file, data)


def _entry(order: Order, data: bytes, keys: Keys) -> Entry:
    """What is noted of a file that was bound."""
    placed = zip(order.volume.placements, order.parts, strict=True)
    return Entry(
        order.key,
        hashlib.sha256(data).hexdigest(),
        sum(each.pages for each in order.printed),
        is_draft=order.draft,
        frame=keys.frame(order.volume),
        parts=tuple(keys.laid(each.part, part) for each, part in placed),
    )
