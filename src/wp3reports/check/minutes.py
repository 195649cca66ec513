"""What must hold of the minutes of a meeting: who was there, and who is to do what follows."""

from collections.abc import Iterator

from wp3reports.check.meetings import place, reported
from wp3reports.diagnostics import Diagnostic, Edit, Note, error, info, warning
from wp3reports.model import (
    COORDINATOR,
    Action,
    Convened,
    Dossier,
    Entry,
    Meeting,
    Rule,
    entries,
    meant,
)


def meeting_without_participants(dossier: Dossier) -> Iterator[Diagnostic]:
    """The report of a meeting that was held names the metropolises that took part.

    Why: conclusions bind those who were there. An event with a text under `deviation` may go without a list.

    What to do: list the ids of the cities under `participants`; if nobody knows, say so under `deviation` of the event.
    """
    for each, event in reported(dossier):
        if event.actual and not event.deviation and not each.record.participants:
            yield warning(
                "meeting-without-participants",
                each.at("event"),
                f'nobody is listed as having taken part in "{event.title}"',
                label="who was there?",
                notes=[Note(place(dossier, event, "actual"), "held on this day")],
            )


def meeting_participants_unrecorded(dossier: Dossier) -> Iterator[Diagnostic]:
    """Participants are listed only of a meeting that has an actual day.

    Why: the plan is never taken for what happened; who was invited has not been there yet.

    What to do: enter the day under `actual` of the event in inputs/project.yaml, or remove the participants.
    """
    for each, event in reported(dossier):
        if each.record.participants and not event.actual:
            yield error(
                "meeting-participants-unrecorded",
                each.key_at("participants"),
                f'participants are listed of "{event.title}", of which no day is on record',
                label="was it held?",
                notes=[Note(place(dossier, event, "id"), "no actual day here")],
            )


def meeting_unknown_participant(dossier: Dossier) -> Iterator[Diagnostic]:
    """The participants of a meeting are metropolises of this project, named by their ids.

    Why: the report prints their names, in the order of all tables.

    What to do: use the id that the city has in inputs/partners.yaml. The co-ordinator need not be listed.
    """
    known = [partner.id for partner in dossier.partners]
    for each in entries(dossier.of(Convened), "meetings", Meeting):
        for position, participant in enumerate(each.record.participants):
            if participant not in known:
                yield error(
                    "meeting-unknown-participant",
                    each.at("participants", position),
                    f'"{participant}" is no metropolis of this project',
                    label="not known",
                    near=meant(participant, known),
                    help=f"the metropolises are {', '.join(known)}",
                )


def meeting_participants_unordered(dossier: Dossier) -> Iterator[Diagnostic]:
    """Participants are listed in the order of inputs/partners.yaml, each once.

    Why: two lists in one order are compared at a glance, by people and by version control. This is a remark.

    What to do: bring them into that order; `wp3reports check --fix` does it where each city is listed once.
    """
    known = [partner.id for partner in dossier.partners]
    for each in entries(dossier.of(Convened), "meetings", Meeting):
        listed = each.record.participants
        if {*listed} <= {*known} and listed != (right := tuple(city for city in known if city in listed)):
            places = [each.at("participants", position) for position in range(len(listed))]
            exchanged = zip(places, right, listed, strict=True) if len(right) == len(listed) else ()
            yield info(
                "meeting-participants-unordered",
                each.key_at("participants"),
                "the participants do not stand in the order of the partners, each once",
                label=f"in order: {', '.join(right)}",
                fix=tuple(Edit(place, city, typed) for place, city, typed in exchanged if city != typed),
            )


def action_without_owner(dossier: Dossier) -> Iterator[Diagnostic]:
    """Somebody owns each action that a meeting agreed on.

    Why: what everybody is to do, nobody does.

    What to do: write under `owner` the id of the metropolis that will see to it, or `coordinator`.
    """
    for meeting, index, action in _actions(dossier):
        if not action.owner:
            yield warning(
                "action-without-owner",
                meeting.at("actions", index, "what"),
                f'nobody owns the action "{action.what}"',
                label="who sees to it?",
            )


def action_unknown_owner(dossier: Dossier) -> Iterator[Diagnostic]:
    """The owner of an action is a metropolis of this project, by its id, or the co-ordinator.

    Why: the report brings the open actions together for each of them.

    What to do: use the id that the city has in inputs/partners.yaml, or `coordinator`.
    """
    known = [*(partner.id for partner in dossier.partners), COORDINATOR]
    for meeting, index, action in _actions(dossier):
        if action.owner and action.owner not in known:
            yield error(
                "action-unknown-owner",
                meeting.at("actions", index, "owner"),
                f'"{action.owner}" is neither a metropolis of this project nor the co-ordinator',
                label="not known",
                near=meant(action.owner, known),
                help=f"owners can be {', '.join(known)}",
            )


def _actions(dossier: Dossier) -> Iterator[tuple[Entry[Meeting], int, Action]]:
    """Each action with its meeting, and where it stands in the list."""
    for each in entries(dossier.of(Convened), "meetings", Meeting):
        for index, action in enumerate(each.record.actions):
            yield each, index, action


RULES: tuple[Rule, ...] = (
    meeting_without_participants,
    meeting_participants_unrecorded,
    meeting_unknown_participant,
    meeting_participants_unordered,
    action_without_owner,
    action_unknown_owner,
)
