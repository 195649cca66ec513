"""What the WP co-ordinator waives: such a finding stays in sight as a remark and stops nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from wp3reports.diagnostics import Diagnostic, Note, Severity, Span, warning
from wp3reports.model import WAIVERS_FILE, Dossier, Rule, Waiver, meant


def waived(dossier: Dossier, findings: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """The same findings; those that a waiver covers on the day of issue are remarks that name it."""
    for finding in findings:
        index = next((i for i, each in enumerate(dossier.waivers) if _covers(dossier, each, finding)), None)
        if index is None:
            yield finding
        else:
            waiver = dossier.waivers[index]
            note = Note(_at(dossier, index, "finding"), f"waived by {waiver.who} until {waiver.until}")
            yield replace(finding, severity=Severity.INFO, notes=(*finding.notes, note))


def waiver_expired(dossier: Dossier) -> Iterator[Diagnostic]:
    """A waiver holds until the day that it names, which is not past when the report is issued.

    Why: a waiver gives time, it does not settle the matter. After its last day the finding weighs as before.

    What to do: mend the finding and remove the waiver, or have the co-ordinator agree on a later day.
    """
    for index, waiver in enumerate(dossier.waivers):
        if not waiver.holds(dossier.issued):
            yield warning(
                "waiver-expired",
                _at(dossier, index, "until"),
                f"the waiver for {waiver.finding} in {waiver.path} ended on {waiver.until}",
                label="past",
            )


def waiver_unused(dossier: Dossier, findings: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """A waiver covers a finding that there is.

    Why: a waiver of what was mended hides the next mistake of its kind at the same place.

    What to do: remove it. If the finding is there under another code or at another place, correct `finding` or `place`.
    """
    for index, waiver in enumerate(dossier.waivers):
        if waiver.holds(dossier.issued) and not any(_covers(dossier, waiver, finding) for finding in findings):
            here = {finding.code for finding in findings if finding.span.path == waiver.path} - {waiver.finding}
            yield warning(
                "waiver-unused",
                _at(dossier, index, "finding"),
                f"there is no {waiver.finding} to waive at {waiver.place}",
                label="nothing is waived",
                near=meant(waiver.finding, sorted(here)),
            )


RULES: tuple[Rule, ...] = (waiver_expired,)


def _covers(dossier: Dossier, waiver: Waiver, finding: Diagnostic) -> bool:
    """Whether a waiver that holds is about this finding: its code, and a place that begins in the waiver's own."""
    if not waiver.holds(dossier.issued) or (waiver.finding, waiver.path) != (finding.code, finding.span.path):
        return False
    if not waiver.steps:
        return True
    source = dossier.source(waiver.path)
    if source is None:
        return False
    place = source.extent(*waiver.steps)
    return (place.line, place.column) <= (finding.span.line, finding.span.column) < (place.end_line, place.end_column)


def _at(dossier: Dossier, index: int, key: str) -> Span:
    return dossier.frame[WAIVERS_FILE].at("waivers", index, key)
