"""Merged reports to volumes of parts: complete HTML with the files that it refers to. No pages, no clock, no disk."""

from collections.abc import Callable, Iterator
from functools import partial

from wp3reports.diagnostics import Diagnostic, ordered, warning
from wp3reports.milestones.final.merge import FinalReport
from wp3reports.model import Dossier, Markdown, MilestoneReport, leaves
from wp3reports.render.imprint import PAGES, STATUS
from wp3reports.render.narrative import lint
from wp3reports.render.parts import Parts
from wp3reports.render.pictures import pictures
from wp3reports.render.press import FOLDER, Press
from wp3reports.render.standing import on_draft, page
from wp3reports.render.volumes import final, final_annex, local, milestone
from wp3reports.snapshot import Snapshot
from wp3reports.standing import Matrix
from wp3reports.volume import Volume

__all__ = ["PAGES", "STATUS", "page", "render", "unprintable"]

Wanted = Callable[[str], bool]  # of the name of a volume, whether it is to be made


def render(
    dossier: Dossier, reports: tuple[MilestoneReport, ...], matrix: Matrix, snapshot: Snapshot, wanted: Wanted
) -> tuple[tuple[Volume, ...], tuple[Diagnostic, ...]]:
    """The wanted volumes of these reports: local, merged, final and its annex; drafts show their column of the matrix.

    Findings: faults of templates.
    """
    press = Press(snapshot)
    shown, _ = pictures(snapshot, dossier)
    assets = {path.removeprefix(FOLDER): data for path, data in snapshot.under("templates/static")}
    waivers = [waiver for waiver in dossier.waivers if waiver.holds(dossier.issued)]
    parts = Parts(press, assets, shown, waivers)
    made = (make for report in reports for name, make in _volumes(parts, report, matrix) if wanted(name))
    return tuple(make() for make in made), ordered(press.faults)


def unprintable(dossier: Dossier, snapshot: Snapshot) -> tuple[Diagnostic, ...]:
    """What texts and pictures of the hand-ins hold that cannot be printed as it is meant; no template is asked."""
    _, unusable = pictures(snapshot, dossier)
    return ordered((*unusable, *_narrative_findings(dossier)))


def _volumes(parts: Parts, report: MilestoneReport, matrix: Matrix) -> Iterator[tuple[str, Callable[[], Volume]]]:
    """The names of a report's volumes, and what makes each."""
    if isinstance(report, FinalReport):
        yield "final", partial(final, parts, report)
        yield "final-annex", partial(final_annex, parts, report)
        return
    name = report.period.milestone
    partners = {partner.id: partner for partner in report.partners}
    for delivery in report.deliveries:
        yield f"local/{name}/{delivery.author}", partial(local, parts, report, delivery, partners[delivery.author])
    yield f"milestone/{name}", lambda: on_draft(milestone(parts, report), parts, matrix.only([name]))


def _narrative_findings(dossier: Dossier) -> Iterator[Diagnostic]:
    """What narrative fields hold that cannot be printed, at its place in the text."""
    for delivery in dossier.deliveries:
        for path, value in leaves(delivery.submission):
            if isinstance(value, Markdown):
                for offset, code, message, remedy in lint(value):
                    yield warning(code, delivery.source.within(*path, offset=offset), message, help=remedy)
