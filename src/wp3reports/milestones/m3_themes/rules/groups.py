"""What must hold of the co-ordinator's part: each thematic group of the plan is set up, once."""

from collections.abc import Iterator

from wp3reports.diagnostics import Diagnostic, Note, error
from wp3reports.milestones.m3_themes.model import ThematicGroups
from wp3reports.milestones.m3_themes.rules.themes import planned, title
from wp3reports.model import Dossier, repeated


def group_missing(dossier: Dossier) -> Iterator[Diagnostic]:
    """The co-ordinator sets up each thematic group of the project.

    Why: without mandate and chair the experts do not know what they are sent to.

    What to do: add an entry under `groups` with the id of the group, its chair and its mandate.
    """
    for delivery in dossier.of(ThematicGroups):
        there = {group.theme for group in delivery.submission.groups}
        for group, note in planned(dossier):
            if group.id not in there:
                yield error(
                    "m3-group-missing",
                    delivery.source.key_at("groups"),
                    f'the group "{group.title}" is not set up',
                    label=f'nothing on "{group.id}"',
                    notes=[note],
                )


def group_twice(dossier: Dossier) -> Iterator[Diagnostic]:
    """Each thematic group is set up once.

    Why: a group with two mandates does not know which of them holds.

    What to do: bring the two entries together, or correct the theme of one.
    """
    for delivery in dossier.of(ThematicGroups):
        groups = delivery.submission.groups
        for index, first in repeated(group.theme for group in groups):
            yield error(
                "m3-group-twice",
                delivery.at("groups", index, "theme"),
                f"the group {title(dossier, groups[index].theme)} is set up twice",
                label="again",
                notes=[Note(delivery.at("groups", first, "theme"), "first here")],
            )
