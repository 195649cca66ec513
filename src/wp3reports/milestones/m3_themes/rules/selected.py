"""What is said of a record that is about a cluster which was not selected."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from wp3reports.diagnostics import Diagnostic, error
from wp3reports.milestones.m1_selection.rules.decided import decided_for
from wp3reports.milestones.m2_swot.rules.analyses import selected_instead
from wp3reports.milestones.m3_themes.model import Expert, ThemeAnalysis, ThemeProposal
from wp3reports.model import Dossier, Entry, meant

C = TypeVar("C", Expert, ThemeAnalysis, ThemeProposal)


def unselected(
    dossier: Dossier, code: str, found: Iterable[Entry[C]], does: Callable[[C], str]
) -> Iterator[Diagnostic]:
    """A finding for each record of a cluster outside the selection; `does` is what the city does with the cluster."""
    for each in found:
        selection = decided_for(dossier, each.author)
        if selection and each.record.cluster not in selection.selection.selected:
            yield error(
                code,
                each.at("cluster"),
                f'{dossier.name(each.author)} {does(each.record)} "{each.record.cluster}", '
                "which was not selected in milestone 1",
                label="not in the selection",
                notes=[selected_instead(dossier, selection, each.record.cluster)],
                instead=meant(each.record.cluster, selection.selection.selected),
            )
