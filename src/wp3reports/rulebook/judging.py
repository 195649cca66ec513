"""What the program finds in a case: the same steps as for a project, without pages where none are needed."""

from datetime import date

from wp3reports import shipped
from wp3reports.diagnostics import Diagnostic
from wp3reports.pipeline import compile_reports, examine
from wp3reports.rulebook.case import Case
from wp3reports.snapshot import Snapshot


def findings(case: Case) -> tuple[Diagnostic, ...]:
    """All of them, sorted by place. A case that brings a template is rendered as a whole."""
    if any(path.startswith("templates/") for path in case.files):
        snapshot = Snapshot({**shipped.templates_by_path(), **case.files})
        return compile_reports(snapshot, case.issued).diagnostics
    return judged(Snapshot(case.files), case.issued)


def judged(snapshot: Snapshot, issued: date) -> tuple[Diagnostic, ...]:
    """What reading, checking, and looking at texts and pictures finds."""
    return examine(snapshot, issued).diagnostics
