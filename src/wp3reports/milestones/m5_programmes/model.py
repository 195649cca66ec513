"""Milestone 5: proposals for joint activities, commitments, joint programmes, dissemination."""

from collections.abc import Mapping

from wp3reports.milestones.m4_concepts.model import ProposalOf
from wp3reports.model import (
    Action,
    Amount,
    Convened,
    Day,
    Dossier,
    Entry,
    Grade,
    HandIn,
    Id,
    Labelled,
    Markdown,
    Month,
    Record,
    Text,
    entries,
)


class Contribution(Record):
    """A metropolis that takes part in a joint activity: with which selected cluster, and what it brings."""

    metropolis: Id
    cluster: Id
    brings: Text


class Activity(Record):
    """A step of a joint activity, from month to month."""

    what: Text
    start: Month
    end: Month


class Budget(Record):
    """An estimate in euro, and on what it rests."""

    amount: Amount
    basis: Text


class JointProposal(Record):
    """A concrete proposal for joint activities; the metropolis that hands it in is among its partners."""

    id: Id
    name: Text
    concept: Id = ""  # of milestone 4
    grade: Grade
    lead: Id
    partners: tuple[Contribution, ...]
    what: Markdown
    activities: tuple[Activity, ...]
    budget: Budget
    funding: Text
    benefit: Text


class Commitment(Record):
    """What a metropolis undertakes for a proposal that another one handed in."""

    metropolis: Id
    proposal: Id
    contribution: Text


class LocalDissemination(Record):
    """How results are made known at home: planned, and as it took place."""

    what: Text
    audience: Text
    planned: Month | None = None
    actual: Day | None = None
    deviation: Text = ""
    source: Id = ""


class ActivitiesReport(HandIn):
    """`inputs/m5_programmes/<partner>.yaml`."""

    proposals: tuple[JointProposal, ...]
    commitments: tuple[Commitment, ...] = ()
    dissemination: tuple[LocalDissemination, ...]


class ProgrammeStatus(Labelled):
    """How far a joint programme has come, in order."""

    DEFERRED = "deferred", "deferred"
    IN_PREPARATION = "in_preparation", "in preparation"
    AGREED = "agreed", "agreed in principle"
    STARTED = "started", "started"


class Programme(Record):
    """A joint programme: the proposals that it brings together, who leads it, how far it is."""

    id: Id
    name: Text
    grade: Grade
    status: ProgrammeStatus
    lead: Id
    partners: tuple[Id, ...]
    proposals: tuple[ProposalOf, ...] = ()  # of milestone 5
    description: Markdown
    next_steps: tuple[Action, ...]


class Disseminated(Record):
    """An event of the plan at which results were, or were to be, made known."""

    event: Id
    audience: Text
    what: Text
    source: Id = ""


class JointProgrammes(Convened):
    """`inputs/m5_programmes/coordinator.yaml`."""

    programmes: tuple[Programme, ...]
    dissemination: tuple[Disseminated, ...]


def joint_proposals(dossier: Dossier) -> Mapping[tuple[str, str], Entry[JointProposal]]:
    """Every proposal of milestone 5, by the metropolis that handed it in and id."""
    found = entries(dossier.of(ActivitiesReport), "proposals", JointProposal)
    return {(each.author, each.record.id): each for each in found}


def programmes_of(dossier: Dossier) -> Mapping[str, Entry[Programme]]:
    """Every joint programme, by id."""
    return {each.record.id: each for each in entries(dossier.of(JointProgrammes), "programmes", Programme)}
