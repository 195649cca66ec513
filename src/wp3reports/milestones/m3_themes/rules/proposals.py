"""What must hold of the proposals: that there are any, each once, for a selected cluster, with partners to be won."""

from collections.abc import Iterator

from wp3reports.diagnostics import Diagnostic, Note, error, warning
from wp3reports.milestones.m3_themes.model import ThemeProposal, ThemesReport
from wp3reports.milestones.m3_themes.rules.selected import unselected
from wp3reports.model import Dossier, Entry, entries, meant, repeated, weighed


def proposal_missing(dossier: Dossier) -> Iterator[Diagnostic]:
    """Each metropolis makes at least one proposal.

    Why: the concepts of milestone 4 rest on proposals; a city without one is only asked for what others want. For an
    observer this is a remark.

    What to do: write under `proposals` what would develop a cluster, or what several cities could do together.
    """
    for delivery in dossier.of(ThemesReport):
        if not delivery.submission.proposals:
            finding = warning(
                "m3-proposal-missing",
                delivery.source.key_at("proposals"),
                f"{dossier.name(delivery.author)} makes no proposal",
                label="none is listed",
            )
            yield weighed(finding, dossier.partner(delivery.author))


def proposal_twice(dossier: Dossier) -> Iterator[Diagnostic]:
    """Each proposal of a metropolis has an id of its own.

    Why: concepts of milestone 4 and recommendations name a proposal by its id; of two with the same one nobody can
    tell which is meant.

    What to do: give one of the two another id.
    """
    for delivery in dossier.of(ThemesReport):
        proposals = delivery.submission.proposals
        for index, first in repeated(proposal.id for proposal in proposals):
            yield error(
                "m3-proposal-twice",
                delivery.at("proposals", index, "id"),
                f'{dossier.name(delivery.author)} makes two proposals with the id "{proposals[index].id}"',
                label="the same id again",
                notes=[Note(delivery.at("proposals", first, "id"), "first used here")],
            )


def proposal_unselected_cluster(dossier: Dossier) -> Iterator[Diagnostic]:
    """A proposal is made for a cluster that was selected in milestone 1.

    Why: proposals are brought together by the transnational fields, and these consist of selected clusters. Nothing is
    said while there is no decision on the metropolis.

    What to do: use the id of the decision in inputs/m1_selection/coordinator.yaml.
    """
    yield from unselected(
        dossier, "m3-proposal-unselected-cluster", _proposals(dossier), lambda each: f'makes "{each.id}" for'
    )


def proposal_seeks_nobody(dossier: Dossier) -> Iterator[Diagnostic]:
    """A proposal names at least one metropolis that is sought as partner.

    Why: the partners find each other by what they seek; the report shows who seeks whom. A cluster can be developed
    without others, so this is a warning; for observers it is a remark.

    What to do: add to `seeks` each city that should take part, and why that one.
    """
    for each in _proposals(dossier):
        if not each.record.seeks:
            finding = warning(
                "m3-proposal-seeks-nobody",
                each.key_at("seeks"),
                f'the proposal "{each.record.id}" of {dossier.name(each.author)} seeks no partner',
                label="none is listed",
            )
            yield weighed(finding, dossier.partner(each.author))


def proposal_seeks_itself(dossier: Dossier) -> Iterator[Diagnostic]:
    """A metropolis seeks others as partners, not itself.

    Why: what it brings itself stands under `offers`; most often another city was meant.

    What to do: move the reason to `offers`, or correct the id.
    """
    for each in _proposals(dossier):
        for position, wish in enumerate(each.record.seeks):
            if wish.metropolis == each.author:
                yield error(
                    "m3-proposal-seeks-itself",
                    each.at("seeks", position, "metropolis"),
                    f'the proposal "{each.record.id}" of {dossier.name(each.author)} seeks {dossier.name(each.author)}',
                    label="this city's own id",
                )


def proposal_unknown_metropolis(dossier: Dossier) -> Iterator[Diagnostic]:
    """A proposal seeks metropolises of this project, named by their ids.

    Why: who seeks whom is shown in a table that has one row and one column for each of them.

    What to do: use the id that the city has in inputs/partners.yaml.
    """
    known = [partner.id for partner in dossier.partners]
    for each in _proposals(dossier):
        for position, wish in enumerate(each.record.seeks):
            if wish.metropolis not in known:
                yield error(
                    "m3-proposal-unknown-metropolis",
                    each.at("seeks", position, "metropolis"),
                    f'"{wish.metropolis}" is no metropolis of this project',
                    label="not known",
                    near=meant(wish.metropolis, known),
                    help=f"the metropolises are {', '.join(known)}",
                )


def _proposals(dossier: Dossier) -> Iterator[Entry[ThemeProposal]]:
    return entries(dossier.of(ThemesReport), "proposals", ThemeProposal)
