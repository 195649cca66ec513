"""What must hold of the analyses as a whole: which clusters they are about, and how their maturity is judged."""

from collections.abc import Iterator

from wp3reports.diagnostics import Diagnostic, Note, error
from wp3reports.milestones.m1_selection.rules.decided import Decided, decided_for
from wp3reports.milestones.m2_swot.model import SwotReport
from wp3reports.model import Dossier, meant, nearest, repeated, weighed


def cluster_not_selected(dossier: Dossier) -> Iterator[Diagnostic]:
    """Milestone 2 analyses the clusters that were selected in milestone 1, and no others.

    Why: all later milestones build on the selection; an analysis of another cluster has no place in them, and most
    often its id is misspelt, so that the selected one goes without. Nothing is said while there is no decision on
    the metropolis.

    What to do: use the id of the decision in inputs/m1_selection/coordinator.yaml. If the decision is wrong, have the
    co-ordinator correct it.
    """
    for delivery in dossier.of(SwotReport):
        selection = decided_for(dossier, delivery.author)
        if selection is None:
            continue
        for index, analysis in enumerate(delivery.submission.analyses):
            if analysis.cluster not in selection.selection.selected:
                yield error(
                    "m2-cluster-not-selected",
                    delivery.at("analyses", index, "cluster"),
                    f'{dossier.name(delivery.author)} analyses "{analysis.cluster}", '
                    "which was not selected in milestone 1",
                    label="not in the selection",
                    notes=[selected_instead(dossier, selection, analysis.cluster)],
                    instead=meant(analysis.cluster, selection.selection.selected),
                )


def swot_missing(dossier: Dossier) -> Iterator[Diagnostic]:
    """Every cluster selected in milestone 1 has a SWOT analysis.

    Why: milestones 3 to 5 build on it; a cluster without one drops out of the common concepts unnoticed. For an
    observer this is a warning.

    What to do: add an entry under `analyses` with the id of the cluster, its maturity and the four lists.
    """
    for delivery in dossier.of(SwotReport):
        selection = decided_for(dossier, delivery.author)
        analysed = {analysis.cluster for analysis in delivery.submission.analyses}
        for cluster in dict.fromkeys(selection.selection.selected) if selection else ():
            if selection and cluster not in analysed:
                finding = error(
                    "m2-swot-missing",
                    delivery.source.key_at("analyses"),
                    f'{dossier.name(delivery.author)} hands in no analysis of "{cluster}", '
                    "which was selected in milestone 1",
                    label=f'no analysis of "{cluster}"',
                    notes=[Note(selection.selected(cluster), "selected here")],
                )
                yield weighed(finding, dossier.partner(delivery.author))


def analysis_twice(dossier: Dossier) -> Iterator[Diagnostic]:
    """A metropolis analyses each of its clusters once.

    Why: two analyses of one cluster may contradict each other, and the maturity matrix has one field for both.

    What to do: bring the two analyses together.
    """
    for delivery in dossier.of(SwotReport):
        analyses = delivery.submission.analyses
        for index, first in repeated(analysis.cluster for analysis in analyses):
            yield error(
                "m2-analysis-twice",
                delivery.at("analyses", index, "cluster"),
                f'{dossier.name(delivery.author)} analyses "{analyses[index].cluster}" twice',
                label="again",
                notes=[Note(delivery.at("analyses", first, "cluster"), "first analysed here")],
            )


def maturity_unjustified(dossier: Dossier) -> Iterator[Diagnostic]:
    """The stage of maturity of a cluster is justified in writing.

    Why: the stages are compared across cities; without its reasons a stage is a label that nobody can weigh or
    correct. For an observer this is a warning.

    What to do: write under `justification` why it is this stage and not the one before or after, and on which
    evidence.
    """
    for delivery in dossier.of(SwotReport):
        for index, analysis in enumerate(delivery.submission.analyses):
            if not analysis.maturity.justification:
                finding = error(
                    "m2-maturity-unjustified",
                    delivery.at("analyses", index, "maturity", "stage"),
                    f'{dossier.name(delivery.author)} calls "{analysis.cluster}" {analysis.maturity.stage.label} '
                    "without a justification",
                    label="why this stage?",
                )
                yield weighed(finding, dossier.partner(delivery.author))


def selected_instead(dossier: Dossier, selection: Decided, cluster: str) -> Note:
    """What was selected where `cluster` was not: the one of nearest name, else the whole list."""
    near = nearest(cluster, selection.selection.selected)
    if near:
        return Note(selection.selected(near), "did you mean this one?")
    return Note(selection.key_at("selected"), f"selected for {dossier.name(selection.selection.metropolis)}")
