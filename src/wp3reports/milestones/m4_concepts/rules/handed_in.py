"""What concepts and practices refer to in local hand-ins, and what to say where it is not there."""

from dataclasses import dataclass

from wp3reports.diagnostics import Details, Diagnostic, Note, Span, error
from wp3reports.milestones.m2_swot.model import SwotReport
from wp3reports.milestones.m3_themes.model import ThemesReport
from wp3reports.milestones.m4_concepts.model import PracticesReport
from wp3reports.model import Dossier, HandIn, meant, nearest


@dataclass(frozen=True)
class Listed:
    """A list of records with ids that the hand-in of each metropolis has."""

    kind: type[HandIn]
    key: str

    def absent(self, dossier: Dossier, metropolis: str, wanted: str) -> Details | None:
        """What to say of a record that the metropolis did not hand in; nothing while it has not handed in at all."""
        delivery = dossier.one(self.kind, metropolis)
        if delivery is None:
            return None
        known = [record.id for record in getattr(delivery.submission, self.key)]
        if wanted in known:
            return None
        near = nearest(wanted, known)
        note = (
            Note(delivery.at(self.key, known.index(near), "id"), "handed in here")
            if near
            else Note(delivery.source.key_at(self.key), f"the {self.key} of {dossier.name(metropolis)}")
        )
        return {"label": "not handed in", "near": meant(wanted, known), "notes": [note]}


TOOLS = Listed(SwotReport, "tools")
PROPOSALS = Listed(ThemesReport, "proposals")
PRACTICES = Listed(PracticesReport, "practices")


def unknown_metropolis(code: str, dossier: Dossier, place: Span, metropolis: str) -> Diagnostic | None:
    """The finding for an id that no metropolis of the project has; nothing for one that is known."""
    if dossier.partner(metropolis):
        return None
    known = [partner.id for partner in dossier.partners]
    return error(
        code,
        place,
        f'"{metropolis}" is no metropolis of this project',
        label="not known",
        near=meant(metropolis, known),
        help=f"the metropolises are {', '.join(known)}",
    )
