"""What the rules of milestone 5 walk through: each record with its place, and how messages call it."""

from collections.abc import Iterator

from wp3reports.milestones.m4_concepts.rules.handed_in import Listed
from wp3reports.milestones.m5_programmes.model import (
    ActivitiesReport,
    Commitment,
    JointProgrammes,
    JointProposal,
    Programme,
)
from wp3reports.model import Dossier, Entry, entries

JOINT = Listed(ActivitiesReport, "proposals")


def proposals(dossier: Dossier) -> Iterator[Entry[JointProposal]]:
    """Every proposal of every metropolis."""
    return entries(dossier.of(ActivitiesReport), "proposals", JointProposal)


def commitments(dossier: Dossier) -> Iterator[Entry[Commitment]]:
    """Every commitment of every metropolis."""
    return entries(dossier.of(ActivitiesReport), "commitments", Commitment)


def programmes(dossier: Dossier) -> Iterator[Entry[Programme]]:
    """Every joint programme."""
    return entries(dossier.of(JointProgrammes), "programmes", Programme)


def called(dossier: Dossier, proposal: Entry[JointProposal]) -> str:
    """How a message calls a proposal: by its id and the metropolis that hands it in."""
    return f'the proposal "{proposal.record.id}" of {dossier.name(proposal.author)}'
