"""The release of a draft as orders, from what the draft left: nothing is compiled, and no model is loaded.

Where anything is missing, damaged or not as the draft left it, there are no such orders, and a builder has to make
them: it tells what is to be told.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, TypeVar

from wp3reports import pdf
from wp3reports.build.bindery import Bindery
from wp3reports.build.keys import Keys
from wp3reports.build.manifest import Manifest
from wp3reports.build.orders import Binder, Order, ordered
from wp3reports.build.origin import Origin
from wp3reports.build.outcome import FAILED, Built, Places
from wp3reports.build.pages import stored_pages
from wp3reports.build.proof import Proof, digest_of_html, keep_proof
from wp3reports.build.record import Record
from wp3reports.diagnostics import Span
from wp3reports.snapshot import Snapshot
from wp3reports.store import Store


class Left(NamedTuple):
    """What a draft left: its proof, its record, the inputs that both are of, and the store with its pages."""

    proof: Proof
    record: Record
    snapshot: Snapshot
    store: Store


class _Release(NamedTuple):
    """Orders for all reports of a release, and where in the inputs each pointer leads that stands on their pages."""

    orders: tuple[Order, ...]
    spans: Mapping[str, Span]
    keys: Keys


Value = TypeVar("Value")


class _LackingError(LookupError):
    """Something is not as the draft left it."""


def release(left: Left, places: Places, bind: Binder) -> Built | None:
    """Bring a release up to date; None, and nothing is written, where the draft has not left all of it.

    OSError when the disk refuses; what was there is then still there, whole.
    """
    bindery = Bindery.opened(places, bind, left.store)
    try:
        made = _released(left, places, bindery.manifest)
    except (LookupError, OSError, ValueError):
        return None
    bindery.sweep([order.volume for order in made.orders])
    pdf.keep_fonts_in(places.fonts)
    origin = Origin.of(left.snapshot, made.orders[0].volume.issued, made.keys.tools)
    outcomes = {order.volume.name: FAILED for order in made.orders}
    for order, outcome in bindery.carry_out(made.orders, origin, made.spans.__getitem__):
        outcomes[order.volume.name] = outcome
    bindery.close(left.snapshot, origin, {part.key for order in made.orders for part in order.parts})
    keep_proof(places.proof, None)
    return bindery.built(outcomes)


def _released(left: Left, places: Places, manifest: Manifest) -> _Release:
    """The orders; LookupError, OSError or ValueError where something is not as the draft left it."""
    keys, printed, orders = Keys(), dict[str, pdf.Printed](), list[Order]()
    contents = _contents(left, places)
    volumes = left.proof.volumes(contents)
    fonts = {name: contents(digest) for name, digest in left.proof.fonts.items()}
    for volume in volumes:
        entry = manifest.volumes[volume.name]
        _require(entry.key == keys.volume(volume, [part.key for part in entry.parts], draft=True))
        for part in entry.parts:
            if part.key not in printed:
                printed[part.key] = _found(stored_pages(left.store, part.key))
        laid = [part for placed, part in zip(volume.placements, entry.parts, strict=True) if not placed.draft_only]
        pages = [printed[part.key] for part in laid]
        orders.append(ordered(volume.released(), laid, pages, fonts=fonts, keys=keys, draft=False))
    names = {part.name for volume in volumes for part in manifest.volumes[volume.name].parts}
    html = ((name, (places.html / f"{name}.html").read_bytes()) for name in names)
    _require(bool(orders) and left.proof.html == digest_of_html(html))
    maps = (places.files(volume.name)[1] for volume in volumes)
    return _Release(tuple(orders), dict(_spans(maps, left.record)), keys)


def _contents(left: Left, places: Places) -> Callable[[str], bytes]:
    """Finds files inside reports by their digests: inputs, and what the draft stored. LookupError for all others."""
    store, snapshot = Store(places.store), left.snapshot  # of its own: what is damaged here no page is missing for
    inputs = {snapshot.digest(path): data for path, data in snapshot.files.items()}

    def content(digest: str) -> bytes:
        return inputs[digest] if digest in inputs else _found(store.get(digest))

    return content


def _spans(maps: Iterable[Path], record: Record) -> Iterator[tuple[str, Span]]:
    """The places of all pointers that stand in these maps."""
    for file in maps:
        data = file.read_bytes()
        _require(record.files.get(str(file)) == hashlib.sha256(data).hexdigest())
        for each in json.loads(data)["sources"]:
            yield each["pointer"], Span(each["path"], each["line"], each["column"])


def _found(value: Value | None) -> Value:
    if value is None:
        raise _LackingError
    return value


def _require(holds: bool) -> None:  # noqa: FBT001 - what must hold
    if not holds:
        raise _LackingError
