"""Milestone 5: proposals for joint activities, commitments, joint programmes, dissemination."""

from collections.abc import Iterable, Mapping
from typing import Annotated

from wp3reports.milestones.m4_concepts.model import ProposalOf
from wp3reports.model import (
    Action,
    Amount,
    AnyCluster,
    Convened,
    Day,
    Dossier,
    Entry,
    Evidence,
    Graded,
    HandIn,
    Id,
    Ids,
    Labelled,
    Markdown,
    Metropolis,
    Month,
    OtherMetropolis,
    Record,
    Text,
    asks,
    entries,
    grouped,
    indexed,
)


class Contribution(Record):
    """A metropolis that takes part in a joint activity: with which selected cluster, and what it brings."""

    metropolis: Metropolis
    cluster: AnyCluster
    brings: Annotated[Text, asks("What it brings", "A test bench.")]


class Activity(Record):
    """A step of a joint activity, from month to month."""

    what: Annotated[Text, asks("What is done", "First trial")]
    start: Annotated[Month, asks("Its first month")]
    end: Annotated[Month, asks("Its last month")]


class Budget(Record):
    """An estimate in euro, and on what it rests."""

    amount: Annotated[Amount, asks("An estimate in euro, without separators")]
    basis: Annotated[Text, asks("What the estimate rests on", "Half a post for two years")]


class JointProposal(Record):
    """A concrete proposal for joint activities; the metropolis that hands it in is among its partners."""

    id: Annotated[Id, asks("A short name that commitments refer to", "transit-papers")]
    name: Annotated[Text, asks("Its name as it is printed", "Papers of one wagon")]
    concept: Annotated[Id, asks("The concept of milestone 4 it rests on", "paperless-ports", ids=Ids.CONCEPTS)] = ""
    grade: Graded
    lead: Metropolis
    partners: Annotated[tuple[Contribution, ...], asks("All that take part, this city among them, each with a cluster")]
    what: Annotated[Markdown, asks("What is to be done", "The papers are listed.")]
    activities: Annotated[tuple[Activity, ...], asks("The steps, from month to month")]
    budget: Annotated[Budget, asks("What it would cost")]
    funding: Annotated[Text, asks("Who would pay", "Own means in the first year")]
    benefit: Annotated[Text, asks("Who gains what", "Each line is written once.")]

    @property
    def cities(self) -> frozenset[str]:
        """The metropolises that take part, each once, whatever the number of its clusters."""
        return frozenset(part.metropolis for part in self.partners)


class Commitment(Record):
    """What a metropolis undertakes for a proposal that another one handed in."""

    metropolis: OtherMetropolis
    proposal: Annotated[Id, asks("The proposal, by its id in the file of that city", "test-users")]
    contribution: Annotated[Text, asks("What the city undertakes, and until when", "A class of students.")]


class LocalDissemination(Record):
    """How results are made known at home: planned, and as it took place."""

    what: Annotated[Text, asks("What is done to make results known", "Evening for firms")]
    audience: Annotated[Text, asks("Who is addressed", "Firms in the cluster")]
    planned: Annotated[Month | None, asks("The month for which it is planned")] = None
    actual: Annotated[Day | None, asks("The day on which it took place")] = None
    deviation: Annotated[Text, asks("What differs from the plan, and why", "Put off.")] = ""
    source: Evidence = ""


class ActivitiesReport(HandIn):
    """`inputs/m5_programmes/<partner>.yaml`."""

    proposals: Annotated[tuple[JointProposal, ...], asks("Concrete proposals for joint activities")]
    commitments: Annotated[tuple[Commitment, ...], asks("What the city undertakes for the proposals of others")] = ()
    dissemination: Annotated[tuple[LocalDissemination, ...], asks("How results are made known at home")]


class ProgrammeStatus(Labelled):
    """How far a joint programme has come, in order."""

    DEFERRED = "deferred", "deferred"
    IN_PREPARATION = "in_preparation", "in preparation"
    AGREED = "agreed", "agreed in principle"
    STARTED = "started", "started"


class Programme(Record):
    """A joint programme: the proposals that it brings together, who leads it, how far it is."""

    id: Annotated[Id, asks("A short name", "test-users")]
    name: Annotated[Text, asks("Its name as it is printed", "Test users")]
    grade: Graded
    status: Annotated[ProgrammeStatus, asks("How far it is")]
    lead: Metropolis
    partners: Annotated[tuple[Id, ...], asks("All metropolises that take part", ["malmo", "riga"], ids=Ids.PARTNERS)]
    proposals: Annotated[tuple[ProposalOf, ...], asks("The proposals of this milestone that it brings together")] = ()
    description: Annotated[Markdown, asks("What is done together", "Users in three cities.")]
    next_steps: Annotated[tuple[Action, ...], asks("What is to be done, by whom and until when")]


class Disseminated(Record):
    """An event of the plan at which results were, or were to be, made known."""

    event: Annotated[Id, asks("The event, by its id in the plan", "final-conference", ids=Ids.EVENTS)]
    audience: Annotated[Text, asks("Who was addressed", "Cities and regions")]
    what: Annotated[Text, asks("What was presented", "The programmes")]
    source: Evidence = ""


class JointProgrammes(Convened):
    """`inputs/m5_programmes/coordinator.yaml`."""

    programmes: Annotated[tuple[Programme, ...], asks("The joint programmes")]
    dissemination: Annotated[tuple[Disseminated, ...], asks("The events at which results are made known")]


@indexed
def joint_proposals(dossier: Dossier) -> Mapping[tuple[str, str], Entry[JointProposal]]:
    """Every proposal of milestone 5, by the metropolis that handed it in and id."""
    found = entries(dossier.of(ActivitiesReport), "proposals", JointProposal)
    return {(each.author, each.record.id): each for each in found}


@indexed
def programmes_of(dossier: Dossier) -> Mapping[str, Entry[Programme]]:
    """Every joint programme, by id."""
    return {each.record.id: each for each in entries(dossier.of(JointProgrammes), "programmes", Programme)}


def programmes_with(dossier: Dossier, proposals: Iterable[tuple[str, str]]) -> tuple[Entry[Programme], ...]:
    """The joint programmes that take up at least one of these proposals, in the order of the co-ordinator."""
    known = _programmes_by_proposal(dossier)
    found = {place: each for proposal in proposals for place, each in known.get(proposal, ())}
    return tuple(found[place] for place in sorted(found))


@indexed
def _programmes_by_proposal(dossier: Dossier) -> Mapping[tuple[str, str], tuple[tuple[int, Entry[Programme]], ...]]:
    return grouped(
        enumerate(programmes_of(dossier).values()),
        lambda placed: [(each.metropolis, each.proposal) for each in placed[1].record.proposals],
    )
