"""Snapshot to Dossier: the project files and every hand-in, typed; what does not fit, as findings at its line.

The expected set comes from the project files, never from what happens to lie in a folder. A hand-in with an error is
left out of the dossier as a whole and remembered in `rejected`.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import PurePosixPath
from typing import TypeVar

from pydantic import ValidationError

from wp3reports.diagnostics import Diagnostic, Note, Severity, Span, error, ordered, warning
from wp3reports.load.complaint import complaints
from wp3reports.milestones import MILESTONES
from wp3reports.model import (
    COORDINATOR,
    PARTNERS_FILE,
    PROJECT_FILE,
    Delivery,
    Dossier,
    HandIn,
    Milestone,
    Partner,
    Partners,
    Project,
    Record,
    hand_in_path,
)
from wp3reports.snapshot import Snapshot
from wp3reports.source import Source, parse

R = TypeVar("R", bound=Record)
Findings = tuple[Diagnostic, ...]


def load(snapshot: Snapshot, issued: date) -> tuple[Dossier | None, Findings]:
    """The dossier, or None when the project files themselves cannot be used; and all findings on the way."""
    project, project_source, found = _read(Project, PROJECT_FILE, snapshot)
    partners, partners_source, more = _read(Partners, PARTNERS_FILE, snapshot)
    findings = [*found, *more]
    if project is None or partners is None or project_source is None or partners_source is None:
        return None, ordered(findings)
    findings += _frame(project, project_source, partners, partners_source)
    deliveries: list[Delivery[HandIn]] = []
    rejected: dict[str, Diagnostic] = {}
    for milestone, author, kind in _expected(partners.partners):
        path = hand_in_path(milestone.name, author)
        if path not in snapshot.files:
            continue
        submission, source, found = _read(kind, path, snapshot)
        findings += found
        if submission is not None and source is not None:
            deliveries.append(Delivery(milestone.name, author, submission, source, snapshot.digest(path)))
        else:
            rejected[path] = next(each for each in found if each.severity is Severity.ERROR)
    findings += _unexpected(snapshot, partners.partners)
    frame = {PROJECT_FILE: project_source, PARTNERS_FILE: partners_source}
    dossier = Dossier(project, partners.partners, frame, tuple(deliveries), issued, rejected)
    return dossier, ordered(findings)


def _read(kind: type[R], path: str, snapshot: Snapshot) -> tuple[R | None, Source | None, Findings]:
    """One file as a record of that kind, its source, and what is wrong with it."""
    data = snapshot.files.get(path)
    if data is None:
        return None, None, (error("project-file-missing", Span(path), f"{path} is missing", help=_START),)
    source, findings = parse(path, data)
    if source is None:
        return None, None, findings
    try:
        return kind.model_validate(source.plain()), source, findings
    except ValidationError as wrong:
        return None, source, (*findings, *complaints(wrong, kind, source))


_START = "every project folder has inputs/project.yaml and inputs/partners.yaml; start from those of the sample project"


def _expected(partners: tuple[Partner, ...]) -> Iterator[tuple[Milestone, str, type[HandIn]]]:
    """Every hand-in that may come: milestone, author, kind."""
    for milestone in MILESTONES:
        if milestone.local is not None:
            for partner in partners:
                yield milestone, partner.id, milestone.local
        yield milestone, COORDINATOR, milestone.coordinator


def _unexpected(snapshot: Snapshot, partners: tuple[Partner, ...]) -> Iterator[Diagnostic]:
    """YAML files that nobody reads: a wrong name is the usual reason why a hand-in seems to be missing."""
    expected = {hand_in_path(milestone.name, author) for milestone, author, _ in _expected(partners)}
    expected |= {PROJECT_FILE, PARTNERS_FILE}
    for path, _ in snapshot.under("inputs"):
        if PurePosixPath(path).suffix in {".yaml", ".yml"} and path not in expected:
            yield warning(
                "file-unexpected",
                Span(path),
                "no hand-in is expected under this name, so the file is not read",
                help="a hand-in is inputs/<milestone>/<partner>.yaml, with the ids of inputs/partners.yaml, "
                "or inputs/<milestone>/coordinator.yaml",
            )


def _frame(project: Project, project_source: Source, partners: Partners, partners_source: Source) -> Iterator[Diagnostic]:
    """What relates the project files to each other and to the program."""
    known = {milestone.name for milestone in MILESTONES}
    planned = {period.milestone for period in project.milestones}
    for name in sorted(known - planned):
        yield error(
            "project-milestone-missing",
            project_source.at("milestones"),
            f'the plan lacks the milestone "{name}"',
            help="give it a period, a due date and a deliverable",
        )
    yield from _twice("milestones", "milestone", [each.milestone for each in project.milestones], project_source)
    yield from _twice("events", "id", [each.id for each in project.events], project_source)
    yield from _twice("partners", "id", [each.id for each in partners.partners], partners_source)
    for index, partner in enumerate(partners.partners):
        if partner.id == COORDINATOR:
            yield error(
                "partner-id-reserved",
                partners_source.at("partners", index, "id"),
                f'"{COORDINATOR}" is the name of the WP co-ordinator\'s files and cannot be a partner\'s id',
                help="name the metropolis instead",
            )


def _twice(key: str, field: str, ids: list[str], source: Source) -> Iterator[Diagnostic]:
    first: dict[str, int] = {}
    for index, value in enumerate(ids):
        if value in first:
            yield error(
                "id-given-twice",
                source.at(key, index, field),
                f'"{value}" is used twice',
                help="give each entry an id of its own",
                notes=[Note(source.at(key, first[value], field), "first used here")],
            )
        first.setdefault(value, index)
