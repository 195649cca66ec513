"""Technologies against metropolises, joint priorities, and the roles that the common concept has to consider."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from wp3reports.milestones.m4_concepts.model import (
    Consideration,
    JointPriority,
    PracticesReport,
    Role,
    Technology,
    TechnologyPriority,
    Weight,
    considered_of,
    joint_of,
)
from wp3reports.model import Dossier, Entry, Partner, entries

_SCALE = tuple(Weight)  # from the highest
_Priorities = tuple[Entry[TechnologyPriority], ...]


@dataclass(frozen=True)
class TechnologyRow:
    """A technology and its priorities by metropolis, those of the highest weight first."""

    technology: Technology
    priorities: Mapping[str, _Priorities]

    def weight(self, metropolis: str) -> Weight | None:
        """The highest weight that the metropolis gives it."""
        found = self.priorities.get(metropolis)
        return found[0].record.weight if found else None

    @property
    def rank(self) -> tuple[int, int]:
        """How many metropolises name it, and how much weight they give it together."""
        weights = [found[0].record.weight for found in self.priorities.values()]
        return len(weights), sum(len(_SCALE) - _SCALE.index(weight) for weight in weights)


@dataclass(frozen=True)
class Joint:
    """A joint priority and the weight that each of its metropolises, by id, gives the technology."""

    entry: Entry[JointPriority]
    weights: tuple[tuple[str, Weight | None], ...]


@dataclass(frozen=True)
class Played:
    """The role of a metropolis as it describes it, and how the common concept considered it."""

    partner: Partner
    role: Entry[Role] | None
    considered: Entry[Consideration] | None


def technologies(dossier: Dossier) -> tuple[TechnologyRow, ...]:
    """The technologies that some metropolis names, those of most metropolises and most weight first."""
    found = tuple(entries(dossier.of(PracticesReport), "priorities", TechnologyPriority))
    rows = (
        TechnologyRow(technology, _by_metropolis(each for each in found if each.record.technology is technology))
        for technology in Technology
    )
    return tuple(sorted((row for row in rows if row.priorities), key=lambda row: row.rank, reverse=True))


def joint_priorities(dossier: Dossier, rows: Iterable[TechnologyRow]) -> tuple[Joint, ...]:
    """The joint priorities in the order of the co-ordinator."""
    known = {row.technology: row for row in rows}
    return tuple(
        Joint(
            entry,
            tuple(
                (each, row.weight(each) if (row := known.get(entry.record.technology)) else None)
                for each in entry.record.metropolises
            ),
        )
        for entry in joint_of(dossier)
    )


def roles(dossier: Dossier) -> tuple[Played, ...]:
    """All metropolises in their order, those without a role too."""
    described = {
        delivery.author: Entry(delivery, ("role",), delivery.submission.role)
        for delivery in dossier.of(PracticesReport)
        if delivery.submission.role
    }
    considered = {entry.record.metropolis: entry for entry in considered_of(dossier)}
    return tuple(Played(each, described.get(each.id), considered.get(each.id)) for each in dossier.partners)


def _by_metropolis(priorities: Iterable[Entry[TechnologyPriority]]) -> Mapping[str, _Priorities]:
    found: dict[str, _Priorities] = {}
    for each in sorted(priorities, key=lambda entry: _SCALE.index(entry.record.weight)):
        found[each.author] = (*found.get(each.author, ()), each)
    return found
