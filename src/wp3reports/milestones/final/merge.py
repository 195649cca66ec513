"""Merge of the final report: the milestones' reports, one chapter each, and all hand-ins by metropolis."""

from dataclasses import dataclass
from typing import Any

from wp3reports.milestones.final.model import FinalText
from wp3reports.milestones.m1_selection.merge import SelectionReport
from wp3reports.milestones.m1_selection.merge import merge as merge_selection
from wp3reports.milestones.m2_swot.merge import SwotMerge
from wp3reports.milestones.m2_swot.merge import merge as merge_swot
from wp3reports.model import Delivery, Dossier, Event, MilestoneReport, Partner, Period


@dataclass(frozen=True)
class FinalReport(MilestoneReport):
    """The final report; `deliveries` holds the local hand-ins of all milestones."""

    text: Delivery[FinalText] | None
    selection: SelectionReport | None
    swot: SwotMerge | None
    events: tuple[Event, ...]

    @property
    def chapters(self) -> tuple[MilestoneReport, ...]:
        """The milestones' reports that there are, in order."""
        return tuple(report for report in (self.selection, self.swot) if report)

    @property
    def contributions(self) -> tuple[Delivery[Any], ...]:
        """The hand-ins of the final report and of all milestones."""
        own = (self.coordinator,) if self.coordinator else ()
        return (*own, *(each for report in self.chapters for each in report.contributions))

    def of_partner(self, partner: Partner) -> tuple[Delivery[Any], ...]:
        """What one metropolis handed in, milestone by milestone."""
        return tuple(each for each in self.deliveries if each.author == partner.id)


def merge(dossier: Dossier, period: Period) -> FinalReport:
    """All milestones that the plan names and the program knows, brought together."""
    text = dossier.one(FinalText)
    first, second = dossier.project.period("m1_selection"), dossier.project.period("m2_swot")
    selection = merge_selection(dossier, first) if first else None
    swot = merge_swot(dossier, second) if second else None
    reports: tuple[MilestoneReport, ...] = tuple(report for report in (selection, swot) if report)
    return FinalReport(
        period=period,
        project=dossier.project,
        partners=dossier.partners,
        deliveries=tuple(each for report in reports for each in report.deliveries),
        coordinator=text,
        outstanding=tuple(each for report in reports for each in report.outstanding),
        issued=dossier.issued,
        text=text,
        selection=selection,
        swot=swot,
        events=dossier.project.events,
    )
