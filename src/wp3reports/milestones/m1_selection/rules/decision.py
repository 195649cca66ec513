"""What must hold of the decision as a whole: the event at which it was taken, and the metropolises that it covers."""

from collections.abc import Iterator

from wp3reports.diagnostics import Diagnostic, Note, error
from wp3reports.milestones.m1_selection.model import SelectionDecision
from wp3reports.milestones.m1_selection.rules.decided import decided
from wp3reports.model import PROJECT_FILE, Dossier, meant, repeated, weighed


def decision_event(dossier: Dossier) -> Iterator[Diagnostic]:
    """The decision names an event of milestone 1 at which it was taken.

    Why: the report says where and when the partners decided; that must be a meeting of the plan, and of this
    milestone.

    What to do: use the id of an event in inputs/project.yaml whose `milestone` is m1_selection.
    """
    delivery = dossier.one(SelectionDecision)
    if delivery is None:
        return
    events, named = dossier.project.events, delivery.submission.decision.event
    own = [event.id for event in events if event.milestone == delivery.milestone]
    if named in own:
        return
    frame, place = dossier.frame[PROJECT_FILE], delivery.at("decision", "event")
    ids = [event.id for event in events]
    if named in ids:
        index = ids.index(named)
        yield error(
            "m1-decision-event",
            place,
            f'the decision was taken at "{named}", which belongs to another milestone',
            label="not an event of milestone 1",
            notes=[Note(frame.at("events", index, "milestone"), f"belongs to {events[index].milestone}")],
            help=f"the events of this milestone are {', '.join(own)}" if own else "",
        )
    else:
        yield error(
            "m1-decision-event",
            place,
            f'the decision was taken at "{named}", which is no event of the project',
            label="not known",
            near=meant(named, own),
            notes=[Note(frame.key_at("events"), "the events of the project")],
        )


def decision_unknown_metropolis(dossier: Dossier) -> Iterator[Diagnostic]:
    """The decision is about metropolises of this project, named by their ids.

    Why: a selection for an unknown name is lost, and the city that was meant goes without one.

    What to do: use the id that the city has in inputs/partners.yaml.
    """
    known = [partner.id for partner in dossier.partners]
    for each in decided(dossier):
        metropolis = each.selection.metropolis
        if metropolis not in known:
            yield error(
                "m1-decision-unknown-metropolis",
                each.at("metropolis"),
                f'clusters are selected for "{metropolis}", which is no metropolis of this project',
                label="not known",
                near=meant(metropolis, known),
                help=f"the metropolises are {', '.join(known)}",
            )


def decision_metropolis_missing(dossier: Dossier) -> Iterator[Diagnostic]:
    """The decision selects clusters for every metropolis.

    Why: milestone 2 analyses what was selected; a city without a selection has nothing to analyse. For an observer
    this is a warning.

    What to do: add an entry under `selections`. If nothing could be decided, leave `selected` empty and say why in
    `reason`.
    """
    delivery = dossier.one(SelectionDecision)
    if delivery is None:
        return
    covered = {selection.metropolis for selection in delivery.submission.decision.selections}
    for partner in dossier.partners:
        if partner.id not in covered:
            finding = error(
                "m1-decision-metropolis-missing",
                delivery.source.key_at("decision", "selections"),
                f"the decision selects no clusters for {partner.metropolis}",
                label=f'no entry for "{partner.id}"',
            )
            yield weighed(finding, partner)


def decision_metropolis_twice(dossier: Dossier) -> Iterator[Diagnostic]:
    """The decision has one entry for each metropolis.

    Why: of two selections for one city nobody can tell which holds.

    What to do: bring the two entries together.
    """
    decisions = decided(dossier)
    for index, first in repeated(each.selection.metropolis for each in decisions):
        yield error(
            "m1-decision-metropolis-twice",
            decisions[index].at("metropolis"),
            f"clusters are selected twice for {dossier.name(decisions[index].selection.metropolis)}",
            label="again",
            notes=[Note(decisions[first].at("metropolis"), "first selected here")],
        )
