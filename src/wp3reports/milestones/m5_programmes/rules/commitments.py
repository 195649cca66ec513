"""What must hold of commitments: a metropolis undertakes something for the proposal of another one."""

from collections.abc import Iterator

from wp3reports.diagnostics import Diagnostic, Note, error, warning
from wp3reports.milestones.m4_concepts.rules.handed_in import unknown_metropolis
from wp3reports.milestones.m5_programmes.model import ActivitiesReport, joint_proposals
from wp3reports.milestones.m5_programmes.rules.walked import JOINT, called, commitments, proposals
from wp3reports.model import Dossier, repeated, weighed


def commitment_unknown_metropolis(dossier: Dossier) -> Iterator[Diagnostic]:
    """A commitment names the metropolis that handed in the proposal, by its id.

    Why: ids of proposals are unique within a metropolis only.

    What to do: use an id of inputs/partners.yaml.
    """
    for commitment in commitments(dossier):
        place, metropolis = commitment.at("metropolis"), commitment.record.metropolis
        finding = unknown_metropolis("m5-commitment-unknown-metropolis", dossier, place, metropolis)
        if finding:
            yield finding


def commitment_unknown_proposal(dossier: Dossier) -> Iterator[Diagnostic]:
    """A commitment is for a proposal that the named metropolis handed in.

    Why: a commitment to nothing binds nobody. Nothing is said while that metropolis has not handed in.

    What to do: use the id under `proposals` in the hand-in of that metropolis.
    """
    for commitment in commitments(dossier):
        metropolis, proposal = commitment.record.metropolis, commitment.record.proposal
        absent = JOINT.absent(dossier, metropolis, proposal)
        if absent:
            yield error(
                "m5-commitment-unknown-proposal",
                commitment.at("proposal"),
                f'{dossier.name(commitment.author)} commits to "{proposal}", '
                f"which {dossier.name(metropolis)} did not propose",
                **absent,
            )


def commitment_to_itself(dossier: Dossier) -> Iterator[Diagnostic]:
    """A commitment is for the proposal of another metropolis.

    Why: who hands in a proposal is bound by it already, and says what it brings under `partners`.

    What to do: remove the commitment, or name the metropolis that is meant.
    """
    for commitment in commitments(dossier):
        if commitment.record.metropolis == commitment.author:
            yield error(
                "m5-commitment-to-itself",
                commitment.at("metropolis"),
                f"{dossier.name(commitment.author)} commits to a proposal of its own",
                label="itself",
            )


def commitment_twice(dossier: Dossier) -> Iterator[Diagnostic]:
    """A metropolis commits to a proposal once.

    Why: of two commitments to one proposal nobody can tell which holds, or whether both do.

    What to do: bring the two together.
    """
    for delivery in dossier.of(ActivitiesReport):
        made = delivery.submission.commitments
        for index, first in repeated((each.metropolis, each.proposal) for each in made):
            yield error(
                "m5-commitment-twice",
                delivery.at("commitments", index, "proposal"),
                f'{dossier.name(delivery.author)} commits to "{made[index].proposal}" of '
                f"{dossier.name(made[index].metropolis)} twice",
                label="again",
                notes=[Note(delivery.at("commitments", first, "proposal"), "first committed here")],
            )


def commitment_not_partner(dossier: Dossier) -> Iterator[Diagnostic]:
    """The proposal that a metropolis commits to lists it among its partners.

    Why: the two cities do not say the same; most often they did not speak of it yet. It may be meant, so this is a
    warning.

    What to do: have the metropolis that handed in the proposal add the partner, or withdraw the commitment.
    """
    known = joint_proposals(dossier)
    for commitment in commitments(dossier):
        proposal = known.get((commitment.record.metropolis, commitment.record.proposal))
        if proposal and commitment.author not in {proposal.author, *proposal.record.cities}:
            yield warning(
                "m5-commitment-not-partner",
                commitment.at("proposal"),
                f"{dossier.name(commitment.author)} commits to {called(dossier, proposal)}, which does not list it",
                label="not listed there",
                notes=[Note(proposal.key_at("partners"), "the partners of the proposal")],
            )


def proposal_partner_uncommitted(dossier: Dossier) -> Iterator[Diagnostic]:
    """Every partner of a proposal, other than the metropolis that hands it in, commits to it.

    Why: being listed is what another city hopes for; only a commitment says that it will be so. For a partner that is
    an observer this is a remark; nothing is said of one that has not handed in.

    What to do: the partner adds an entry under `commitments` with the metropolis and the id of the proposal, or asks
    to be left out.
    """
    committed = {(each.author, each.record.metropolis, each.record.proposal) for each in commitments(dossier)}
    for proposal in proposals(dossier):
        first = {part.metropolis: index for index, part in reversed([*enumerate(proposal.record.partners)])}
        for metropolis, index in first.items():
            delivery = dossier.one(ActivitiesReport, metropolis)
            wanted = (metropolis, proposal.author, proposal.record.id)
            if delivery and metropolis != proposal.author and wanted not in committed:
                name = dossier.name(metropolis)
                finding = warning(
                    "m5-proposal-partner-uncommitted",
                    proposal.at("partners", index, "metropolis"),
                    f"{called(dossier, proposal)} counts on {name}, which does not commit to it",
                    label="no commitment",
                    notes=[Note(delivery.source.key_at("commitments"), f"the commitments of {name}")],
                )
                yield weighed(finding, dossier.partner(metropolis))
