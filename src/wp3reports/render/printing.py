"""Merged reports to volumes: every template that prints is run from here."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from typing import Any, NamedTuple

from wp3reports.diagnostics import Diagnostic, ordered
from wp3reports.milestones.final.merge import FinalReport
from wp3reports.model import REPORTS, Delivery, Dossier, MilestoneReport, Partner
from wp3reports.render.catalogues import languages
from wp3reports.render.editions import Editions
from wp3reports.render.files import fetched
from wp3reports.render.parts import Parts
from wp3reports.render.pictures import pictures
from wp3reports.render.press import Press
from wp3reports.render.provenances import Provenances
from wp3reports.render.standing import on_draft
from wp3reports.render.tongues import tongues
from wp3reports.render.volumes import final, final_annex, local, milestone
from wp3reports.snapshot import Snapshot
from wp3reports.standing import Matrix
from wp3reports.volume import Volume


def printed(  # noqa: PLR0913, PLR0917 - one parameter for each thing that reports depend on
    dossier: Dossier,
    reports: tuple[MilestoneReport, ...],
    matrix: Callable[[], Matrix],
    snapshot: Snapshot,
    wanted: Callable[[str], bool],
    editions: Editions,
    seen: Callable[[Volume], None],
) -> tuple[tuple[Volume, ...], tuple[Diagnostic, ...]]:
    """The wanted volumes, each seen as soon as it is made, and faults of templates."""
    shown, _ = pictures(snapshot, dossier)
    assets = fetched(snapshot)
    waivers = [waiver for waiver in dossier.waivers if waiver.holds(dossier.issued)]
    provenances = Provenances(snapshot, dossier)
    presses: dict[str, Press] = {}

    @cache
    def parts(language: str) -> Parts:
        presses[language] = Press(snapshot, tongues(dossier, language))
        return Parts(presses[language], assets, shown, waivers, provenances)

    plan = _Plan(parts, matrix, editions, languages(snapshot))
    made = (make for report in reports for target, make in plan.volumes(report) if wanted(target))
    volumes: list[Volume] = []
    for make in made:
        volumes.append(make())
        seen(volumes[-1])
    return tuple(volumes), ordered(fault for press in presses.values() for fault in press.faults)


class _Plan(NamedTuple):
    """Which volumes there are; `parts` gives what makes parts in a language."""

    parts: Callable[[str], Parts]
    matrix: Callable[[], Matrix]  # asked for by the drafts of merged reports only
    editions: Editions
    known: Sequence[str]

    def volumes(self, report: MilestoneReport) -> Iterator[tuple[str, Callable[[], Volume]]]:
        """The targets of a report's volumes, and what makes each; a local one may come in several languages."""
        parts, name = self.parts, report.period.milestone
        if isinstance(report, FinalReport):
            yield "final", lambda: final(parts(REPORTS), report)
            yield "final-annex", lambda: final_annex(parts(REPORTS), report)
            return
        partners = {partner.id: partner for partner in report.partners}
        for delivery in report.deliveries:
            partner, target = partners[delivery.author], f"local/{name}/{delivery.author}"
            for language in self.editions.of(target, partner, self.known):
                yield target, partial(self._local, language, report, delivery, partner)
        yield f"milestone/{name}", lambda: self._milestone(report)

    def _local(self, language: str, report: MilestoneReport, delivery: Delivery[Any], partner: Partner) -> Volume:
        return local(self.parts(language), report, delivery, partner)

    def _milestone(self, report: MilestoneReport) -> Volume:
        parts = self.parts(REPORTS)
        return on_draft(milestone(parts, report), parts, self.matrix().only([report.period.milestone]))
