"""What texts and pictures of the hand-ins hold that cannot be printed as it is meant; no template is asked."""

from collections.abc import Iterator

from wp3reports.diagnostics import Diagnostic, ordered, warning
from wp3reports.model import Dossier, Markdown
from wp3reports.render.narrative import lint
from wp3reports.render.pictures import unusable
from wp3reports.snapshot import Snapshot


def unfit(dossier: Dossier, snapshot: Snapshot) -> tuple[Diagnostic, ...]:
    """Pictures that are missing or unusable, and what narrative fields may not hold."""
    return ordered((*unusable(snapshot, dossier), *_texts(dossier)))


def _texts(dossier: Dossier) -> Iterator[Diagnostic]:
    """What narrative fields hold that cannot be printed, at its place in the text."""
    for delivery in dossier.deliveries:
        for path, value in delivery.leaves:
            if isinstance(value, Markdown):
                for offset, code, message, remedy in lint(value):
                    yield warning(code, delivery.source.within(*path, offset=offset), message, help=remedy)
