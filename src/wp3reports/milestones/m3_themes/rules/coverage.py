"""What must hold of the analyses as a whole: no theme and no selected cluster is passed over."""

from collections.abc import Iterator

from wp3reports.diagnostics import Diagnostic, Note, error, warning
from wp3reports.milestones.m1_selection.rules.decided import decided_for
from wp3reports.milestones.m3_themes.model import ThemesReport
from wp3reports.milestones.m3_themes.rules.themes import planned
from wp3reports.model import Dossier, weighed


def theme_without_analysis(dossier: Dossier) -> Iterator[Diagnostic]:
    """Each metropolis analyses at least one of its clusters for each thematic group.

    Why: the group lays the analyses of its theme side by side; a city without one has nothing to compare. For an
    observer this is a warning.

    What to do: add an entry under `analyses` with the id of the group and the cluster for which it matters most.
    """
    for delivery in dossier.of(ThemesReport):
        themes = {analysis.theme for analysis in delivery.submission.analyses}
        for group, note in planned(dossier):
            if group.id not in themes:
                finding = error(
                    "m3-theme-without-analysis",
                    delivery.source.key_at("analyses"),
                    f'{dossier.name(delivery.author)} hands in no analysis for the group "{group.title}"',
                    label=f'nothing for "{group.id}"',
                    notes=[note],
                )
                yield weighed(finding, dossier.partner(delivery.author))


def cluster_without_analysis(dossier: Dossier) -> Iterator[Diagnostic]:
    """Each selected cluster is analysed for at least one theme.

    Why: a cluster that no group looks at drops out of the concepts of milestone 4 unnoticed. A city may have reasons,
    so this is a warning; for observers it is a remark.

    What to do: add an entry under `analyses` for the theme that suits the cluster best, or give the reason in the
    summary.
    """
    for delivery in dossier.of(ThemesReport):
        selection = decided_for(dossier, delivery.author)
        analysed = {analysis.cluster for analysis in delivery.submission.analyses}
        for cluster in dict.fromkeys(selection.selection.selected) if selection else ():
            if selection and cluster not in analysed:
                finding = warning(
                    "m3-cluster-without-analysis",
                    delivery.source.key_at("analyses"),
                    f'{dossier.name(delivery.author)} analyses "{cluster}" for no thematic group',
                    label=f'nothing on "{cluster}"',
                    notes=[Note(selection.selected(cluster), "selected here")],
                )
                yield weighed(finding, dossier.partner(delivery.author))
