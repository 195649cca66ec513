"""What the WP co-ordinator reports of a meeting: who was there, what each thematic group dealt with, what follows.

Place, planned month and actual day stand in the plan (`inputs/project.yaml`), once for all milestones.
"""

from wp3reports.model.fields import Grade, Id, Markdown, Month, Record, Text
from wp3reports.model.hand_in import HandIn


class Action(Record):
    """Something to be done: by a metropolis or by the co-ordinator, until a month."""

    what: Text
    owner: Text = ""  # id of a metropolis, or `coordinator`
    due: Month | None = None


class Topic(Record):
    """What one thematic group has on its agenda, and what it concludes."""

    theme: Text
    subjects: tuple[Text, ...]
    conclusions: Markdown = Markdown("")


class Meeting(Record):
    """One event of the plan as the co-ordinator reports it; `participants` are those on record."""

    event: Id
    grade: Grade
    participants: tuple[Id, ...] = ()
    topics: tuple[Topic, ...]
    actions: tuple[Action, ...] = ()


class Convened(HandIn):
    """A hand-in of the co-ordinator that reports meetings."""

    meetings: tuple[Meeting, ...]
