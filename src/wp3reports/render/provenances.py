"""Which files of the project a volume is made from, as they are attached to it.

A milestone looks back, never ahead: so a merged report is made from all hand-ins up to its milestone. The report of one
metropolis is made from its own ones, from what the co-ordinator wrote before, from where the clusters that it names of
others are described, and from whatever its pages point at.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from hashlib import sha256
from typing import Any, NamedTuple

from wp3reports.merged import merged_data
from wp3reports.milestones import MILESTONES
from wp3reports.model import COORDINATOR, PARTNERS_FILE, PROJECT_FILE, WAIVERS_FILE, Delivery, Dossier, grouped
from wp3reports.provenance import Attachment, Input, Provenance, Relation
from wp3reports.render.imprint import Imprint
from wp3reports.snapshot import Snapshot
from wp3reports.volume import Placement

YAML, JSON = "application/yaml", "application/json"  # RFC 9512 and 8259, whatever the tables of this system say
FRAME = {
    PROJECT_FILE: "The project, its plan and its events",
    PARTNERS_FILE: "The partners that hand in",
    WAIVERS_FILE: "The findings that are waived",
}
NAMING = "m1_selection"  # the milestone in which a metropolis gives its clusters their names
_POINTER = re.compile(r'data-src="([^"#]+)#')
_ORDER = {milestone.name: place for place, milestone in enumerate(MILESTONES)}


class _Known(NamedTuple):
    """The hand-ins by milestone and by author, so that no volume has to look at all of them."""

    by_milestone: Mapping[str, tuple[Delivery[Any], ...]]
    by_author: Mapping[str, tuple[Delivery[Any], ...]]

    @classmethod
    def of(cls, dossier: Dossier) -> "_Known":
        return cls(
            grouped(dossier.deliveries, lambda each: [each.milestone]),
            grouped(dossier.deliveries, lambda each: [each.author]),
        )

    def looked_at(self, imprint: Imprint) -> set[str]:
        """The hand-ins that a volume may show something of, though no place of them is marked on its pages."""
        here = _ORDER[imprint.report.period.milestone]
        if imprint.partner is None or imprint.delivery is None:
            found = [each for name, held in self.by_milestone.items() if _ORDER[name] <= here for each in held]
        else:
            values = imprint.delivery.leaves if here > _ORDER[NAMING] else ()
            named = {value for _, value in values if isinstance(value, str)}
            own, this = self.by_author.get(imprint.partner.id, ()), imprint.delivery.milestone
            found = [
                *(each for each in own if _ORDER[each.milestone] <= here),
                *(each for each in self._before(COORDINATOR, here) if each.milestone != this),
                *(each for name in named for each in self._before(name, here) if each.milestone == NAMING),
            ]
        return {each.source.path for each in found}

    def _before(self, author: str, here: int) -> Iterator[Delivery[Any]]:
        return (each for each in self.by_author.get(author, ()) if _ORDER[each.milestone] <= here)


class Provenances:
    """What the volumes of one run are made from."""

    def __init__(self, snapshot: Snapshot, dossier: Dossier) -> None:
        """Each file is described and hashed once, however many volumes are made from it."""
        told = dict(FRAME) | {each.source.path: _told(each, dossier) for each in dossier.deliveries}
        self._files = dict(snapshot.under("inputs"))
        self._dossier = dossier
        self._texts = {path: _attached(path, data, told[path]) for path, data in self._files.items() if path in told}
        self._order = {path: place for place, path in enumerate(self._texts)}
        self._known = _Known.of(dossier)
        self._templates = _digest((path, data) for path, data in snapshot.under("templates"))

    def of(self, imprint: Imprint, placed: Iterable[Placement], *, with_data: bool) -> Provenance:
        """That of the volume that is bound from these parts; with the merged data as an attachment or without."""
        parts = [placement.part for placement in placed]
        pointed_at = {path for part in parts for path in _POINTER.findall(part.html)}
        known = {*FRAME, *pointed_at, *self._known.looked_at(imprint)} & self._order.keys()
        texts = {path: self._texts[path] for path in sorted(known, key=self._order.__getitem__)}
        shown = {name for part in parts for name in part.assets if name in self._files}
        inputs = [Input(path, each.sha256, each.name) for path, each in texts.items()]
        inputs += [Input(path, sha256(self._files[path]).hexdigest()) for path in sorted(shown)]
        return Provenance(
            deliverable=imprint.deliverable,
            milestone=imprint.report.period.milestone,
            version=imprint.version,
            templates=self._templates,
            inputs=tuple(inputs),
            attachments=(*texts.values(), *([self._data(imprint)] if with_data else [])),
        )

    def _data(self, imprint: Imprint) -> Attachment:
        """The merged data of a report."""
        period = imprint.report.period
        told = f"What was merged for {period.title}, for programs"
        content = partial(merged_data, imprint.report, self._dossier.deliveries)
        return Attachment(f"{period.milestone}.json", JSON, told, Relation.DATA, content)


def _told(delivery: Delivery[Any], dossier: Dossier) -> str:
    """The hand-in described."""
    period = dossier.project.period(delivery.milestone)
    title = f"milestone {period.number}, {period.title}" if period else delivery.milestone
    if delivery.author == COORDINATOR:
        return f"The co-ordinator's part of {title}"
    return f"The hand-in of {dossier.name(delivery.author)} for {title}"


def _attached(path: str, data: bytes, description: str) -> Attachment:
    """An input file as it is; its folders go into its name, because readers list names only."""
    name = path.removeprefix("inputs/").replace("/", "-")
    return Attachment(name, YAML, description, Relation.SOURCE, partial(bytes, data))


def _digest(files: Iterable[tuple[str, bytes]]) -> str:
    """One digest of several files, as `sha256sum` over a list of `sha256sum` would give it."""
    lines = "".join(f"{sha256(data).hexdigest()}  {path}\n" for path, data in files)
    return sha256(lines.encode()).hexdigest()
