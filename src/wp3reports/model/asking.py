"""What a field of a hand-in asks for, in words: one text for the schema, for skeletons and for forms.

Says nothing about what is right; it is never used to judge a file.
"""

from enum import StrEnum
from typing import Any

from pydantic import Field

IDS = "x-ids"  # the key under which a field's schema names the ids that it chooses from
HERE = "x-here"  # the same for a list of the very file in which the field stands


class Ids(StrEnum):
    """Sets of ids that a field may choose from; which ids they are is known of a project, a milestone and an author."""

    PARTNERS = "partners"
    OTHERS = "others"  # the partners without the author
    OWNERS = "owners"  # the partners and the co-ordinator
    THEMES = "themes"
    MILESTONES = "milestones"
    EVENTS = "events"
    MEETINGS = "meetings"  # the events of the milestone
    DESCRIBED = "described"  # clusters of milestone 1, of all cities
    SELECTED = "selected"  # clusters selected for the author
    SELECTED_FOR_ALL = "selected_for_all"
    TOOLS = "tools"  # of milestone 2: the author's; for the co-ordinator those of all cities
    STATEMENTS = "statements"  # of the author's SWOT
    PROPOSALS = "proposals"  # of milestone 3; for the co-ordinator's milestone 5 those of that milestone
    PRACTICES = "practices"
    CONCEPTS = "concepts"
    PROGRAMMES = "programmes"


def asks(text: str, *examples: Any, ids: Ids | None = None, here: str = "", title: str | None = None) -> Any:
    """The annotation of a field: what to write there, examples, and the ids to choose from.

    `here` is the key of a list of the same file, at its top, whose ids are meant.

    A field of a kind that has examples of its own, such as a day or a list of words, needs none.
    """
    extra: dict[str, Any] = ({IDS: ids.value} if ids else {}) | ({HERE: here} if here else {})
    return Field(description=text, examples=list(examples) or None, json_schema_extra=extra or None, title=title)
