"""Merged reports to volumes of parts: complete HTML with the files that it refers to. No pages, no clock, no disk.

Importing this package loads none of the libraries: `check` asks no template and must not wait for what reads them.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from wp3reports.diagnostics import Diagnostic
from wp3reports.model import Dossier, MilestoneReport
from wp3reports.render.editions import ENGLISH, OWN, Editions
from wp3reports.snapshot import Snapshot

if TYPE_CHECKING:  # `check` makes no volumes and must not wait for what describes them
    from wp3reports.standing import Matrix
    from wp3reports.volume import Volume

__all__ = ["ENGLISH", "OWN", "Editions", "Wanted", "languages", "page", "render", "unprintable"]

Wanted = Callable[[str], bool]  # of the name of a volume, whether it is to be made


def render(  # noqa: PLR0913, PLR0917 - one parameter for each thing that reports depend on
    dossier: Dossier,
    reports: tuple[MilestoneReport, ...],
    matrix: "Callable[[], Matrix]",
    snapshot: Snapshot,
    wanted: Wanted,
    editions: Editions = ENGLISH,
    seen: "Callable[[Volume], None]" = lambda _: None,
) -> "tuple[tuple[Volume, ...], tuple[Diagnostic, ...]]":
    """The wanted volumes of these reports: local, merged, final and its annex; drafts show their column of the matrix.

    Local reports come in the languages of `editions`; each volume is `seen` as soon as it is made. Findings: faults of
    templates and catalogues.
    """
    from wp3reports.render import printing  # noqa: PLC0415 - loads Jinja and lxml

    return printing.printed(dossier, reports, matrix, snapshot, wanted, editions, seen)


def languages(snapshot: Snapshot) -> tuple[str, ...]:
    """The languages that local reports can be made in."""
    from wp3reports.render import catalogues  # noqa: PLC0415 - loads Babel

    return catalogues.languages(snapshot)


def unprintable(dossier: Dossier, snapshot: Snapshot) -> tuple[Diagnostic, ...]:
    """What texts and pictures of the hand-ins hold that cannot be printed as it is meant; no template is asked."""
    from wp3reports.render import unfit  # noqa: PLC0415 - loads markdown-it and Pillow

    return unfit.unfit(dossier, snapshot)


def page(matrix: "Matrix", volumes: Mapping[str, str], snapshot: Snapshot) -> tuple[str, tuple[Diagnostic, ...]]:
    """The whole matrix as a document that refers to nothing, with the state of each volume; and faults of templates."""
    from wp3reports.render import standing  # noqa: PLC0415 - loads Jinja

    return standing.page(matrix, volumes, snapshot)
