"""The metropolises that hand in, with their organisations, and which part each takes in the project."""

from typing import Annotated

from wp3reports.model.asking import asks
from wp3reports.model.fields import Degrees, Id, Record, Text
from wp3reports.model.labelled import Labelled


class Participation(Labelled):
    """The part that a metropolis takes in the project."""

    PARTNER = "partner", "partner"
    OBSERVER = "observer", "observer"


class Organisation(Record):
    """A body that takes part, and in which function."""

    name: Annotated[Text, asks("The name of the body", "City of Riga")]
    role: Annotated[Text, asks("What it does in the project", "lead partner")] = ""


class Partner(Record):
    """A metropolis that hands in."""

    id: Annotated[Id, asks("A short name for files and references", "riga")]
    metropolis: Annotated[Text, asks("The name of the city in the language of the reports", "Riga")]
    own_name: Annotated[Text, asks("The name of the city in its own language, where it differs", "Rīga")] = ""
    country: Annotated[Text, asks("The country, in two letters by ISO 3166-1", "LV")]
    participation: Annotated[Participation, asks("The part that it takes; observers are held to milder rules")]
    language: Annotated[Text, asks("The language of the city, by BCP 47", "lv")]
    latitude: Annotated[Degrees, asks("Degrees north", "56.95")]
    longitude: Annotated[Degrees, asks("Degrees east", "24.11")]
    organisations: Annotated[tuple[Organisation, ...], asks("The bodies that take part")]
    contact: Annotated[Text, asks("Who answers questions, a person or a function", "Local co-ordinator, City of Riga")]

    @property
    def is_observer(self) -> bool:
        """Observers are held to milder rules."""
        return self.participation is Participation.OBSERVER


class Partners(Record):
    """`inputs/partners.yaml`: who is expected to hand in, in the order of all tables."""

    partners: Annotated[tuple[Partner, ...], asks("The metropolises that hand in, in the order of all tables")]
