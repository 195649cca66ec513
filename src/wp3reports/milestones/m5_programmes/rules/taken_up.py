"""What must hold between joint programmes and the proposals that they take up, and between them and the evidence."""

from collections.abc import Iterator

from wp3reports.diagnostics import Diagnostic, Note, error, info, warning
from wp3reports.milestones.m4_concepts.rules.handed_in import unknown_metropolis
from wp3reports.milestones.m5_programmes.chain import evidence
from wp3reports.milestones.m5_programmes.model import JointProgrammes, joint_proposals
from wp3reports.milestones.m5_programmes.rules.walked import JOINT, called, programmes, proposals
from wp3reports.model import Dossier


def programme_without_proposal(dossier: Dossier) -> Iterator[Diagnostic]:
    """A joint programme takes up at least one proposal.

    Why: programmes are initiated from what the metropolises propose; one without a proposal is nobody's.

    What to do: list under `proposals` the metropolis and the id of each proposal that it brings together.
    """
    for programme in programmes(dossier):
        if not programme.record.proposals:
            is_there = "proposals" in programme.record.model_fields_set
            yield error(
                "m5-programme-without-proposal",
                programme.key_at("proposals") if is_there else programme.at("id"),
                f'the programme "{programme.record.id}" takes up no proposal',
                label="none is listed",
            )


def programme_unknown_proposal(dossier: Dossier) -> Iterator[Diagnostic]:
    """A joint programme takes up proposals that were handed in.

    Why: lead, partners, budget and evidence are read from them. Nothing is said of the proposals of a metropolis that
    has not handed in.

    What to do: use the metropolis and the id under `proposals` in its hand-in.
    """
    code = "m5-programme-unknown-proposal"
    for programme in programmes(dossier):
        for index, each in enumerate(programme.record.proposals):
            place = programme.at("proposals", index, "metropolis")
            finding = unknown_metropolis(code, dossier, place, each.metropolis)
            if finding:
                yield finding
            absent = JOINT.absent(dossier, each.metropolis, each.proposal)
            if absent:
                yield error(
                    code,
                    programme.at("proposals", index, "proposal"),
                    f'the programme "{programme.record.id}" takes up "{each.proposal}", '
                    f"which {dossier.name(each.metropolis)} did not propose",
                    **absent,
                )


def programme_partner_without_proposal(dossier: Dossier) -> Iterator[Diagnostic]:
    """Every partner of a joint programme is listed by a proposal that the programme takes up.

    Why: what a partner brings is said in proposals; of this one nobody knows what it does. It may join later, so this
    is a warning. Nothing is said while a proposal of the programme is not known.

    What to do: take up a proposal that lists the partner, or leave it out for now.
    """
    known = joint_proposals(dossier)
    for programme in programmes(dossier):
        taken_up = [known.get((each.metropolis, each.proposal)) for each in programme.record.proposals]
        there = {metropolis for each in taken_up if each for metropolis in each.record.cities}
        for index, metropolis in enumerate(programme.record.partners) if all(taken_up) and taken_up else ():
            if metropolis not in there:
                yield warning(
                    "m5-programme-partner-without-proposal",
                    programme.at("partners", index),
                    f'no proposal of the programme "{programme.record.id}" lists {dossier.name(metropolis)}',
                    label="in none of its proposals",
                    notes=[Note(programme.key_at("proposals"), "its proposals")],
                )


def proposal_unused(dossier: Dossier) -> Iterator[Diagnostic]:
    """Every proposal is taken up by a joint programme.

    Why: a reader asks what became of it. It need not be taken up, so this is a remark. Nothing is said while there
    are no programmes.

    What to do: nothing, if it is meant so; say in the summary of the programmes why it was not taken up.
    """
    delivery = dossier.one(JointProgrammes)
    taken_up = [each for programme in programmes(dossier) for each in programme.record.proposals]
    used = {(each.metropolis, each.proposal) for each in taken_up}
    for proposal in proposals(dossier) if delivery else ():
        if delivery and (proposal.author, proposal.record.id) not in used:
            yield info(
                "m5-proposal-unused",
                proposal.at("id"),
                f"no programme takes up {called(dossier, proposal)}",
                label="not taken up",
                notes=[Note(delivery.source.key_at("programmes"), "the programmes")],
            )


def programme_chain_broken(dossier: Dossier) -> Iterator[Diagnostic]:
    """A joint programme can be followed back to a cluster that was selected in milestone 1.

    Why: this is what the work package promises: programme, proposal of milestone 5, concept of milestone 4, proposal
    of milestone 3 by one of the partners, SWOT statement of milestone 2 that it answers, selected cluster. One whole
    chain is enough. Nothing is said of a programme of which no proposal is known, nor where a chain leads through a
    hand-in that is missing.

    What to do: the note shows the first link that is missing on the way that leads furthest. Add it there, or take up
    a proposal that rests on evidence.
    """
    for programme in programmes(dossier):
        gap = evidence(dossier, programme).gap
        if gap:
            yield error(
                "m5-programme-chain-broken",
                programme.at("id"),
                f'the evidence of the programme "{programme.record.id}" breaks off: {gap.missing}',
                label="leads to no selected cluster",
                notes=[Note(gap.place, "breaks off here")],
            )
