"""Orders to files: bound where they are not there as ordered, each with its map, and noted in the manifest."""

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from wp3reports.build import findings
from wp3reports.build.manifest import Entry, Manifest, is_current, read_manifest, write_manifest
from wp3reports.build.mapping import mapping
from wp3reports.build.orders import Binder, Order
from wp3reports.build.origin import Origin
from wp3reports.build.outcome import FAILED, KEPT, WRITTEN, Built, Places, named
from wp3reports.diagnostics import Diagnostic, Span, ordered
from wp3reports.snapshot import Snapshot
from wp3reports.store import Store, keep_file, sweep, write_atomically
from wp3reports.volume import Volume


@dataclass(frozen=True)
class Bindery:
    """Where the orders of one run are carried out; `manifest` says what there is, at first what the last run left."""

    places: Places
    bind: Binder
    store: Store
    manifest: Manifest
    found: list[Diagnostic] = field(default_factory=list)
    before: bytes = b""  # what the manifest was like

    @classmethod
    def opened(cls, places: Places, bind: Binder, store: Store) -> "Bindery":
        """With the manifest as it is."""
        manifest = read_manifest(places.manifest)
        return cls(places, bind, store, manifest, before=manifest.to_bytes())

    def sweep(self, volumes: Sequence[Volume]) -> None:
        """Remove what killed builds left, in no folder but those that are written to for these volumes."""
        self.store.sweep()
        places = self.places
        files = [folder / volume.name for volume in volumes for folder in (places.pdf, places.maps)]
        files += [places.html / placed.part.name for volume in volumes for placed in volume.placements]
        for folder in {places.manifest.parent, places.fonts, *(file.parent for file in files)}:
            sweep(folder)

    def carry_out(
        self, orders: Sequence[Order], origin: Origin, place: Callable[[str], Span]
    ) -> Iterator[tuple[Order, str]]:
        """Each order with what came of it, those last that are there as ordered.

        `origin` is what they were made from, `place` where in the inputs a pointer leads. OSError of the disk.
        """
        maps = mapping(place)
        for order, outcome in self._brought_up_to_date(orders):
            name = order.volume.name
            if outcome != FAILED:  # while others are still bound
                self.manifest.keep(name, self.manifest.volumes[name], origin)
                made = maps(order.volume, order.printed, self.manifest.volumes[name].sha256)
                keep_file(self.places.files(name)[1], made.to_bytes())  # lines move where no page changes
            yield order, outcome

    def close(self, snapshot: Snapshot, origin: Origin, used: Collection[str]) -> None:
        """Leave the manifest, and in the store what it names and what was `used`; see what was found damaged."""
        if self.manifest.to_bytes() != self.before:
            self._keep_texts(snapshot, origin)
            write_manifest(self.places.manifest, self.manifest)
        self.store.trim(self.manifest.texts.union(used))
        if self.manifest.is_damaged:
            self.found.append(findings.of_manifest(self.places.manifest, self.places.store))
        self.found.extend(findings.of_store(self.places.store, self.store.damaged))

    def built(self, outcomes: Mapping[str, str], laid_out: int = 0, found: Iterable[Diagnostic] = ()) -> Built:
        """What came of the run, with what was found elsewhere."""
        return Built(
            written=named(outcomes, WRITTEN),
            kept=named(outcomes, KEPT),
            failed=named(outcomes, FAILED),
            laid_out=laid_out,
            pages=sum(self.manifest.volumes[name].pages for name, each in outcomes.items() if each != FAILED),
            diagnostics=ordered([*self.found, *found]),
        )

    def _brought_up_to_date(self, orders: Sequence[Order]) -> Iterator[tuple[Order, str]]:
        """Bind and write what is not there as ordered."""
        kept = [order for order in orders if self._is_current(order)]
        there = {order.volume.name for order in kept}
        for order, made in self.bind([order for order in orders if order.volume.name not in there]):
            if isinstance(made, Exception):
                self.found.append(findings.of_binding(order.volume, made))
                yield order, FAILED
                continue
            write_atomically(self.places.files(order.volume.name)[0], made)
            self.manifest.volumes[order.volume.name] = _entry(order, made)
            yield order, WRITTEN
        yield from ((order, KEPT) for order in kept)

    def _is_current(self, order: Order) -> bool:
        name = order.volume.name
        return is_current(self.manifest.volumes.get(name), order.key, self.places.files(name)[0])

    def _keep_texts(self, snapshot: Snapshot, origin: Origin) -> None:
        """Keep what the volumes were made from, so that it can be told later what has changed."""
        for path, digest in origin.texts:
            if not self.store.has(digest):
                self.store.put(digest, snapshot.files[path])


def _entry(order: Order, data: bytes) -> Entry:
    """What is noted of a file that was bound."""
    digest = hashlib.sha256(data).hexdigest()
    return Entry(order.key, digest, order.pages, is_draft=order.draft, frame=order.frame, parts=order.parts)
