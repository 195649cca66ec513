"""What the meetings leave to do, by who is to do it."""

from dataclasses import dataclass

from wp3reports.milestones.m3_themes.model import ThematicGroups
from wp3reports.model import COORDINATOR, Action, Dossier, Event, Meeting, entries


@dataclass(frozen=True)
class Task:
    """An action, where it stands, and the event at which it was agreed on or for which it was planned."""

    action: Action
    pointer: str
    event: Event | None


@dataclass(frozen=True)
class Owed:
    """Everything that one owner is to do; `owner` as it is printed, empty when nobody is named."""

    owner: str
    tasks: tuple[Task, ...]


def owed(dossier: Dossier) -> tuple[Owed, ...]:
    """The metropolises in their order, the co-ordinator, then whoever else is named, and nobody at last."""
    found: dict[str, list[Task]] = {owner: [] for owner in (*(each.id for each in dossier.partners), COORDINATOR)}
    for meeting in entries(dossier.of(ThematicGroups), "meetings", Meeting):
        for index, action in enumerate(meeting.record.actions):
            task = Task(action, meeting.pointer("actions", index), dossier.project.event(meeting.record.event))
            found.setdefault(action.owner, []).append(task)
    names = {COORDINATOR: "WP co-ordinator"}
    found[""] = found.pop("", [])
    return tuple(Owed(names.get(owner, dossier.name(owner)), tuple(tasks)) for owner, tasks in found.items() if tasks)
