"""The thematic groups of the plan: the other end of what is owed for each of them."""

from collections.abc import Iterator

from wp3reports.diagnostics import Note
from wp3reports.model import PROJECT_FILE, Dossier, ThematicGroup


def planned(dossier: Dossier) -> Iterator[tuple[ThematicGroup, Note]]:
    """Each thematic group of the project, and the note that shows it."""
    for index, group in enumerate(dossier.project.thematic_groups):
        yield group, Note(dossier.frame[PROJECT_FILE].at("thematic_groups", index, "id"), "the thematic group")


def title(dossier: Dossier, theme: str) -> str:
    """What a thematic group is called, in quotes; its id when the plan has none of that id."""
    found = next((group.title for group in dossier.project.thematic_groups if group.id == theme), theme)
    return f'"{found}"'
