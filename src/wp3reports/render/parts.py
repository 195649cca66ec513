"""The parts of volumes, each from its template. A part is made once, whichever volumes it stands in."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from wp3reports.milestones.final.merge import FinalReport
from wp3reports.model import Delivery, MilestoneReport, Outstanding, Partner, Waiver, bibliography
from wp3reports.render.editions import edition
from wp3reports.render.imprint import Imprint
from wp3reports.render.paging import paged
from wp3reports.render.press import Press
from wp3reports.render.provenances import Provenances
from wp3reports.render.sheet import Chapter, Sheet, address
from wp3reports.volume import Numbering, Part, Placement, Thumb

_FETCHED = re.compile(rf"{address('')}[\w.~%/-]+", re.ASCII)  # as `address` writes it
_SECTION = re.compile(r'(?=<h2 id="[^"-]*-([^"]*)")')  # before it, with what its id says behind the milestone's number


class Parts:
    """Makes parts with the templates of one press.

    `assets` are served to every part, `pictures` only to those that show them: a new one leaves others as they are.
    `waivers` are those that hold, `provenances` knows what each volume is made from.
    """

    def __init__(
        self,
        press: Press,
        assets: Mapping[str, bytes],
        pictures: Mapping[str, bytes],
        waivers: Sequence[Waiver],
        provenances: Provenances,
    ) -> None:
        """Nothing is made yet."""
        self.press, self.assets, self.pictures, self.waivers = press, assets, pictures, waivers
        self.provenances = provenances
        self._addresses = {address(each): each for each in pictures}
        self._analyses: dict[str, Part] = {}

    # -- local analyses

    def analysis(self, report: MilestoneReport, delivery: Delivery[Any], partner: Partner) -> Part:
        """Everything that one metropolis handed in for one milestone."""
        speech, milestone = self.press.speech, report.period.milestone
        name = edition(f"{milestone}/{partner.id}", speech.language)
        if name not in self._analyses:
            title = speech.city(partner)
            sheet = Sheet(
                _anchor(report, partner),
                f"{title} {report.period.number}",
                bibliography([delivery]),
                {},
                sources_here=True,
                assets=self.pictures,
                speech=speech,
            )
            body = self.press.run(f"{milestone}.html.j2", "analysis", report, delivery, partner, sheet)
            self._analyses[name] = self.part(name, title, body)
        return self._analyses[name]

    def annexed(self, report: MilestoneReport, partner: Partner) -> Placement:
        """The analysis of a partner in an annex, or the box that stands for it."""
        head = f"Annex · {partner.metropolis} · {report.period.title}"
        thumb = _thumb(report, partner)
        delivery = report.handed_in.get(partner.id)
        if delivery is not None:
            return Placement(self.analysis(report, delivery, partner), head, depth=1, thumb=thumb)
        owed = next(each for each in report.outstanding if each.partner.id == partner.id)
        body = self.press.run("macros.html.j2", "outstanding_page", owed, _anchor(report, partner))
        owing = self.part(f"{report.period.milestone}/{partner.id}", partner.metropolis, body)
        return Placement(owing, head, depth=1, thumb=thumb)

    def of_partner(self, imprint: Imprint, report: FinalReport, partner: Partner) -> Iterator[Placement]:
        """A page about the metropolis, then its analyses milestone by milestone."""
        body = self.press.run("back.html.j2", "metropolis", report, partner)
        part = self.part(f"{imprint.target}/{partner.id}", partner.metropolis, body)
        yield Placement(part, partner.metropolis, thumb=_thumb(report, partner))
        yield from (self.annexed(chapter, partner) for chapter in report.chapters)

    # -- chapters

    def chapters(self, report: MilestoneReport) -> Iterator[Placement]:
        """The chapters that the milestone's template names, in its order.

        One that it also names `apart` is cut before each section but the first: an edit lays out that section alone.
        """
        milestone = report.period.milestone
        template = f"{milestone}.html.j2"
        titles = self.press.sections(template)
        apart = self.press.listed(template, "apart")
        lead, book = f"m{report.period.number}", bibliography(report.contributions)
        chapters = {
            name: Chapter(f"{lead}-{name}", str(number), title)
            for number, (name, title) in enumerate(titles.items(), 1)
        }
        for name, chapter in chapters.items():
            sheet = Sheet(chapter.anchor, chapter.number, book, chapters)
            body = self.press.run(template, name, report, sheet)
            pieces = _sections(name, body) if name in apart else [(name, body)]
            for piece, text in pieces:
                part = self.part(f"{milestone}/{piece}", chapter.title, text)
                yield Placement(part, f"{chapter.number} {chapter.title}")

    # -- front and back matter

    def front(self, imprint: Imprint, name: str, title: str, *arguments: Any) -> Placement:
        """A part of the front matter: the macro of that name, given the imprint, an anchor and what else it needs."""
        body = self.press.run("front.html.j2", name, imprint, f"{imprint.slug}-{name}", *arguments)
        return Placement(self.part(f"{imprint.target}/{name}", title, body), title, Numbering.ROMAN)

    def cover(self, imprint: Imprint) -> Placement:
        """The first page, without furniture."""
        logos = [(logo, f"inputs/{logo.file}") for logo in imprint.report.project.logos]
        shown = [(logo, address(name)) for logo, name in logos if name in self.pictures]
        body = self.press.run("front.html.j2", "cover", imprint, f"{imprint.slug}-cover", shown)
        return Placement(self.part(f"{imprint.target}/cover", imprint.title, body), "", Numbering.NONE)

    def summary(self, imprint: Imprint) -> Placement:
        """The co-ordinator's summary, before the first chapter."""
        book = bibliography(imprint.report.contributions)
        sheet = Sheet(f"{imprint.slug}-summary", "S", book, {}, assets=self.pictures)
        glance = self.press.run(f"{imprint.report.period.milestone}.html.j2", "glance", imprint.report)
        return self.front(imprint, "summary", "Summary", sheet, glance)

    def back(self, imprint: Imprint, name: str, title: str, *arguments: Any) -> Placement:
        """A part after the chapters: the macro of that name, given the report and an anchor."""
        body = self.press.run("back.html.j2", name, imprint.report, f"{imprint.slug}-{name}", *arguments)
        return Placement(self.part(f"{imprint.target}/{name}", title, body), title)

    def sources(self, imprint: Imprint) -> Placement:
        """The numbered sources of a merged report."""
        return self.back(imprint, "sources", "Sources", bibliography(imprint.report.contributions))

    def provenance(self, imprint: Imprint, deliveries: Sequence[Delivery[Any]]) -> Iterator[Placement]:
        """The hand-ins that a volume was made from, page by page, and behind the last what was waived of them."""
        folders = {f"inputs/{each.milestone}/" for each in deliveries}
        waived = [waiver for waiver in self.waivers if waiver.path.startswith(tuple(folders))]
        pages = paged([*deliveries, *imprint.report.outstanding])
        for number, rows in enumerate(pages, 1):
            handed_in = [row for row in rows if isinstance(row, Delivery)]
            owed = [row for row in rows if isinstance(row, Outstanding)]
            anchor, shown = f"{imprint.slug}-provenance", waived if number == len(pages) else ()
            body = self.press.run("back.html.j2", "provenance", anchor, number == 1, handed_in, owed, shown)
            name = "provenance" if number == 1 else f"provenance-{number}"
            yield Placement(self.part(f"{imprint.target}/{name}", "Provenance", body), "Provenance")

    def part(self, name: str, title: str, body: Markup) -> Part:
        """A whole document round what a macro gave."""
        fetched = {self._addresses[each] for each in _FETCHED.findall(body) if each in self._addresses}
        shown = {each: self.pictures[each] for each in sorted(fetched)}
        document = str(self.press.run("part.html.j2", "document", title, body, self.press.speech.language))
        return Part(
            name,
            document,
            {**self.assets, **{each: self.pictures[each] for each in sorted(shown)}} if shown else self.assets,
        )


def _sections(name: str, body: Markup) -> Iterator[tuple[str, Markup]]:
    """A chapter with its first section, then each other section, with their names."""
    before, *rest = _SECTION.split(body)
    sections = list(zip(rest[::2], rest[1::2], strict=True))
    opening = before + "".join(text for _, text in sections[:1])
    for piece, text in [(name, opening), *sections[1:]]:
        yield piece, Markup(text)  # noqa: S704 - as safe as before


def _thumb(report: MilestoneReport, partner: Partner) -> Thumb:
    """The mark of a metropolis at the edge of its pages in an annex."""
    return Thumb(partner.metropolis, report.place(partner), len(report.partners))


def _anchor(report: MilestoneReport, partner: Partner) -> str:
    """The anchor of an analysis, the same in every volume."""
    return f"m{report.period.number}-{partner.id}"
