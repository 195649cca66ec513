"""All schemas of a project: where each lies below the schema folder, what stands in it, and for which file it is."""

import json
from collections.abc import Collection, Iterator
from typing import NamedTuple

from wp3reports.authoring.known import Known, known_ids
from wp3reports.authoring.schema import Schema, schema
from wp3reports.milestones import MILESTONES
from wp3reports.model import (
    COORDINATOR,
    PARTNERS_FILE,
    PROJECT_FILE,
    WAIVERS_FILE,
    Dossier,
    Ids,
    Milestone,
    Partners,
    Project,
    Waivers,
    hand_in_path,
)

SCHEMAS = ".wp3/schemas"  # in the project's folder
_FRAME = ((PROJECT_FILE, Project), (PARTNERS_FILE, Partners), (WAIVERS_FILE, Waivers))
_ANYBODY = ""  # no author has this id


class Sheet(NamedTuple):
    """One schema file; `describes` is the file of the project that it is for, empty when it is for any city's."""

    path: str
    text: str
    describes: str = ""


def schemas(dossier: Dossier | None, authors: Collection[str] = ()) -> Iterator[Sheet]:
    """The schemas of the project files, of every kind of hand-in, and those of the authors, or of all without any.

    Without a dossier nothing is known of the project, so the fields for ids are left open.
    """
    for describes, kind in _FRAME:
        name = describes.removeprefix("inputs/").removesuffix(".yaml")
        yield Sheet(f"{name}.json", _written(schema(kind, _frame())), describes)
    for milestone in MILESTONES:
        if milestone.local is not None:
            made = schema(milestone.local, _known(dossier, milestone, _ANYBODY), f"{milestone.name}: any metropolis")
            yield Sheet(f"{milestone.name}.json", _written(made))
        partners = [partner.id for partner in dossier.partners] if dossier and milestone.local else []
        for author in (*partners, COORDINATOR):
            if not authors or author in authors:
                yield _of(dossier, milestone, author)


def schema_path(milestone: str, author: str) -> str:
    """Where the schema of an author's hand-in lies in the schema folder."""
    return f"{author}/{milestone}.json"


def _of(dossier: Dossier | None, milestone: Milestone, author: str) -> Sheet:
    kind = milestone.coordinator if author == COORDINATOR else milestone.local or milestone.coordinator
    who = dossier.name(author) if dossier else author
    made = schema(kind, _known(dossier, milestone, author), f"{milestone.name}: {who}")
    return Sheet(schema_path(milestone.name, author), _written(made), hand_in_path(milestone.name, author))


def _known(dossier: Dossier | None, milestone: Milestone, author: str) -> Known:
    return known_ids(dossier, milestone.name, author) if dossier else {}


def _frame() -> Known:
    """What the project files refer to: the milestones that the program knows."""
    return {Ids.MILESTONES.value: {milestone.name: milestone.name for milestone in MILESTONES}}


def _written(made: Schema) -> str:
    return json.dumps(made, indent=1, ensure_ascii=False) + "\n"
