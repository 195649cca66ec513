"""A hand-in as it is begun: for whom and for which milestone, with the ids that are known, and where its schema is."""

from wp3reports.authoring.known import known_ids
from wp3reports.authoring.openings import opening
from wp3reports.authoring.schema import schema
from wp3reports.authoring.skeleton import skeleton
from wp3reports.model import COORDINATOR, Dossier, Milestone, hand_in_path

_BACK = "../../"  # from a hand-in to the project's folder


def hand_in_text(dossier: Dossier, milestone: Milestone, author: str, schema_path: str) -> str:
    """The text of a hand-in to fill in; its author hands in for the milestone. `schema_path` is below the project."""
    kind = milestone.coordinator if author == COORDINATOR else milestone.local
    if kind is None:
        raise ValueError(f"{author} hands in nothing for {milestone.name}")
    who = "WP co-ordinator" if author == COORDINATOR else dossier.name(author)
    period = dossier.project.period(milestone.name)
    head = (
        f"# yaml-language-server: $schema={_BACK}{schema_path}\n"
        f"# {period.title if period else milestone.name}: {who}\n"
        "# Write behind the colons and below the bars; take the # away from what you want to add.\n"
        f"# What is still missing: wp3reports check {hand_in_path(milestone.name, author)}\n"
    )
    made = schema(kind, known_ids(dossier, milestone.name, author))
    return head + skeleton(made, opening(dossier, milestone.name, author))
