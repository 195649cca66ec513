"""The index of the final report: metropolises with their clusters, clusters by name, transnational fields.

It is read from the finished chapters, from what they say of where each of their elements comes from.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from wp3reports.milestones.final.merge import FinalReport
from wp3reports.milestones.final.merge.subjects import Subject
from wp3reports.milestones.m1_selection.model import ClusterReport
from wp3reports.model import grouped
from wp3reports.render.anchors import places
from wp3reports.render.contents import headings
from wp3reports.volume import late_pages


@dataclass(frozen=True)
class Entry:
    """A line of the index; `note` tells entries of like names apart, `level` is 2 below another entry."""

    name: str
    anchors: Sequence[str]
    main: str = ""  # the anchor of the section that is about nothing else
    note: str = ""
    level: int = 1

    @property
    def pages(self) -> str:
        """The mark that becomes the page numbers."""
        return late_pages(self.anchors)


@dataclass(frozen=True)
class Group:
    """Entries under a heading."""

    title: str
    entries: tuple[Entry, ...]


def index(report: FinalReport, documents: Iterable[str]) -> tuple[Group, ...]:
    """What these documents deal with, in alphabetical order; what is named nowhere is left out."""
    found: dict[Subject, list[str]] = defaultdict(list)
    sections: set[str] = set()
    for document in documents:
        sections.update(heading.anchor for heading in headings(document))
        for pointer, anchor in places(document):
            for subject in report.subjects(pointer):
                found[subject].append(anchor)
    groups = (
        Group("Metropolises and their clusters", tuple(_metropolises(report, found, sections))),
        Group("Clusters by name", tuple(_clusters(report, found))),
        Group("Transnational fields", tuple(_fields(report, found))),
    )
    return tuple(group for group in groups if group.entries)


Found = Mapping[Subject, Sequence[str]]


def _metropolises(report: FinalReport, found: Found, sections: Collection[str]) -> Iterator[Entry]:
    names = _names(report)
    clusters = grouped(names, lambda key: [key.metropolis])
    for partner in sorted(report.partners, key=lambda each: each.metropolis.casefold()):
        own = {names[key]: found[key] for key in clusters.get(partner.id, ()) if key in found}
        anchors, main = found.get(Subject(partner.id), ()), f"final-metropolises-{partner.id}"
        if anchors or own:
            yield Entry(partner.metropolis, anchors, main=main if main in sections else "")
            yield from (Entry(name, own[name], level=2) for name in sorted(own, key=str.casefold))


def _clusters(report: FinalReport, found: Found) -> Iterator[Entry]:
    """Each name once, with all metropolises that have a cluster of that name."""
    by_name: dict[str, list[Subject]] = defaultdict(list)
    for key, name in _names(report).items():
        if key in found:
            by_name[name].append(key)
    for name in sorted(by_name, key=str.casefold):
        cities = ", ".join(report.name(key.metropolis) for key in by_name[name])
        yield Entry(name, [anchor for key in by_name[name] for anchor in found[key]], note=cities)


def _fields(report: FinalReport, found: Found) -> Iterator[Entry]:
    for each in sorted(report.fields, key=lambda field: field.field.name.casefold()):
        if anchors := found.get(Subject(field=each.field.id), ()):
            yield Entry(each.field.name, anchors)


def _names(report: FinalReport) -> Mapping[Subject, str]:
    """The names of all clusters that were described."""
    return {
        Subject(delivery.author, cluster.id): cluster.name
        for delivery in report.deliveries
        if isinstance(delivery.submission, ClusterReport)
        for cluster in delivery.submission.clusters
    }
