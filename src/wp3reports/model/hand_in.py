"""What every hand-in says, whatever its milestone."""

from typing import Annotated

from pydantic import ConfigDict

from wp3reports.model.asking import Ids, asks
from wp3reports.model.fields import Day, Id, Language, Markdown, Record, Text
from wp3reports.model.labelled import Labelled
from wp3reports.model.project import Reference
from wp3reports.model.recurring import Evidence

REPORTS = "en"  # the language of merged reports, and of every text that names no other


class Status(Labelled):
    """Where a hand-in stands; the words follow the practice of Interreg programmes."""

    DRAFT = "draft", "draft"
    SUBMITTED = "submitted", "submitted"
    ACCEPTED = "accepted", "accepted"
    RETURNED = "returned", "returned for revision"


class Author(Record, defer_build=False):
    """Who prepared it: a name or a function, and the organisation."""

    name: Annotated[Text, asks("A name, or a function where nobody is named", "Local co-ordinator, City of Riga")]
    organisation: Annotated[Text, asks("The body that this person works for", "City of Riga")]


class Version(Record, defer_build=False):
    """A row of the history of changes."""

    version: Annotated[Text, asks("The number of the version", "1.0")]
    date: Annotated[Day, asks("The day of the version")]
    reason: Annotated[Text, asks("What changed, and why", "Handed in")]
    by: Annotated[Text, asks("Who changed it", "City of Riga")]


class Figure(Record, defer_build=False):
    """A picture beside the hand-in: PNG or JPEG, named by its path below the milestone's folder."""

    model_config = ConfigDict(title="Picture")

    file: Annotated[Text, asks("The file, by its path below the folder of this milestone", "riga-shares.png")]
    caption: Annotated[Text, asks("What stands below the picture", "Share of Latvia, 2006")]
    alt: Annotated[Text, asks("The picture in words, for those who cannot see it", "Trade 80 per cent, industry 51.")]
    cluster: Annotated[
        Id, asks("The cluster that it is printed with, else it follows the summary", "ict", ids=Ids.SELECTED)
    ] = ""
    source: Evidence = ""


class HandIn(Record):
    """The fields that are common to all hand-ins."""

    prepared_by: Annotated[Author, asks("Who prepared this hand-in")]
    date: Annotated[Day, asks("The day on which it is handed in")]
    status: Annotated[Status, asks("Where it stands; the co-ordinator sets accepted and returned")]
    language: Annotated[Language, asks("The language of its texts, when it is not English", "lv")] = REPORTS
    summary: Annotated[Markdown, asks("What everybody should read, in two or three paragraphs", "Three clusters.")]
    deviations: Annotated[Markdown, asks("What differs from the plan, and why", "Figures are of 2004.")] = Markdown("")
    history: Annotated[tuple[Version, ...], asks("The versions of this file, the oldest first")] = ()
    sources: Annotated[tuple[Reference, ...], asks("What the text rests on; cited in it as [@id]")] = ()
    figures: Annotated[tuple[Figure, ...], asks("Pictures that lie beside this file, PNG or JPEG")] = ()
