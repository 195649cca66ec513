"""What stands on cover and control page of a volume, and in its document metadata."""

import re
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from wp3reports.model import Author, Delivery, MilestoneReport, Partner, Version
from wp3reports.render.editions import edition
from wp3reports.render.speech import Speech


@dataclass(frozen=True)
class Imprint:
    """Identity of one volume; `partner` is set for the report of one metropolis."""

    target: str
    kind: str  # "Milestone report"
    deliverable: str
    title: str
    subtitle: str
    report: MilestoneReport
    authors: tuple[Author, ...]
    history: tuple[Version, ...]
    speech: Speech
    partner: Partner | None = None
    delivery: Delivery[Any] | None = None  # the one hand-in that a local report is made from

    @property
    def version(self) -> str:
        """The latest version of the history; 0.1 where there is none."""
        return self.history[-1].version if self.history else "0.1"

    @property
    def slug(self) -> str:
        """The target as the lead of anchors."""
        return re.sub(r"[/_.]", "-", self.target)

    @property
    def subject(self) -> str:
        """Project and work package in full, for the document's metadata."""
        package = self.report.project.work_package
        names = {"acronym": self.report.project.acronym, "number": package.number, "title": package.title}
        return self.speech.gettext("%(acronym)s, work package %(number)s: %(title)s", **names)

    @property
    def series(self) -> str:
        """Project and work package in short."""
        return f"{self.report.project.acronym} · WP{self.report.project.work_package.number}"

    @property
    def foot(self) -> str:
        """What stands at the foot of each page."""
        version = self.speech.gettext("version %(version)s", version=self.version)
        return f"{self.series} · {self.deliverable} · {version}"

    @property
    def file_name(self) -> str:
        """The file's name below the folder of PDFs."""
        return f"{self.target}.pdf"

    @property
    def responsible(self) -> str:
        """Who answers for the document."""
        if self.partner and self.partner.organisations:
            return self.partner.organisations[0].name
        return self.report.project.work_package.coordinator

    @property
    def keywords(self) -> tuple[str, ...]:
        """The project's keywords, with the metropolis of a local report."""
        return (*self.report.project.keywords, *((self.partner.metropolis,) if self.partner else ()))


def local_imprint(report: MilestoneReport, delivery: Delivery[Any], partner: Partner, speech: Speech) -> Imprint:
    """Of the report of one metropolis for one milestone."""
    period = report.period
    milestone = speech.gettext("Milestone %(number)s", number=period.number)
    title = speech.tongues.mark(speech.titled(period.title))
    return Imprint(
        target=edition(f"local/{period.milestone}/{partner.id}", speech.language),
        kind=speech.gettext("Local report"),
        deliverable=period.deliverable,
        title=speech.city(partner),
        subtitle=Markup("{}: {}").format(milestone, title),
        report=report,
        authors=(delivery.submission.prepared_by,),
        history=delivery.submission.history,
        speech=speech,
        partner=partner,
        delivery=delivery,
    )


def merged_imprint(report: MilestoneReport, target: str, titles: tuple[str, str, str]) -> Imprint:
    """Of a merged report; `titles` are its kind, title and subtitle."""
    kind, title, subtitle = titles
    authors = dict.fromkeys(each.submission.prepared_by for each in report.contributions)
    return Imprint(
        target=target,
        kind=kind,
        deliverable=report.period.deliverable,
        title=title,
        subtitle=subtitle,
        report=report,
        authors=tuple(authors),
        history=report.coordinator.submission.history if report.coordinator else (),
        speech=Speech(),
    )
