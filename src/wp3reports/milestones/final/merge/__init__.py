"""Merge of the final report: a chapter for each milestone, and what only all of them together show."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from wp3reports.milestones.final.merge.chains import Chain, FieldCourse, chains, courses_of_fields
from wp3reports.milestones.final.merge.course import Course, Deviating, courses, deviating
from wp3reports.milestones.final.merge.profiles import Profile, profiles
from wp3reports.milestones.final.merge.rests import Recommended, recommended
from wp3reports.milestones.final.merge.subjects import Subject, subjects
from wp3reports.milestones.final.merge.uptake import Uptake, uptakes
from wp3reports.milestones.final.model import FinalText
from wp3reports.milestones.m1_selection.merge import merge as merge_selection
from wp3reports.milestones.m2_swot.merge import merge as merge_swot
from wp3reports.milestones.m3_themes.merge import merge as merge_themes
from wp3reports.milestones.m4_concepts.merge import merge as merge_concepts
from wp3reports.milestones.m5_programmes.merge import merge as merge_programmes
from wp3reports.model import Delivery, Dossier, Event, MilestoneReport, Partner, Period, grouped

MERGES: Mapping[str, Callable[[Dossier, Period], MilestoneReport]] = {
    "m1_selection": merge_selection,
    "m2_swot": merge_swot,
    "m3_themes": merge_themes,
    "m4_concepts": merge_concepts,
    "m5_programmes": merge_programmes,
}


@dataclass(frozen=True)
class FinalReport(MilestoneReport):
    """The final report; `deliveries` holds the local hand-ins of all milestones."""

    text: Delivery[FinalText] | None
    chapters: tuple[MilestoneReport, ...]  # the milestones' reports that there are, in order
    events: tuple[Event, ...]
    courses: tuple[Course, ...]
    chains: tuple[Chain, ...]  # the selected clusters, by metropolis
    fields: tuple[FieldCourse, ...]
    uptakes: tuple[Uptake, ...]  # of the proposals of milestone 3
    profiles: tuple[Profile, ...]
    recommended: tuple[Recommended, ...]
    deviating: tuple[Deviating, ...]

    @cached_property
    def contributions(self) -> tuple[Delivery[Any], ...]:
        """The hand-ins of the final report and of all milestones."""
        own = (self.coordinator,) if self.coordinator else ()
        return (*own, *(each for report in self.chapters for each in report.contributions))

    def of_partner(self, partner: Partner) -> tuple[Delivery[Any], ...]:
        """What one metropolis handed in, milestone by milestone."""
        return self._by_author.get(partner.id, ())

    def subjects(self, pointer: str) -> frozenset[Subject]:
        """What is dealt with where this pointer stands in the report."""
        path, _, steps = pointer.partition("#/")
        found = self._by_path.get(path)
        return subjects(found, steps.split("/")) if found else frozenset()

    @cached_property
    def _by_author(self) -> Mapping[str, tuple[Delivery[Any], ...]]:
        return grouped(self.deliveries, lambda each: [each.author])

    @cached_property
    def _by_path(self) -> Mapping[str, Delivery[Any]]:
        return {each.source.path: each for each in self.contributions}


def merge(dossier: Dossier, period: Period) -> FinalReport:
    """All milestones that the plan names, brought together."""
    text = dossier.one(FinalText)
    reports = tuple(
        merge_milestone(dossier, planned)
        for milestone, merge_milestone in MERGES.items()
        if (planned := dossier.project.period(milestone)) is not None
    )
    linked = chains(dossier)
    return FinalReport(
        period=period,
        project=dossier.project,
        partners=dossier.partners,
        deliveries=tuple(each for report in reports for each in report.deliveries),
        coordinator=text,
        outstanding=tuple(each for report in reports for each in report.outstanding),
        issued=dossier.issued,
        text=text,
        chapters=reports,
        events=dossier.project.events,
        courses=courses(reports),
        chains=linked,
        fields=courses_of_fields(dossier, linked),
        uptakes=uptakes(dossier),
        profiles=profiles(dossier, linked),
        recommended=recommended(dossier),
        deviating=deviating(dossier, reports, text, period),
    )
