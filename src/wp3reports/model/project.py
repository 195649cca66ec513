"""The frame: project, work package, periods and events. Nothing here is about one hand-in."""

from datetime import date
from typing import Annotated

from pydantic import ConfigDict

from wp3reports.model.asking import Ids, asks
from wp3reports.model.fields import (
    Address,
    Amount,
    Day,
    Id,
    Month,
    Record,
    Text,
    Whole,
    Years,
)
from wp3reports.model.labelled import Labelled
from wp3reports.model.limits import Limits
from wp3reports.model.recurring import Evidence, Graded


class Dissemination(Labelled):
    """Who may read a deliverable: the codes of Horizon 2020, and `internal` of our own."""

    PU = "PU", "PU – public"
    CO = "CO", "CO – confidential"
    CI = "CI", "CI – classified"
    INTERNAL = "internal", "internal"


class Term(Record):
    """An abbreviation and what it stands for."""

    short: Annotated[Text, asks("The abbreviation", "SME")]
    long: Annotated[Text, asks("What it stands for", "small and medium-sized enterprise")]


class Reference(Record, defer_build=False):
    """A source, as it is printed in the numbered list."""

    model_config = ConfigDict(title="Source")

    id: Annotated[Id, asks("A short name of your own, by which this file cites it", "yearbook-2005")]
    title: Annotated[Text, asks("The title of the source", "Statistical yearbook")]
    author: Annotated[Text, asks("Who wrote or edited it", "City of Riga")] = ""
    published: Annotated[Text, asks("Where and when it was published", "Riga, 2005")] = ""
    url: Annotated[Address, asks("Where it can be read", title="URL")] = ""
    grade: Graded


class Quantity(Record):
    """A figure with all that is needed to check it. `scope` names the area when it is not the city itself."""

    model_config = ConfigDict(title="Number")

    indicator: Annotated[Text, asks("What is counted", "Employees in the cluster")]
    value: Annotated[Amount, asks("The number, without separators and unit")]
    unit: Annotated[Text, asks("The unit", "persons")]
    year: Annotated[Years, asks("The year or years that it holds for")]
    source: Evidence
    scope: Annotated[Text, asks("The area, when it is not the city itself", "Latvia")] = ""
    note: Annotated[Text, asks("What has to be known to read it", "Estimate")] = ""


class Event(Record):
    """A meeting as planned and as it took place; nothing about the one is concluded from the other."""

    id: Annotated[Id, asks("A short name that files refer to", "kick-off-2005")]
    title: Annotated[Text, asks("The name of the meeting", "Kick-off meeting")]
    milestone: Annotated[Text, asks("The milestone that it belongs to", "m1_selection", ids=Ids.MILESTONES)]
    place: Annotated[Text, asks("Where it is held", "Riga")] = ""
    planned: Annotated[Month | None, asks("The month that the plan names")] = None
    actual: Annotated[Day | None, asks("The day on which it took place")] = None
    until: Annotated[Day | None, asks("The last day, when it took more than one")] = None
    deviation: Annotated[Text, asks("What differs from the plan, and why", "Moved to autumn.")] = ""


class Guidance(Record):
    """How many words a hand-in should have: a guide that no rule enforces."""

    least: Annotated[Whole, asks("The fewest words")]
    most: Annotated[Whole, asks("The most words", "1200")]


class Logo(Record):
    """A picture on the covers: PNG or JPEG, judged and drawn anew like a figure."""

    file: Annotated[Text, asks("The file, by its path below inputs", "logos/programme.png")]
    alt: Annotated[Text, asks("What it stands for, for those who cannot see it", "Baltic Sea Region INTERREG III B")]


class Period(Record):
    """One milestone of the plan: its months, when hand-ins are due, and its deliverable."""

    milestone: Annotated[Text, asks("The milestone", "m1_selection", ids=Ids.MILESTONES)]
    number: Annotated[Text, asks("Its number", "1")]
    title: Annotated[Text, asks("Its title", "Selection of clusters")]
    start: Annotated[Month, asks("Its first month")]
    end: Annotated[Month, asks("Its last month")]
    due: Annotated[Day, asks("The day until which the partners hand in")]
    deliverable: Annotated[Text, asks("The number of its report", "D3.1")]
    words: Annotated[Guidance | None, asks("How many words a local hand-in should have, as a guide")] = None


class ThematicGroup(Record):
    """One of the groups that milestones 3 and 4 work in."""

    id: Annotated[Text, asks("A short name that files refer to", "spatial_planning")]
    title: Annotated[Text, asks("What the group is about", "Clusters and spatial planning")]


class WorkPackage(Record):
    """The work package that this project folder reports on."""

    number: Annotated[Text, asks("Its number in the project", "3")]
    title: Annotated[Text, asks("Its title", "Cluster Development")]
    coordinator: Annotated[Text, asks("The body that co-ordinates it", "Technology Foundation Berlin")]
    coordinator_note: Annotated[Text, asks("A remark on the co-ordinator, printed with it", "since 2006")] = ""
    objective: Annotated[Text, asks("What it is to achieve, in a few sentences", "To prepare clusters for joint work.")]


class Project(Record):
    """`inputs/project.yaml`: identity, words that every document carries, and the plan."""

    acronym: Annotated[Text, asks("The short name of the project", "BaltMet Inno")]
    title: Annotated[Text, asks("The full name of the project", "Baltic Metropolises Innovation Strategy")]
    programme: Annotated[Text, asks("The programme that funds it", "Interreg")]
    start: Annotated[Day, asks("Its first day")]
    end: Annotated[Day, asks("Its last day")]
    lead_partner: Annotated[Text, asks("The body that leads the project", "City of Helsinki")]
    coordinator: Annotated[Text, asks("The body that co-ordinates the project", "Culminatum Ltd")]
    funding_statement: Annotated[Text, asks("The sentence on funding in every document", "Part-financed by the Union")]
    disclaimer: Annotated[
        Text,
        asks("The sentence on responsibility in every document", "The views are the authors' own."),
    ]
    notice: Annotated[Text, asks("A notice on every cover", "Not for publication")] = ""
    logos: Annotated[
        tuple[Logo, ...],
        asks("Pictures for the covers, such as the emblem that a funder asks for"),
    ] = ()
    dissemination: Annotated[Dissemination, asks("Who may read the reports")]
    keywords: Annotated[tuple[Text, ...], asks("Words under which the reports are found", ["clusters", "innovation"])]
    copyright: Annotated[Text, asks("Who holds the rights", "The project partners")]
    work_package: Annotated[WorkPackage, asks("The work package that this folder reports on")]
    milestones: Annotated[tuple[Period, ...], asks("The plan, in which every milestone has its months and its due day")]
    thematic_groups: Annotated[tuple[ThematicGroup, ...], asks("The groups that milestones 3 and 4 work in")]
    events: Annotated[tuple[Event, ...], asks("Meetings, as planned and as they took place")]
    abbreviations: Annotated[tuple[Term, ...], asks("Abbreviations that the reports explain")]
    limits: Annotated[Limits, asks("How much the layout of one part of a report may take before it is ended")] = (
        Limits()
    )

    def period(self, milestone: str) -> Period | None:
        """The plan of one milestone, if it is planned."""
        return next((period for period in self.milestones if period.milestone == milestone), None)

    def event(self, event: str) -> Event | None:
        """The event of that id."""
        return next((known for known in self.events if known.id == event), None)


def is_within(period: Period, day: date) -> bool:
    """Whether a day lies in the months of a milestone."""
    return (period.start.year, period.start.month) <= (day.year, day.month) <= (period.end.year, period.end.month)
