"""The chapters of the final report: its own, and between them one for each milestone.

The milestones' chapters are made first, so that the others can lead to what stands in them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, count
from string import ascii_uppercase
from typing import NamedTuple

from markupsafe import Markup

from wp3reports.milestones.final.merge import FinalReport
from wp3reports.model import MilestoneReport, bibliography
from wp3reports.render.anchors import anchored, places
from wp3reports.render.parts import Parts
from wp3reports.render.sheet import Chapter, Sheet
from wp3reports.volume import Placement

TEMPLATE = "final.html.j2"
MILESTONES = "milestones"  # the section in whose place the chapters of the milestones stand


@dataclass
class LinkedSheet(Sheet):
    """A sheet that can lead to what other chapters print from the hand-ins; `places` are anchors by pointer."""

    places: Mapping[str, str] = field(default_factory=dict, repr=False)

    @cached_property
    def _around(self) -> Mapping[str, str]:
        """The first place in each thing of which a part is printed; searched for at each link, it would cost most."""
        found: dict[str, str] = {}
        for pointer, anchor in self.places.items():
            for whole in accumulate(pointer.split("/")[:-1], "{}/{}".format):
                found.setdefault(whole, anchor)
        return found

    def link(self, pointer: str, text: str) -> Markup:
        """The text, with a link to the first place where a chapter prints what the pointer means, or a part of it."""
        anchor = self.places.get(pointer) or self._around.get(pointer, "")
        if not pointer or not anchor:
            return Markup.escape(text)
        return Markup('<a href="volume:{}">{}</a>').format(anchor, text)


class _Planned(NamedTuple):
    """A chapter to be: by which macro of which template, and of which report."""

    key: str
    chapter: Chapter
    template: str
    macro: str
    report: MilestoneReport

    @property
    def title(self) -> str:
        return f"{self.chapter.number} {self.chapter.title}"


def final_chapters(parts: Parts, report: FinalReport) -> tuple[Placement, ...]:
    """All numbered chapters in the order of the final report's template."""
    plan = tuple(_plan(parts, report))
    chapters = {each.key: each.chapter for each in plan}
    book = bibliography(report.contributions)
    bodies: dict[str, Markup] = {}
    known: dict[str, str] = {}
    for each in sorted(plan, key=lambda planned: planned.report is report):
        anchor = each.chapter.anchor
        sheet = LinkedSheet(anchor, each.chapter.number, book, chapters, places=known)
        bodies[each.key] = anchored(parts.press.run(each.template, each.macro, each.report, sheet), anchor)
        if each.report is not report:
            known |= {pointer: place for pointer, place in places(bodies[each.key]) if pointer not in known}
    return tuple(
        Placement(parts.part(f"final/{each.chapter.anchor}", each.chapter.title, bodies[each.key]), each.title)
        for each in plan
    )


def _plan(parts: Parts, report: FinalReport) -> Iterator[_Planned]:
    """The chapters in their order: numbered from 1, and those that the template calls appendices from A."""
    numbers, letters = map(str, count(1)), iter(ascii_uppercase)
    appendices = parts.press.listed(TEMPLATE, "appendices")
    for name, title in parts.press.sections(TEMPLATE).items():
        if name == MILESTONES:
            for each in report.chapters:
                key, milestone = f"m{each.period.number}", each.period.milestone
                chapter = Chapter(f"final-{key}", next(numbers), each.period.title)
                yield _Planned(key, chapter, f"{milestone}.html.j2", "chapter", each)
        else:
            number = next(letters if name in appendices else numbers)
            yield _Planned(name, Chapter(f"final-{name}", number, title), TEMPLATE, name, report)
