"""The joint programmes, each with its proposals, their budgets and the evidence that it can be followed back to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from wp3reports.milestones.m2_swot.model import Quadrant
from wp3reports.milestones.m5_programmes.chain import Chain, Gap, Link, evidence
from wp3reports.milestones.m5_programmes.merge.network import Key
from wp3reports.milestones.m5_programmes.merge.proposed import Proposed
from wp3reports.milestones.m5_programmes.model import JointProgrammes, Programme
from wp3reports.model import Action, Dossier, Entry, entries


class Ground(NamedTuple):
    """A proposal of milestone 3, the selected cluster that it is for, and the SWOT statements that it answers."""

    theme: Link
    cluster: Link
    statements: tuple[tuple[Quadrant, Link], ...]


class Strand(NamedTuple):
    """The chains that lead through one concept: the proposals above it, and below what each theme proposal rests on."""

    concept: Link
    joints: tuple[Link, ...]
    grounds: tuple[Ground, ...]

    @property
    def clusters(self) -> tuple[Link, ...]:
        """The selected clusters at its foot, each once."""
        return tuple(dict.fromkeys(ground.cluster for ground in self.grounds))


class Total(NamedTuple):
    """The sum of those budgets that are plain numbers, and how many of all they are."""

    amount: str
    counted: int
    of: int


@dataclass(frozen=True)
class Initiated:
    """A joint programme with its proposals, their budgets, and the chains of evidence, drawn together by concept."""

    entry: Entry[Programme]
    proposals: tuple[Proposed, ...]
    total: Total
    strands: tuple[Strand, ...]
    gap: Gap | None

    @property
    def next_step(self) -> Action | None:
        """What is due first; what has no month comes last."""
        return min(self.entry.record.next_steps, key=lambda step: step.due or date.max, default=None)


def initiated(dossier: Dossier, proposed: Mapping[Key, Proposed]) -> tuple[Initiated, ...]:
    """Every programme, in the co-ordinator's order."""
    found = entries(dossier.of(JointProgrammes), "programmes", Programme)
    return tuple(_initiated(dossier, each, proposed) for each in found)


def _initiated(dossier: Dossier, programme: Entry[Programme], proposed: Mapping[Key, Proposed]) -> Initiated:
    taken_up = dict.fromkeys((each.metropolis, each.proposal) for each in programme.record.proposals)
    proposals = tuple(proposed[key] for key in taken_up if key in proposed)
    followed = evidence(dossier, programme)
    return Initiated(programme, proposals, _total(proposals), _strands(followed.chains), followed.gap)


def _strands(chains: Sequence[Chain]) -> tuple[Strand, ...]:
    """Chains drawn together by concept, so that nothing is said twice; all in their order."""
    found: dict[Link, dict[tuple[Link, Link], dict[tuple[Quadrant, Link], None]]] = {}
    for each in chains:
        grounds = found.setdefault(each.concept, {}).setdefault((each.theme, each.cluster), {})
        grounds[each.quadrant, each.statement] = None
    return tuple(
        Strand(
            concept,
            tuple(dict.fromkeys(each.joint for each in chains if each.concept == concept)),
            tuple(Ground(theme, cluster, tuple(said)) for (theme, cluster), said in grounds.items()),
        )
        for concept, grounds in found.items()
    )


def _total(proposals: tuple[Proposed, ...]) -> Total:
    amounts = [amount for each in proposals if (amount := _plain(each.entry.record.budget.amount)) is not None]
    return Total(str(sum(amounts, Decimal(0))), len(amounts), len(proposals))


def _plain(amount: str) -> Decimal | None:
    """The number, if it is one that can be added: neither a range nor about."""
    try:
        return Decimal(amount)
    except InvalidOperation:
        return None
