"""Where the decision of milestone 1 on a metropolis stands: the other end of many a conflict with it."""

from collections.abc import Mapping
from dataclasses import dataclass

from wp3reports.diagnostics import Span
from wp3reports.milestones.m1_selection.model import Selection, SelectionDecision
from wp3reports.model import Delivery, Dossier, indexed

WANTED = 3  # clusters of each metropolis, by the plan of the work package


@dataclass(frozen=True)
class Decided:
    """The selection for one metropolis, and its place in the co-ordinator's hand-in."""

    delivery: Delivery[SelectionDecision]
    index: int
    selection: Selection

    def at(self, *path: str | int) -> Span:
        """The place of a value in this selection."""
        return self.delivery.at("decision", "selections", self.index, *path)

    def selected(self, cluster: str) -> Span:
        """The place of a cluster that is selected."""
        return self.at("selected", self.selection.selected.index(cluster))

    def key_at(self, *path: str | int) -> Span:
        """The place of a key in this selection."""
        return self.delivery.source.key_at("decision", "selections", self.index, *path)


@indexed
def decided(dossier: Dossier) -> tuple[Decided, ...]:
    """All selections in their order; none while there is no decision."""
    delivery = dossier.one(SelectionDecision)
    selections = delivery.submission.decision.selections if delivery else ()
    return tuple(Decided(delivery, index, selection) for index, selection in enumerate(selections) if delivery)


def decided_for(dossier: Dossier, metropolis: str) -> Decided | None:
    """The selection for one metropolis; the last one, should there be several."""
    return _by_metropolis(dossier).get(metropolis)


@indexed
def _by_metropolis(dossier: Dossier) -> Mapping[str, Decided]:
    return {each.selection.metropolis: each for each in decided(dossier)}
