"""A record with the words that a reader needs: whose it is, and what its cluster is called."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from wp3reports.milestones.m1_selection.model import clusters_of
from wp3reports.milestones.m3_themes.model import Expert, ThemeAnalysis, ThemeProposal, ThemesReport
from wp3reports.model import Dossier, Entry, Partner, entries

R = TypeVar("R", Expert, ThemeAnalysis, ThemeProposal)


@dataclass(frozen=True)
class Handed(Generic[R]):
    """A record of a metropolis about one of its clusters; the cluster by its id when milestone 1 has none of it."""

    partner: Partner
    entry: Entry[R]
    cluster: str

    @property
    def record(self) -> R:
        """What was handed in."""
        return self.entry.record

    @property
    def pointer(self) -> str:
        """Where it stands in the hand-in."""
        return self.entry.pointer()


def handed(dossier: Dossier, key: str, kind: type[R]) -> Iterator[Handed[R]]:
    """The records of that kind in the list `key` of all hand-ins, by metropolis."""
    names = cluster_names(dossier)
    partners = {partner.id: partner for partner in dossier.partners}
    for entry in entries(dossier.of(ThemesReport), key, kind):
        about = entry.author, entry.record.cluster
        yield Handed(partners[entry.author], entry, names.get(about, about[1]))


def cluster_names(dossier: Dossier) -> dict[tuple[str, str], str]:
    """The name of each cluster that milestone 1 describes, by metropolis and id."""
    return {key: cluster.name for key, cluster in clusters_of(dossier).items()}
