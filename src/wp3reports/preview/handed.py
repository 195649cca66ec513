"""Which hand-in is written where a document is looked at: a city's own, or the co-ordinator's part of a report."""

from typing import NamedTuple

from wp3reports.milestones import MILESTONES
from wp3reports.model import COORDINATOR, Dossier, HandIn, Milestone, hand_in_path


class Handed(NamedTuple):
    """A hand-in that is expected: for which milestone and from whom."""

    milestone: Milestone
    author: str

    @property
    def path(self) -> str:
        """Where its file lies, or would lie."""
        return hand_in_path(self.milestone.name, self.author)

    @property
    def kind(self) -> type[HandIn]:
        """What is handed in."""
        return (self.author != COORDINATOR and self.milestone.local) or self.milestone.coordinator


def handed(target: str, dossier: Dossier) -> Handed | None:
    """The hand-in of a document; None for what nobody writes, and for what the plan does not have."""
    match target.split("/"):
        case ["local", name, author]:
            found = _milestone(name, dossier)
            is_expected = found is not None and found.local is not None and dossier.partner(author) is not None
            return Handed(found, author) if found and is_expected else None
        case ["milestone", name] | [("final") as name]:
            found = _milestone(name, dossier)
            return Handed(found, COORDINATOR) if found else None
    return None


def _milestone(name: str, dossier: Dossier) -> Milestone | None:
    planned = dossier.project.period(name) is not None
    return next((each for each in MILESTONES if each.name == name and planned), None)
