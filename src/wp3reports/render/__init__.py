"""Merged reports to volumes of parts: complete HTML with the files that it refers to. No pages, no clock, no disk."""

from collections.abc import Iterator

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


def render(
    dossier: Dossier, reports: tuple[MilestoneReport, ...], matrix: Matrix, snapshot: Snapshot
) -> tuple[tuple[Volume, ...], tuple[Diagnostic, ...]]:
    """All volumes that these reports give: local, merged, final and its annex; drafts show their column of the matrix.

    Findings: faults of templates, pictures that cannot be printed, and what narrative fields may not hold.
    """
    press = Press(snapshot)
    shown, unusable = pictures(snapshot, dossier)
    assets = {path.removeprefix(FOLDER): data for path, data in snapshot.under("templates/static")}
    waivers = [waiver for waiver in dossier.waivers if waiver.holds(dossier.issued)]
    parts = Parts(press, assets, shown, waivers)
    volumes = tuple(volume for report in reports for volume in _volumes(parts, report, matrix))
    return volumes, ordered((*press.faults, *unusable, *_narrative_findings(dossier)))


def unprintable(dossier: Dossier, snapshot: Snapshot) -> tuple[Diagnostic, ...]:
    """What texts and pictures of the hand-ins hold that cannot be printed as it is meant; no template is asked."""
    _, unusable = pictures(snapshot, dossier)
    return ordered((*unusable, *_narrative_findings(dossier)))


def _volumes(parts: Parts, report: MilestoneReport, matrix: Matrix) -> Iterator[Volume]:
    if isinstance(report, FinalReport):
        yield final(parts, report)
        yield final_annex(parts, report)
        return
    partners = {partner.id: partner for partner in report.partners}
    for delivery in report.deliveries:
        yield local(parts, report, delivery, partners[delivery.author])
    yield on_draft(milestone(parts, report), parts, matrix.only([report.period.milestone]))


def _narrative_findings(dossier: Dossier) -> Iterator[Diagnostic]:
    """What narrative fields hold that cannot be printed, at its place in the text."""
    for delivery in dossier.deliveries:
        for path, value in leaves(delivery.submission):
            if isinstance(value, Markdown):
                for offset, code, message, remedy in lint(value):
                    yield warning(code, delivery.source.within(*path, offset=offset), message, help=remedy)
