"""What the WP co-ordinator reports of a meeting: who was there, what each thematic group dealt with, what follows.

Place, planned month and actual day stand in the plan (`inputs/project.yaml`), once for all milestones.
"""

from typing import Annotated

from wp3reports.model.asking import Ids, asks
from wp3reports.model.fields import Id, Markdown, Month, Record, Text
from wp3reports.model.hand_in import HandIn
from wp3reports.model.recurring import Graded, Theme


class Action(Record):
    """Something to be done: by a metropolis or by the co-ordinator, until a month."""

    what: Annotated[Text, asks("What is to be done", "Compare the tools for incubation")]
    owner: Annotated[Text, asks("Who does it, a metropolis by its id or coordinator", "riga", ids=Ids.OWNERS)] = ""
    due: Annotated[Month | None, asks("The month until which it is done")] = None


class Topic(Record):
    """What one thematic group has on its agenda, and what it concludes."""

    theme: Theme
    subjects: Annotated[tuple[Text, ...], asks("What was on the agenda", ["Land for science parks"])]
    conclusions: Annotated[Markdown, asks("What the group concludes", "Parks are compared first.")] = Markdown("")


class Meeting(Record):
    """One event of the plan as the co-ordinator reports it; `participants` are those on record."""

    event: Annotated[Id, asks("The meeting, by its id in the plan", "kick-off-2005", ids=Ids.MEETINGS)]
    grade: Graded
    participants: Annotated[
        tuple[Id, ...], asks("The cities on record as present", ["riga", "malmo"], ids=Ids.PARTNERS)
    ] = ()
    topics: Annotated[tuple[Topic, ...], asks("What each thematic group dealt with")]
    actions: Annotated[tuple[Action, ...], asks("What follows from the meeting")] = ()


class Convened(HandIn):
    """A hand-in of the co-ordinator that reports meetings."""

    meetings: Annotated[tuple[Meeting, ...], asks("The meetings of this milestone, each an event of the plan")]
