"""What must hold of the metropolises that take part in a proposal, and of the clusters with which they do."""

from collections.abc import Iterator

from wp3reports.diagnostics import Diagnostic, Note, error, warning
from wp3reports.milestones.m1_selection.rules.decided import decided_for
from wp3reports.milestones.m2_swot.rules.analyses import selected_instead
from wp3reports.milestones.m4_concepts.model import concepts_of
from wp3reports.milestones.m4_concepts.rules.handed_in import unknown_metropolis
from wp3reports.milestones.m5_programmes.rules.walked import called, proposals
from wp3reports.model import Dossier, meant, repeated, weighed


def proposal_one_partner(dossier: Dossier) -> Iterator[Diagnostic]:
    """At least two metropolises take part in a proposal.

    Why: what one city does by itself is no joint activity. For an observer this is a warning.

    What to do: list under `partners` the metropolises that take part, the one that hands in among them.
    """
    for proposal in proposals(dossier):
        if len(proposal.record.cities) <= 1:
            finding = error(
                "m5-proposal-one-partner",
                proposal.key_at("partners"),
                f"fewer than two metropolises take part in {called(dossier, proposal)}",
                label="who else?",
            )
            yield weighed(finding, dossier.partner(proposal.author))


def proposal_unknown_partner(dossier: Dossier) -> Iterator[Diagnostic]:
    """The partners of a proposal are metropolises of this project.

    Why: for another one there is no cluster and nobody who could commit to the proposal.

    What to do: use the ids of inputs/partners.yaml.
    """
    for proposal in proposals(dossier):
        for index, part in enumerate(proposal.record.partners):
            place = proposal.at("partners", index, "metropolis")
            finding = unknown_metropolis("m5-proposal-unknown-partner", dossier, place, part.metropolis)
            if finding:
                yield finding


def proposal_partner_twice(dossier: Dossier) -> Iterator[Diagnostic]:
    """A metropolis takes part in a proposal once with each of its clusters.

    Why: the table of what each partner brings would have two lines for one cluster.

    What to do: bring the two together. A metropolis that takes part with two clusters has a line for each.
    """
    for proposal in proposals(dossier):
        partners = proposal.record.partners
        for index, first in repeated((part.metropolis, part.cluster) for part in partners):
            yield error(
                "m5-proposal-partner-twice",
                proposal.at("partners", index, "metropolis"),
                f"{called(dossier, proposal)} lists {dossier.name(partners[index].metropolis)} with "
                f'"{partners[index].cluster}" twice',
                label="again",
                notes=[Note(proposal.at("partners", first, "metropolis"), "first listed here")],
            )


def proposal_without_author(dossier: Dossier) -> Iterator[Diagnostic]:
    """The metropolis that hands in a proposal is among its partners.

    Why: a proposal is what a city offers to do with others, not what others should do.

    What to do: add the metropolis to `partners` with its cluster and what it brings, or leave the proposal to one
    that takes part.
    """
    for proposal in proposals(dossier):
        if proposal.author not in proposal.record.cities:
            yield error(
                "m5-proposal-without-author",
                proposal.key_at("partners"),
                f"{dossier.name(proposal.author)} takes no part in {called(dossier, proposal)}",
                label=f'"{proposal.author}" is not listed',
                notes=[Note(proposal.at("id"), f"handed in by {dossier.name(proposal.author)}")],
            )


def proposal_lead_no_partner(dossier: Dossier) -> Iterator[Diagnostic]:
    """The metropolis that leads a proposal is among its partners.

    Why: who leads has to bring something, and has to be known to those who commit themselves.

    What to do: add the lead to `partners`, or name another one.
    """
    for proposal in proposals(dossier):
        if proposal.record.lead not in proposal.record.cities:
            yield error(
                "m5-proposal-lead-no-partner",
                proposal.at("lead"),
                f'"{proposal.record.lead}" leads {called(dossier, proposal)} but is not among its partners',
                label="not a partner",
                notes=[Note(proposal.key_at("partners"), "the partners")],
            )


def proposal_unselected_cluster(dossier: Dossier) -> Iterator[Diagnostic]:
    """A partner takes part with a cluster that was selected for it in milestone 1.

    Why: only of the selected clusters strengths, tools and maturity are known. Nothing is said while there is no
    decision on the metropolis.

    What to do: use the ids of the decision in inputs/m1_selection/coordinator.yaml.
    """
    for proposal in proposals(dossier):
        for index, part in enumerate(proposal.record.partners):
            selection = decided_for(dossier, part.metropolis)
            if selection and part.cluster not in selection.selection.selected:
                yield error(
                    "m5-proposal-unselected-cluster",
                    proposal.at("partners", index, "cluster"),
                    f'{called(dossier, proposal)} counts on "{part.cluster}" of {dossier.name(part.metropolis)}, '
                    "which was not selected in milestone 1",
                    label="not in the selection",
                    notes=[selected_instead(dossier, selection, part.cluster)],
                    instead=meant(part.cluster, selection.selection.selected),
                )


def proposal_not_in_concept(dossier: Dossier) -> Iterator[Diagnostic]:
    """The clusters of a proposal are members of the concept that it rests on.

    Why: the concept says which clusters fit together and why; for another one that was not asked. It may be meant, so
    this is a warning.

    What to do: say in the proposal why the cluster joins, have the co-ordinator add it to the concept, or rest the
    proposal on another one.
    """
    concepts = concepts_of(dossier)
    for proposal in proposals(dossier):
        concept = concepts.get(proposal.record.concept)
        members = {(member.metropolis, member.cluster) for member in concept.record.members} if concept else set()
        for index, part in enumerate(proposal.record.partners) if concept else ():
            if concept and (part.metropolis, part.cluster) not in members:
                yield warning(
                    "m5-proposal-not-in-concept",
                    proposal.at("partners", index, "cluster"),
                    f'{called(dossier, proposal)} counts on "{part.cluster}" of {dossier.name(part.metropolis)}, '
                    f'which is no member of the concept "{concept.record.id}"',
                    label="not a member",
                    notes=[Note(concept.key_at("members"), "the members of the concept")],
                )
