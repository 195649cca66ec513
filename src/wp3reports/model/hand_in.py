"""What every hand-in says, whatever its milestone."""

from wp3reports.model.fields import Day, Id, Labelled, Markdown, Record, Text
from wp3reports.model.project import Reference


class Status(Labelled):
    """Where a hand-in stands; the words follow the practice of Interreg programmes."""

    DRAFT = "draft", "draft"
    SUBMITTED = "submitted", "submitted"
    ACCEPTED = "accepted", "accepted"
    RETURNED = "returned", "returned for revision"


class Author(Record):
    """Who prepared it: a name or a function, and the organisation."""

    name: Text
    organisation: Text


class Version(Record):
    """A row of the history of changes."""

    version: Text
    date: Day
    reason: Text
    by: Text


class Figure(Record):
    """A picture beside the hand-in: PNG or JPEG, named by its path below the milestone's folder."""

    file: Text
    caption: Text
    alt: Text
    cluster: Id = ""  # printed with this cluster, else after the summary
    source: Id = ""


class HandIn(Record):
    """The fields that are common to all hand-ins."""

    prepared_by: Author
    date: Day
    status: Status
    summary: Markdown
    deviations: Markdown = Markdown("")
    history: tuple[Version, ...] = ()
    sources: tuple[Reference, ...] = ()
    figures: tuple[Figure, ...] = ()
