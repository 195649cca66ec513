"""The frame: project, work package, periods, events and partners. Nothing here is about one hand-in."""

from datetime import date

from wp3reports.model.fields import (
    Address,
    Amount,
    Day,
    Degrees,
    Grade,
    Id,
    Labelled,
    Month,
    Record,
    Text,
    Years,
)


class Participation(Labelled):
    """The part that a metropolis takes in the project."""

    PARTNER = "partner", "partner"
    OBSERVER = "observer", "observer"


class Dissemination(Labelled):
    """Who may read a deliverable: the codes of Horizon 2020, and `internal` of our own."""

    PU = "PU", "PU – public"
    CO = "CO", "CO – confidential"
    CI = "CI", "CI – classified"
    INTERNAL = "internal", "internal"


class Term(Record):
    """An abbreviation and what it stands for."""

    short: Text
    long: Text


class Reference(Record):
    """A source, as it is printed in the numbered list."""

    id: Id
    title: Text
    author: Text = ""
    published: Text = ""  # where and when
    url: Address = ""
    grade: Grade


class Quantity(Record):
    """A figure with all that is needed to check it. `scope` names the area when it is not the city itself."""

    indicator: Text
    value: Amount
    unit: Text
    year: Years
    source: Id
    scope: Text = ""
    note: Text = ""


class Event(Record):
    """A meeting as planned and as it took place; nothing about the one is concluded from the other."""

    id: Id
    title: Text
    milestone: Text
    place: Text = ""
    planned: Month | None = None
    actual: Day | None = None
    until: Day | None = None  # last day, when it took more than one
    deviation: Text = ""


class Period(Record):
    """One milestone of the plan: its months, when hand-ins are due, and its deliverable."""

    milestone: Text
    number: Text
    title: Text
    start: Month
    end: Month
    due: Day
    deliverable: Text


class ThematicGroup(Record):
    """One of the groups that milestones 3 and 4 work in."""

    id: Text
    title: Text


class WorkPackage(Record):
    """The work package that this project folder reports on."""

    number: Text
    title: Text
    coordinator: Text
    coordinator_note: Text = ""
    objective: Text


class Project(Record):
    """`inputs/project.yaml`: identity, words that every document carries, and the plan."""

    acronym: Text
    title: Text
    programme: Text
    start: Day
    end: Day
    lead_partner: Text
    coordinator: Text
    funding_statement: Text
    disclaimer: Text
    notice: Text = ""  # printed on every cover
    logo: Text = ""  # path below inputs/
    dissemination: Dissemination
    keywords: tuple[Text, ...]
    copyright: Text
    work_package: WorkPackage
    milestones: tuple[Period, ...]
    thematic_groups: tuple[ThematicGroup, ...]
    events: tuple[Event, ...]
    abbreviations: tuple[Term, ...]

    def period(self, milestone: str) -> Period | None:
        """The plan of one milestone, if it is planned."""
        return next((period for period in self.milestones if period.milestone == milestone), None)

    def event(self, event: str) -> Event | None:
        """The event of that id."""
        return next((known for known in self.events if known.id == event), None)


class Organisation(Record):
    """A body that takes part, and in which function."""

    name: Text
    role: Text = ""


class Partner(Record):
    """A metropolis that hands in."""

    id: Id
    metropolis: Text
    own_name: Text = ""  # where it differs
    country: Text  # ISO 3166-1 alpha-2
    participation: Participation
    language: Text  # BCP 47, of the metropolis
    latitude: Degrees
    longitude: Degrees
    organisations: tuple[Organisation, ...]
    contact: Text

    @property
    def is_observer(self) -> bool:
        """Observers are held to milder rules."""
        return self.participation is Participation.OBSERVER


class Partners(Record):
    """`inputs/partners.yaml`: who is expected to hand in, in the order of all tables."""

    partners: tuple[Partner, ...]


def is_within(period: Period, day: date) -> bool:
    """Whether a day lies in the months of a milestone."""
    return (period.start.year, period.start.month) <= (day.year, day.month) <= (period.end.year, period.end.month)
