"""Snapshot to Dossier: the project files and every hand-in, typed; what does not fit, as findings at its line.

The expected set comes from the project files, never from what happens to lie in a folder. A hand-in with an error is
left out of the dossier as a whole and remembered in `rejected`.
"""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import TypeVar, cast

from pydantic import ValidationError

from wp3reports.diagnostics import Diagnostic, Note, Severity, Span, error, ordered
from wp3reports.load.complaint import complaints
from wp3reports.load.mixed import mixed_up
from wp3reports.load.strays import strays
from wp3reports.milestones import MILESTONES
from wp3reports.model import (
    COORDINATOR,
    PARTNERS_FILE,
    PROJECT_FILE,
    WAIVERS_FILE,
    Delivery,
    Dossier,
    HandIn,
    Milestone,
    Partner,
    Partners,
    Project,
    Record,
    Waiver,
    Waivers,
    hand_in_path,
    meant,
    repeated,
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
        return None, ordered((*findings, *_unattributed(snapshot)))
    findings += _plan(project, project_source, snapshot)
    doubtful = tuple(_who(partners, partners_source))
    if doubtful:
        return None, ordered((*findings, *doubtful, *_unattributed(snapshot)))
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
            rejected[path] = next(each for each in ordered(found) if each.severity is Severity.ERROR)
    frame = {PROJECT_FILE: project_source, PARTNERS_FILE: partners_source}
    waivers: tuple[Waiver, ...] = ()
    if WAIVERS_FILE in snapshot.files:
        granted, source, found = _read(Waivers, WAIVERS_FILE, snapshot)
        findings += found
        if granted is not None and source is not None:
            waivers, frame[WAIVERS_FILE] = granted.waivers, source
    dossier = Dossier(project, partners.partners, frame, tuple(deliveries), issued, rejected, waivers)
    expected = {hand_in_path(milestone.name, author) for milestone, author, _ in _expected(partners.partners)}
    findings += strays(snapshot, dossier, frozenset({*expected, *frame, WAIVERS_FILE}))
    return dossier, ordered(findings)


def read_as(kind: type[Record], path: str, data: bytes) -> Findings:
    """What is wrong with one file that is to be a record of that kind."""
    return _kept(kind, path, data)[2]


def _read(kind: type[R], path: str, snapshot: Snapshot) -> tuple[R | None, Source | None, Findings]:
    """One file as a record of that kind, its source, and what is wrong with it."""
    data = snapshot.files.get(path)
    if data is None:
        return None, None, (error("project-file-missing", Span(path), f"{path} is missing", help=_START),)
    return cast("tuple[R | None, Source | None, Findings]", _kept(kind, path, data))


@lru_cache(maxsize=2_048)  # all files that a project may hold: a second look in one process reads only what changed
def _kept(kind: type[Record], path: str, data: bytes) -> tuple[Record | None, Source | None, Findings]:
    source, findings = parse(path, data)
    if source is None:
        return None, None, findings
    try:
        return kind.model_validate(source.plain()), source, findings
    except ValidationError as wrong:
        elsewhere = mixed_up(kind, source)
        return None, source, (*findings, *((elsewhere,) if elsewhere else complaints(wrong, kind, source)))


_START = "every project folder has inputs/project.yaml and inputs/partners.yaml; start from those of the sample project"


def _expected(partners: tuple[Partner, ...]) -> Iterator[tuple[Milestone, str, type[HandIn]]]:
    """Every hand-in that may come: milestone, author, kind."""
    for milestone in MILESTONES:
        if milestone.local is not None:
            for partner in partners:
                yield milestone, partner.id, milestone.local
        yield milestone, COORDINATOR, milestone.coordinator


def _unattributed(snapshot: Snapshot) -> Iterator[Diagnostic]:
    """What is wrong with hand-ins of which nobody can tell yet who owes them."""
    for milestone in MILESTONES:
        for path, _ in snapshot.under(f"inputs/{milestone.name}"):
            kind = milestone.coordinator if path == hand_in_path(milestone.name, COORDINATOR) else milestone.local
            if path.endswith(".yaml") and kind is not None:
                yield from _read(kind, path, snapshot)[2]


def _plan(project: Project, source: Source, snapshot: Snapshot) -> Iterator[Diagnostic]:
    """What relates the plan to the program and to what lies in the folders, and ids that are used twice.

    A work package may plan fewer milestones than the program knows; one that is handed in for is planned.
    """
    planned = [period.milestone for period in project.milestones]
    known = [milestone.name for milestone in MILESTONES]
    for index, name in enumerate(planned):
        if name not in known:
            yield error(
                "project-milestone-unknown",
                source.at("milestones", index, "milestone"),
                f'the program knows no milestone "{name}"',
                label="not known",
                near=meant(name, known),
                help=f"the milestones are {', '.join(known)}",
            )
    for name in known:
        if name not in planned and any(snapshot.under(f"inputs/{name}")):
            yield error(
                "project-milestone-missing",
                source.at("milestones"),
                f'the plan lacks the milestone "{name}", for which there are hand-ins',
                label=f'no "{name}"',
                help="give it a period, a due date and a deliverable",
            )
    yield from _twice("milestones", "milestone", planned, source)
    yield from _twice("events", "id", [each.id for each in project.events], source)


def _who(partners: Partners, source: Source) -> Iterator[Diagnostic]:
    """Why it is not clear whose hand-in a file is; nothing is read then."""
    ids = [partner.id for partner in partners.partners]
    yield from _twice("partners", "id", ids, source)
    for index, partner in enumerate(ids):
        if partner == COORDINATOR:
            yield error(
                "partner-id-reserved",
                source.at("partners", index, "id"),
                f"\"{COORDINATOR}\" is the name of the WP co-ordinator's files and cannot be a partner's id",
                help="name the metropolis instead",
            )


def _twice(key: str, field: str, ids: list[str], source: Source) -> Iterator[Diagnostic]:
    for index, first in repeated(ids):
        yield error(
            "id-given-twice",
            source.at(key, index, field),
            f'"{ids[index]}" is used twice',
            help="give each entry an id of its own",
            notes=[Note(source.at(key, first, field), "first used here")],
        )
