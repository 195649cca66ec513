"""One run of a build: what a compilation comes to as orders, and their files, each written whole or left as it was."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import TYPE_CHECKING

from wp3reports import pdf
from wp3reports.build import findings
from wp3reports.build.bindery import Bindery
from wp3reports.build.orders import Binder, Order, bind_here, ordered
from wp3reports.build.origin import Origin
from wp3reports.build.outcome import FAILED, WRITTEN, Built, Places
from wp3reports.build.pages import Exporter, Pages, Progress, Settled
from wp3reports.build.proof import Allowance, Proof, keep_proof, proof_of
from wp3reports.diagnostics import Diagnostic
from wp3reports.store import Store, keep_file
from wp3reports.volume import Part, Volume

if TYPE_CHECKING:  # models take longer to load than all of this package
    from wp3reports.pipeline import Compilation


@dataclass
class Builder:
    """Brings volumes of a compilation up to date. A part that fails takes down the volumes that hold it, nothing else.

    `export` lays out parts and `bind` joins them: the only two steps that cost anything. A draft that was `asked` for
    by that request leaves a proof to its release.
    """

    compilation: "Compilation"
    places: Places
    is_final: bool
    export: Exporter
    progress: Progress
    bind: Binder = bind_here
    store: Store | None = None  # the one in `places` where none is given
    asked: str = ""
    _html: set[str] = field(default_factory=set, init=False)

    def run(self, volumes: Sequence[Volume]) -> Built:
        """Bring these volumes up to date. OSError when the disk refuses; what was there is then still there, whole."""
        store = self.store or Store(self.places.store)
        volumes = [volume.released() for volume in volumes] if self.is_final else volumes
        bindery = Bindery.opened(self.places, self.bind, store)
        bindery.sweep(volumes)
        pdf.keep_fonts_in(self.places.fonts)
        pages = Pages(store, self.export, self.progress, self.compilation.limits.pages)
        for volume in volumes:  # merges and digests what each holds, while the parts that were begun ahead are laid out
            pages.keys.provenance(volume)
        settled, moving = pages.settle(volumes, bindery.manifest.parts)
        dossier, snapshot = self.compilation.dossier, self.compilation.snapshot
        origin = Origin.of(snapshot, dossier.issued if dossier else None, pages.keys.tools)
        orders = self._orders(volumes, settled, pages, moving if self.is_final else frozenset())
        outcomes = dict.fromkeys(settled, FAILED)
        for order, outcome in bindery.carry_out(orders, origin, self.compilation.place):
            outcomes[order.volume.name] = outcome
            if outcome == WRITTEN:
                for part in settled[order.volume.name]:
                    self._keep_html(part)
        found = self._found(settled, moving, pages)
        proof = None if found or FAILED in outcomes.values() else self._proof(orders, settled, pages, origin)
        if proof:
            _keep_data(store, orders, proof)
        bindery.close(snapshot, origin, pages.used.union(proof.texts if proof else ()))
        keep_proof(self.places.proof, proof)
        return bindery.built(outcomes, pages.laid_out, found)

    def _orders(
        self, volumes: Sequence[Volume], settled: Settled, pages: Pages, refused: Collection[str]
    ) -> list[Order]:
        """What each volume becomes, but for those that are refused, or whose parts have no pages or lack content."""
        orders: list[Order] = []
        for volume in volumes:
            parts = settled[volume.name]
            printed = [pages.of(part) for part in parts]
            is_lost = self.is_final and any(flaw.fatal for each in printed for flaw in each.flaws)
            if volume.name not in refused and not is_lost and all(each.pages for each in printed):
                pairs = zip(volume.placements, parts, strict=True)
                laid = [pages.keys.laid(placed.part, part) for placed, part in pairs]
                fonts, draft = _fonts(parts[0]) if parts else {}, not self.is_final
                orders.append(ordered(volume, laid, printed, fonts=fonts, keys=pages.keys, draft=draft))
        return orders

    def _found(self, settled: Settled, moving: Collection[str], pages: Pages) -> list[Diagnostic]:
        """What laying out came to."""
        found = [findings.of_numbering(name) for name in sorted(moving)]
        found += findings.of_engine(pdf.differences())
        for part in dict.fromkeys(part for parts in settled.values() for part in parts):
            found += findings.of_part(part, pages.of(part), self.compilation, is_final=self.is_final)
        return found

    def _proof(self, orders: Sequence[Order], settled: Settled, pages: Pages, origin: Origin) -> Proof | None:
        """What the release of this draft can be bound from; None where it has other parts, or is not to be."""
        if self.is_final or not self.asked or not orders:
            return None
        if not all(pages.are_released(order.volume, settled[order.volume.name]) for order in orders):
            return None
        limits = self.compilation.limits
        html = {part.name: _html(part) for parts in settled.values() for part in parts}
        return proof_of(self.asked, Allowance(limits.seconds, limits.megabytes), orders, html, origin)

    def _keep_html(self, part: Part) -> None:
        if part.name not in self._html:
            keep_file(self.places.html / f"{part.name}.html", _html(part))
            self._html.add(part.name)


def _html(part: Part) -> bytes:
    """What lies in the folder for HTML."""
    return part.html.encode("utf-8", "replace")


def _fonts(part: Part) -> Mapping[str, bytes]:
    """The shipped font files by name; all parts may fetch the same ones."""
    return {PurePath(name).name: data for name, data in part.assets.items() if name.endswith(".woff2")}


def _keep_data(store: Store, orders: Sequence[Order], proof: Proof) -> None:
    """Put into the store what the proof names and no input holds."""
    texts = {*proof.texts}
    for file in (file for order in orders for file in order.volume.provenance.attachments):
        if file.sha256 in texts and not store.has(file.sha256):
            store.put(file.sha256, file.data)
