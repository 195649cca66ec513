"""Which parts a volume is bound from, in which order and with which furniture.

The analysis of one metropolis is one part, whichever volumes it stands in.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from wp3reports.milestones.final.merge import FinalReport
from wp3reports.model import Delivery, MilestoneReport, Partner, bibliography
from wp3reports.render.contents import captions, headings
from wp3reports.render.imprint import Imprint, local_imprint, merged_imprint
from wp3reports.render.narrative import plain
from wp3reports.render.press import Press
from wp3reports.render.sheet import Chapter, Sheet
from wp3reports.volume import Numbering, Part, Placement, Volume

MONOGRAPH = 3  # heading levels in the contents of a local report; merged reports show two
MERGED = 2


class Composer:
    """Composes volumes from merged reports with the templates of one press."""

    def __init__(self, press: Press, assets: Mapping[str, bytes]) -> None:
        """`assets` are served to every part: style sheet, fonts and figures."""
        self.press, self.assets = press, assets
        self._analyses: dict[str, Part] = {}

    # -- the volumes

    def local(self, report: MilestoneReport, delivery: Delivery[Any], partner: Partner) -> Volume:
        """Everything that one metropolis handed in for one milestone."""
        imprint = local_imprint(report, delivery, partner, plain(delivery.submission.summary))
        head = f"{partner.metropolis} · {report.period.title}"
        return self._volume(imprint, (), (Placement(self._analysis(report, delivery, partner), head),), MONOGRAPH)

    def milestone(self, report: MilestoneReport) -> Volume:
        """The merged report of a milestone with all local analyses as its annex."""
        period, number = report.period, report.project.work_package.number
        words = {
            "kind": "Milestone report",
            "deliverable": period.deliverable,
            "title": period.title,
            "subtitle": f"Milestone {period.number} of work package {number}, {report.project.work_package.title}",
        }
        imprint = merged_imprint(report, f"milestone/{period.milestone}", words, self._abstract(report))
        front, chapters = self._front(imprint), tuple(self._chapters(report))
        annex = (self._divider(imprint, report), *(self._annexed(report, partner) for partner in report.partners))
        back = (self._sources(imprint), self._provenance(imprint, report.contributions))
        return self._volume(imprint, front, (*chapters, *annex, *back), MERGED)

    def final(self, report: FinalReport) -> Volume:
        """The final report: its own front chapters and one chapter for each milestone."""
        imprint = merged_imprint(report, "final", self._final_words(report, "Final report"), self._abstract(report))
        body = (*self._final_chapters(report), self._sources(imprint), self._provenance(imprint, report.contributions))
        return self._volume(imprint, self._front(imprint), body, MERGED)

    def annex(self, report: FinalReport) -> Volume:
        """All local analyses by metropolis."""
        imprint = merged_imprint(report, "final-annex", self._final_words(report, "Annex: local analyses"), "")
        body = [each for partner in report.partners for each in self._of_partner(imprint, report, partner)]
        return self._volume(imprint, (), (*body, self._provenance(imprint, report.deliveries)), MERGED)

    # -- their parts

    def _analysis(self, report: MilestoneReport, delivery: Delivery[Any], partner: Partner) -> Part:
        name = f"{report.period.milestone}/{partner.id}"
        if name not in self._analyses:
            anchor = f"m{report.period.number}-{partner.id}"
            label = f"{partner.metropolis} {report.period.number}"
            sheet = Sheet(anchor, label, bibliography([delivery]), {}, sources_here=True)
            body = self.press.run(f"{report.period.milestone}.html.j2", "analysis", report, delivery, partner, sheet)
            self._analyses[name] = self._part(name, partner.metropolis, body, partner.language)
        return self._analyses[name]

    def _annexed(self, report: MilestoneReport, partner: Partner) -> Placement:
        """The analysis of a partner in an annex, or the box that stands for it."""
        head = f"Annex · {partner.metropolis} · {report.period.title}"
        delivery = next((each for each in report.deliveries if each.author == partner.id), None)
        if delivery is not None:
            return Placement(self._analysis(report, delivery, partner), head, depth=1)
        owed = next(each for each in report.outstanding if each.partner == partner)
        anchor = f"m{report.period.number}-{partner.id}"
        body = self.press.run("macros.html.j2", "outstanding_page", owed, anchor)
        return Placement(self._part(f"{report.period.milestone}/{partner.id}", partner.metropolis, body), head, depth=1)

    def _of_partner(self, imprint: Imprint, report: FinalReport, partner: Partner) -> Iterator[Placement]:
        body = self.press.run("back.html.j2", "metropolis", report, partner)
        yield Placement(self._part(f"{imprint.target}/{partner.id}", partner.metropolis, body), partner.metropolis)
        yield from (self._annexed(chapter, partner) for chapter in report.chapters)

    def _chapters(self, report: MilestoneReport) -> Iterator[Placement]:
        milestone = report.period.milestone
        titles: Mapping[str, str] = getattr(self.press.module(f"{milestone}.html.j2"), "sections", {})
        lead, book = f"m{report.period.number}", bibliography(report.contributions)
        chapters = {
            name: Chapter(f"{lead}-{name}", str(number), title) for number, (name, title) in enumerate(titles.items(), 1)
        }
        for name, chapter in chapters.items():
            sheet = Sheet(chapter.anchor, chapter.number, book, chapters)
            body = self.press.run(f"{milestone}.html.j2", name, report, sheet)
            part = self._part(f"{milestone}/{name}", chapter.title, body)
            yield Placement(part, f"{chapter.number} {chapter.title}")

    def _final_chapters(self, report: FinalReport) -> Iterator[Placement]:
        book = bibliography(report.contributions)
        titles: Mapping[str, str] = getattr(self.press.module("final.html.j2"), "sections", {})
        plan = [("final.html.j2", name, title, report) for name, title in titles.items()]
        plan += [(f"{each.period.milestone}.html.j2", "chapter", each.period.title, each) for each in report.chapters]
        for number, (template, macro, title, merged) in enumerate(plan, 1):
            anchor = f"final-{macro}" if merged is report else f"final-m{merged.period.number}"
            sheet = Sheet(anchor, str(number), book, {})
            body = self.press.run(template, macro, merged, sheet)
            yield Placement(self._part(f"final/{anchor}", title, body), f"{number} {title}")

    def _front(self, imprint: Imprint) -> tuple[Placement, ...]:
        """Authors, abbreviations and summary, between the contents and the first chapter."""
        report = imprint.report
        sheet = Sheet(f"{_slug(imprint)}-summary", "S", bibliography(report.contributions), {})
        summary = self.press.run("front.html.j2", "summary", report, sheet)
        people = self.press.run("front.html.j2", "people", imprint, f"{_slug(imprint)}-people")
        return (
            self._placed(imprint, "people", "Authors and abbreviations", people),
            self._placed(imprint, "summary", "Summary", summary),
        )

    def _divider(self, imprint: Imprint, report: MilestoneReport) -> Placement:
        body = self.press.run("back.html.j2", "divider", report, f"{_slug(imprint)}-annex")
        return Placement(self._part(f"{imprint.target}/annex", "Annex", body), "Annex")

    def _sources(self, imprint: Imprint) -> Placement:
        body = self.press.run("back.html.j2", "sources", bibliography(imprint.report.contributions), f"{_slug(imprint)}-sources")
        return Placement(self._part(f"{imprint.target}/sources", "Sources", body), "Sources")

    def _provenance(self, imprint: Imprint, deliveries: Sequence[Delivery[Any]]) -> Placement:
        body = self.press.run("back.html.j2", "provenance", imprint.report, deliveries, f"{_slug(imprint)}-provenance")
        return Placement(self._part(f"{imprint.target}/provenance", "Provenance", body), "Provenance")

    # -- front matter and binding

    def _volume(
        self, imprint: Imprint, front: tuple[Placement, ...], body: tuple[Placement, ...], levels: int
    ) -> Volume:
        """The volume with cover, control page and contents put before its parts."""
        project = imprint.report.project
        cover = self.press.run("front.html.j2", "cover", imprint)
        control = self.press.run("front.html.j2", "control", imprint, f"{_slug(imprint)}-control")
        lines = [
            (heading, heading.level + placed.depth)
            for placed in (*front, *body)
            for heading in headings(placed.part.html)
            if heading.level + placed.depth <= levels
        ]
        listed = [caption for placed in (*front, *body) if not placed.depth for caption in captions(placed.part.html)]
        contents = self.press.run("front.html.j2", "contents", lines, listed, f"{_slug(imprint)}-contents")
        return Volume(
            name=imprint.target,
            title=f"{imprint.title} – {imprint.kind}",
            placements=(
                Placement(self._part(f"{imprint.target}/cover", imprint.title, cover), "", Numbering.NONE),
                self._placed(imprint, "control", "Document control", control),
                self._placed(imprint, "contents", "Contents", contents),
                *front,
                *body,
            ),
            issued=imprint.report.issued,
            author=imprint.responsible,
            subject=f"{project.acronym}, work package {project.work_package.number}: {project.work_package.title}",
            keywords=imprint.keywords,
            foot=f"{project.acronym} · WP{project.work_package.number} · {imprint.deliverable} · version {imprint.version}",
        )

    def _placed(self, imprint: Imprint, name: str, title: str, body: Markup) -> Placement:
        return Placement(self._part(f"{imprint.target}/{name}", title, body), title, Numbering.ROMAN)

    def _part(self, name: str, title: str, body: Markup, language: str = "en") -> Part:
        document = self.press.run("part.html.j2", "document", title, body)
        return Part(name, str(document), self.assets)

    def _abstract(self, report: MilestoneReport) -> str:
        return plain(report.coordinator.submission.summary) if report.coordinator else ""

    def _final_words(self, report: FinalReport, kind: str) -> dict[str, str]:
        package = report.project.work_package
        return {
            "kind": kind,
            "deliverable": report.period.deliverable,
            "title": package.title,
            "subtitle": f"{report.project.title}, work package {package.number}",
        }


def _slug(imprint: Imprint) -> str:
    """The volume's name as the lead of anchors."""
    return imprint.target.replace("/", "-").replace("_", "-")
