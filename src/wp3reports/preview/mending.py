"""Safe fixes by a click: what would change is shown first, and exactly that is done."""

from collections.abc import Mapping

from wp3reports.diagnostics import Diagnostic
from wp3reports.fixing import difference, fixed
from wp3reports.preview import asked
from wp3reports.preview.app import Asked, NotDoneError
from wp3reports.preview.desk import Desk
from wp3reports.preview.pen import Pen, digest
from wp3reports.snapshot import Snapshot

_GONE = "This finding is no longer there; the files were changed meanwhile."
_OTHER = "The files were changed meanwhile, and the fix would be another one. Please look at it again."


class Mending:
    """Fixes what has a safe fix."""

    def __init__(self, desk: Desk, pen: Pen) -> None:
        """Of the project that is looked at."""
        self._desk, self._pen = desk, pen

    def show(self, posted: Asked) -> Asked:
        """What the fix of a finding would change, as a unified diff."""
        snapshot, changed = self._fix(posted)
        return {"diff": difference(changed, snapshot)}

    def apply(self, posted: Asked) -> Asked:
        """Make the fix that was shown; NotDoneError when it would be another one by now."""
        snapshot, changed = self._fix(posted)
        if difference(changed, snapshot) != asked.text(posted, "diff"):
            raise NotDoneError(_OTHER)
        for path, data in changed.items():
            self._pen.write(path, digest(snapshot.files[path]), data)
        self._desk.wake()
        return {"files": [*changed]}

    def _fix(self, posted: Asked) -> tuple[Snapshot, Mapping[str, bytes]]:
        look = self._desk.look
        found = [each for each in look.findings if _is_it(each, posted) and each.fix]
        changed = fixed(found[:1], look.snapshot)
        if not changed:
            raise NotDoneError(_GONE)
        return look.snapshot, changed


def _is_it(finding: Diagnostic, posted: Asked) -> bool:
    line, column = asked.number(posted, "line"), asked.number(posted, "column")
    wanted = (asked.text(posted, "path"), line, column, asked.text(posted, "code"))
    return (*finding.span[:3], finding.code) == wanted
