"""A hand-in that lies where another one belongs: told as that, not as a list of fields that do not fit."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from wp3reports.diagnostics import Diagnostic, error
from wp3reports.milestones import MILESTONES
from wp3reports.model import COORDINATOR, Record, hand_in_path
from wp3reports.source import Source


def mixed_up(kind: type[Record], source: Source) -> Diagnostic | None:
    """The one finding for a file that has all the fields of another kind of hand-in and no others."""
    given = source.plain()
    foreign = next((name for name in given if name not in kind.model_fields), None)
    if foreign is None:
        return None
    here = PurePosixPath(source.path)
    for milestone, author, other in _kinds(here.stem):
        required = {name for name, field in other.model_fields.items() if field.is_required()}
        if required <= given.keys() <= other.model_fields.keys():
            return error(
                "hand-in-mixed-up",
                source.key_at(foreign),
                f"this is {_whose(author)} for {milestone}, in the place of {_whose(here.stem)} for {here.parent.name}",
                label="does not belong here",
                help=f"put it into {hand_in_path(milestone, author)}, and here what belongs here",
            )
    return None


def _kinds(author: str) -> Iterator[tuple[str, str, type[Record]]]:
    """Every kind of hand-in with its milestone and who writes it; what the same author writes comes first."""
    city = author if author != COORDINATOR else "<city>"
    local = [(milestone.name, city, milestone.local) for milestone in MILESTONES if milestone.local]
    common = [(milestone.name, COORDINATOR, milestone.coordinator) for milestone in MILESTONES]
    yield from (*common, *local) if author == COORDINATOR else (*local, *common)


def _whose(author: str) -> str:
    return "the co-ordinator's part" if author == COORDINATOR else "a city's hand-in"
