"""The form of what is looked at, told to its browsers after each look."""

from pathlib import Path
from typing import Any

from wp3reports.authoring.form import form
from wp3reports.model import Dossier, last_day
from wp3reports.preview.desk import Look
from wp3reports.preview.finding import told
from wp3reports.preview.handed import Handed, handed
from wp3reports.preview.hub import Hub
from wp3reports.preview.pen import Pen, digest
from wp3reports.preview.telling import told_form
from wp3reports.render.words import day


class Forms:
    """Tells of each hand-in whether it is there, and its form."""

    def __init__(self, folder: Path, hub: Hub, pen: Pen) -> None:
        """Of the project in that folder."""
        self._folder, self._hub, self._pen = folder, hub, pen

    def tell(self, look: Look, target: str) -> None:
        """Say what the form of a document is by now, unless its file changed since the look: another one follows."""
        dossier = look.compilation.dossier
        which = handed(target, dossier) if dossier else None
        if dossier is None or which is None or look.snapshot.files.get(which.path) != self._on_disk(which.path):
            return
        self._hub.tell("form", {**_frame(which, dossier), **self._state(which, dossier, look)}, target)

    def _on_disk(self, path: str) -> bytes | None:
        try:
            return (self._folder / path).read_bytes()
        except OSError:
            return None

    def _state(self, which: Handed, dossier: Dossier, look: Look) -> dict[str, Any]:
        data = look.snapshot.files.get(which.path)
        if data is None:
            return {"state": "missing"}
        undo = self._pen.can_undo(which.path, digest(data))
        found = form(dossier, which.milestone, which.author, data, look.findings)
        if found is None:
            own = [told(each, look.snapshot) for each in look.findings if each.span.path == which.path]
            return {"state": "unreadable", "digest": digest(data), "undo": undo, "findings": own}
        return {"state": "there", "undo": undo, **told_form(found, look.snapshot)}


def _frame(which: Handed, dossier: Dossier) -> dict[str, str]:
    """Whose it is, what it is about, and until when."""
    period = dossier.project.period(which.milestone.name)
    return {
        "who": "WP co-ordinator" if dossier.partner(which.author) is None else dossier.name(which.author),
        "what": period.title if period else which.milestone.name,
        "due": day(last_day(period, which.author), "en") if period else "",
        "file": which.path,
    }
