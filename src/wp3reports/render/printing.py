"""Merged reports to volumes: every template that prints is run from here."""

from collections.abc import Callable, Iterator
from functools import partial

from wp3reports.diagnostics import Diagnostic, ordered
from wp3reports.milestones.final.merge import FinalReport
from wp3reports.model import Dossier, MilestoneReport
from wp3reports.render.parts import Parts
from wp3reports.render.pictures import pictures
from wp3reports.render.press import FOLDER, Press
from wp3reports.render.provenances import Provenances
from wp3reports.render.standing import on_draft
from wp3reports.render.volumes import final, final_annex, local, milestone
from wp3reports.snapshot import Snapshot
from wp3reports.standing import Matrix
from wp3reports.volume import Volume


def printed(
    dossier: Dossier,
    reports: tuple[MilestoneReport, ...],
    matrix: Matrix,
    snapshot: Snapshot,
    wanted: Callable[[str], bool],
) -> tuple[tuple[Volume, ...], tuple[Diagnostic, ...]]:
    """The wanted volumes, and faults of templates."""
    press = Press(snapshot)
    shown, _ = pictures(snapshot, dossier)
    assets = {path.removeprefix(FOLDER): data for path, data in snapshot.under("templates/static")}
    waivers = [waiver for waiver in dossier.waivers if waiver.holds(dossier.issued)]
    parts = Parts(press, assets, shown, waivers, Provenances(snapshot, dossier))
    made = (make for report in reports for name, make in _volumes(parts, report, matrix) if wanted(name))
    return tuple(make() for make in made), ordered(press.faults)


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
