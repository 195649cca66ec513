"""The proposals by the transnational field of their clusters, with what they answer."""

from dataclasses import dataclass

from wp3reports.milestones.m2_swot.model import Answerable, CommonDefinition, TransnationalField, answerable
from wp3reports.milestones.m3_themes.merge.handed import Handed, cluster_names, handed
from wp3reports.milestones.m3_themes.model import ThemeProposal
from wp3reports.model import Dossier, grouped


@dataclass(frozen=True)
class Answered:
    """A statement of a SWOT that a proposal answers; `found` is None when nothing there has this id."""

    id: str
    found: Answerable | None
    cluster: str  # what the statement is about


@dataclass(frozen=True)
class Proposed:
    """A proposal with the statements that it answers."""

    of: Handed[ThemeProposal]
    answers: tuple[Answered, ...]

    @property
    def sought(self) -> tuple[str, ...]:
        """The metropolises that it seeks, each once; its own is none of them."""
        wished = dict.fromkeys(wish.metropolis for wish in self.of.record.seeks)
        return tuple(metropolis for metropolis in wished if metropolis != self.of.partner.id)


@dataclass(frozen=True)
class FieldProposals:
    """A transnational field of milestone 2 and the proposals for its clusters; without a field, those of no field."""

    field: TransnationalField | None
    proposals: tuple[Proposed, ...]


def proposed(dossier: Dossier) -> tuple[Proposed, ...]:
    """All proposals by metropolis, in the order of the hand-ins."""
    statements, names = answerable(dossier), cluster_names(dossier)

    def answered(author: str, cluster: str, statement: str) -> Answered:
        found = statements.get((author, statement))
        about = found.cluster if found else cluster
        return Answered(statement, found, names.get((author, about), about))

    return tuple(
        Proposed(
            each,
            tuple(answered(each.partner.id, each.record.cluster, statement) for statement in each.record.answers),
        )
        for each in handed(dossier, "proposals", ThemeProposal)
    )


def by_field(dossier: Dossier, proposals: tuple[Proposed, ...]) -> tuple[FieldProposals, ...]:
    """The fields in the order of the common definition; a proposal stands in the first one that lists its cluster."""
    common = dossier.one(CommonDefinition)
    fields = common.submission.transnational_fields if common else ()
    listed: dict[tuple[str, str], int] = {}
    for place, field in enumerate(fields):
        for each in field.members:
            listed.setdefault((each.metropolis, each.cluster), place)
    found = grouped(proposals, lambda each: [listed.get((each.of.partner.id, each.of.record.cluster))])
    groups = (FieldProposals(field, found.get(place, ())) for place, field in enumerate(fields))
    return (*groups, *([FieldProposals(None, found[None])] if None in found else []))
