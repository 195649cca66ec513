"""From a Snapshot to volumes: source, load, check, merge, render. Pure, total, no I/O.

The whole promise of the program is `compile_reports`; what prints, stores or serves comes after it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from wp3reports.check import check, settled
from wp3reports.diagnostics import Diagnostic, Span
from wp3reports.load import load
from wp3reports.milestones import MILESTONES
from wp3reports.model import Dossier, Partner
from wp3reports.render import render
from wp3reports.snapshot import Snapshot
from wp3reports.source import Source
from wp3reports.standing import survey
from wp3reports.volume import Volume


@dataclass(frozen=True)
class Compilation:
    """The volumes of one run and everything that was found on the way; `sources` are the files by path.

    `dossier` is absent where the project files cannot be used.
    """

    volumes: tuple[Volume, ...]
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, Source]
    partners: tuple[Partner, ...] = ()
    dossier: Dossier | None = None

    def place(self, pointer: str) -> Span:
        """The place that a pointer such as `inputs/m2_swot/riga.yaml#/analyses/0` means; the file where it is lost."""
        path, _, steps = pointer.partition("#/")
        source = self.sources.get(path)
        return source.at(*(_step(step) for step in steps.split("/"))) if source and steps else Span(path or "inputs")


def compile_reports(snapshot: Snapshot, issued: date) -> Compilation:
    """All volumes that the inputs give, and all findings."""
    dossier, found = load(snapshot, issued)
    if dossier is None:
        return Compilation((), found, {})
    findings = [*found, *check(dossier)]
    reports = tuple(
        milestone.merge(dossier, period)
        for milestone in MILESTONES
        if (period := dossier.project.period(milestone.name)) is not None
    )
    matrix = survey(dossier, settled(dossier, findings))  # what is found from here on is too late for the drafts
    volumes, faults = render(dossier, reports, matrix, snapshot)
    sources = {each.source.path: each.source for each in dossier.deliveries} | dict(dossier.frame)
    return Compilation(volumes, settled(dossier, (*findings, *faults)), sources, dossier.partners, dossier)


def _step(step: str) -> str | int:
    return int(step) if step.isdigit() else step
