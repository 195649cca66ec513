"""What a form does to its file: a value written, an entry added or dropped, a file begun, the last step taken back.

Each is one change of one file, made only if the file is as the form showed it. What a field cannot hold is not written.
"""

from typing import Any, NamedTuple

from wp3reports.authoring import SCHEMAS, hand_in_text, schema_path
from wp3reports.authoring.amending import CannotAmendError, amended
from wp3reports.authoring.form import change, schema_of
from wp3reports.authoring.form.placing import placed
from wp3reports.load import read_as
from wp3reports.model import Dossier
from wp3reports.preview import asked
from wp3reports.preview.app import Asked, NotDoneError
from wp3reports.preview.desk import Desk
from wp3reports.preview.handed import Handed, handed
from wp3reports.preview.pen import Pen
from wp3reports.render.passage import passage
from wp3reports.source import parse

_NO_FORM = "There is no form for this document."
_NO_TEXT = "The file has mistakes that a form cannot show. Please mend them in an editor, or take the last step back."
_NO_PLACE = "The form has changed meanwhile. Nothing was written."
# What a value cannot be at all; that it is empty or does not fit to others is told beside it, and may be mended later.
_UNFIT = {"value-form", "value-kind", "value-unknown"}


class _Open(NamedTuple):
    """A hand-in with the file that its author sees, and what else is known."""

    handed: Handed
    dossier: Dossier
    seen: str
    data: bytes


class Writing:
    """Does what forms ask for."""

    def __init__(self, desk: Desk, pen: Pen) -> None:
        """Of the project that is looked at."""
        self._desk, self._pen = desk, pen

    def edit(self, posted: Asked) -> Asked:
        """Make a change, and say what the file is now; or say why a field cannot hold what was typed."""
        edit, opened = asked.edit(posted), self._open(posted)
        path = opened.handed.path
        source, _ = parse(path, opened.data)
        if source is None:
            raise NotDoneError(_NO_TEXT)
        whole = schema_of(opened.dossier, opened.handed.milestone, opened.handed.author, source.plain())
        try:
            made = change(edit, whole, source.plain())
            after = amended(path, opened.data, made) if made else opened.data
        except (KeyError, IndexError, TypeError):
            raise NotDoneError(_NO_PLACE) from None
        except CannotAmendError as reason:
            return {"refused": str(reason)}
        unfit = _unfit(opened.handed, after, edit.path)
        if unfit:
            return {"refused": unfit}
        return self._kept(opened, after) if made else self._said(path, opened.seen)

    def begin(self, posted: Asked) -> Asked:
        """Write the hand-in that is not there yet, with all that is known already."""
        dossier, which = self._which(posted)
        schema = f"{SCHEMAS}/{schema_path(which.milestone.name, which.author)}"
        text = hand_in_text(dossier, which.milestone, which.author, schema)
        digest = self._pen.begin(which.path, text.encode())
        self._desk.wake()
        return self._said(which.path, digest)

    def undo(self, posted: Asked) -> Asked:
        """Take the last step back."""
        _, which = self._which(posted)
        digest = self._pen.undo(which.path, asked.text(posted, "seen"))
        self._desk.wake()
        return self._said(which.path, digest)

    def passage(self, posted: Asked) -> Asked:
        """A narrative text as it will be printed."""
        dossier, which = self._which(posted)
        source = dossier.source(which.path)
        sources = source.plain().get("sources", ()) if source else ()
        ids = [each["id"] for each in sources if isinstance(each, dict) and "id" in each]
        return {"html": passage(asked.text(posted, "text"), ids)}

    def _open(self, posted: Asked) -> _Open:
        dossier, which = self._which(posted)
        seen = asked.text(posted, "seen")
        return _Open(which, dossier, seen, self._pen.read(which.path, seen))

    def _which(self, posted: Asked) -> tuple[Dossier, Handed]:
        dossier = self._desk.look.compilation.dossier
        which = handed(asked.text(posted, "target"), dossier) if dossier else None
        if dossier is None or which is None:
            raise NotDoneError(_NO_FORM)
        return dossier, which

    def _kept(self, opened: _Open, after: bytes) -> dict[str, Any]:
        digest = self._pen.write(opened.handed.path, opened.seen, after)
        self._desk.wake()
        return self._said(opened.handed.path, digest)

    def _said(self, path: str, digest: str) -> dict[str, Any]:
        return {"digest": digest, "undo": self._pen.can_undo(path, digest)}


def _unfit(which: Handed, data: bytes, path: tuple[str | int, ...]) -> str:
    """Why a field cannot hold its value; empty when it can."""
    findings = read_as(which.kind, which.path, data)
    source, _ = parse(which.path, data)
    here = placed(source, findings).get(path, ()) if source else ()
    return next((f"{each.message}; {each.help}" for each in here if each.code in _UNFIT), "")
