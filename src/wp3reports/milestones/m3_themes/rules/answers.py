"""What must hold of what a proposal answers: statements of the city's own SWOT, about the same cluster."""

from collections.abc import Iterator

from wp3reports.diagnostics import Diagnostic, Note, error, warning
from wp3reports.milestones.m2_swot.model import SwotReport, answerable
from wp3reports.milestones.m3_themes.model import ThemeProposal, ThemesReport
from wp3reports.model import Dossier, Entry, entries, meant, weighed


def proposal_without_statement(dossier: Dossier) -> Iterator[Diagnostic]:
    """A proposal answers at least one statement of the city's SWOT.

    Why: the chain of evidence from a joint programme back to the selection goes through it; without a statement a
    proposal is a wish. For observers this is a remark.

    What to do: give the statement of milestone 2 that the proposal answers an `id`, and name it under `answers`.
    """
    for each in entries(dossier.of(ThemesReport), "proposals", ThemeProposal):
        if not each.record.answers:
            finding = warning(
                "m3-proposal-without-statement",
                each.key_at("answers") if "answers" in each.record.model_fields_set else each.at("id"),
                f'the proposal "{each.record.id}" of {dossier.name(each.author)} answers no statement of its SWOT',
                label="answers nothing",
            )
            yield weighed(finding, dossier.partner(each.author))


def proposal_unknown_statement(dossier: Dossier) -> Iterator[Diagnostic]:
    """The statements that a proposal answers are in the SWOT of the same metropolis, by their ids.

    Why: the report quotes them beside the proposal. Nothing is said while the metropolis has no hand-in of milestone 2.

    What to do: use the `id` of a statement in the city's file of milestone 2; if it has none, add one there.
    """
    known = answerable(dossier)
    for each, position, statement in _answered(dossier):
        analysed = dossier.one(SwotReport, each.author)
        if analysed and (each.author, statement) not in known:
            own = [name for city, name in known if city == each.author]
            yield error(
                "m3-proposal-unknown-statement",
                each.at("answers", position),
                f'the proposal "{each.record.id}" of {dossier.name(each.author)} answers "{statement}", '
                "which is no statement of its SWOT",
                label="no statement has this id",
                near=meant(statement, own),
                notes=[Note(analysed.source.key_at("analyses"), f"the SWOT of {dossier.name(each.author)}")],
                help=f"the statements with an id are {', '.join(own)}" if own else "",
            )


def proposal_other_cluster(dossier: Dossier) -> Iterator[Diagnostic]:
    """A proposal answers statements about the cluster that it is made for.

    Why: a weakness of one cluster is not mended by a proposal for another; most often one of the two ids is wrong.

    What to do: correct `cluster` or the id under `answers`, or make a proposal for each of the two clusters.
    """
    known = answerable(dossier)
    for each, position, name in _answered(dossier):
        statement = known.get((each.author, name))
        if statement and statement.cluster != each.record.cluster:
            yield error(
                "m3-proposal-other-cluster",
                each.at("answers", position),
                f'the proposal "{each.record.id}" of {dossier.name(each.author)} is made for "{each.record.cluster}", '
                f'but answers a statement about "{statement.cluster}"',
                label=f'about "{statement.cluster}"',
                notes=[
                    Note(statement.entry.at("statement"), "the statement"),
                    Note(each.at("cluster"), "the cluster of the proposal"),
                ],
            )


def _answered(dossier: Dossier) -> Iterator[tuple[Entry[ThemeProposal], int, str]]:
    """Each proposal with each statement that it answers, and where that stands in the list."""
    for each in entries(dossier.of(ThemesReport), "proposals", ThemeProposal):
        for position, statement in enumerate(each.record.answers):
            yield each, position, statement
