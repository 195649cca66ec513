"""What is known of a hand-in before anybody writes it: the ids of its author, from the plan and earlier milestones.

One function for each kind of hand-in; nothing in them is an opinion, so that nothing has to be taken back.
"""

from collections.abc import Mapping
from typing import Any

from wp3reports.authoring.openings import coordinator, local
from wp3reports.model import COORDINATOR, Dossier


def opening(dossier: Dossier, milestone: str, author: str) -> Mapping[str, Any]:
    """The answers that a hand-in of a partner or the co-ordinator begins with; "" is to be filled in."""
    if author == COORDINATOR:
        begun = coordinator.OPENINGS[milestone](dossier)
        preparer = {"organisation": dossier.project.work_package.coordinator}
    else:
        begun = local.OPENINGS[milestone](dossier, author)
        preparer = _preparer(dossier, author)
    return {"prepared_by": preparer, "status": "draft", **begun}


def _preparer(dossier: Dossier, author: str) -> dict[str, str]:
    partner = next(each for each in dossier.partners if each.id == author)
    first = next((body.name for body in partner.organisations), "")
    return {"name": partner.contact, "organisation": first}
