"""Lists of words to choose from; each word has the label that is printed."""

from enum import StrEnum
from typing import Any, Self

from pydantic import GetJsonSchemaHandler
from pydantic_core import CoreSchema


class Labelled(StrEnum):
    """A list of choices; each has the word that is typed and the label that is printed."""

    label: str

    def __new__(cls, value: str, label: str) -> Self:
        """A choice from its typed word and its printed label."""
        member = str.__new__(cls, value)
        member._value_, member.label = value, label
        return member

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """The words, with the labels that editors show beside them."""
        return {**handler(schema), "enumDescriptions": [each.label for each in cls], "examples": [next(iter(cls))]}


class Grade(Labelled):
    """How near to the project the evidence stands."""

    PROJECT = "project", "project source"
    CONTEMPORARY = "contemporary", "contemporary source"
    LATER = "later", "later source"
    ILLUSTRATIVE = "illustrative", "illustrative"


class Field(Labelled):
    """Field of activity of a cluster: the first three were named by the project, the others are ours."""

    ICT_MEDIA = "ict_media", "ICT and media"
    LIFE_SCIENCES = "life_sciences", "Life sciences"
    MICROSYSTEMS_NANO = "microsystems_nano", "Microsystems and nanotechnology"
    OPTICS = "optics", "Optics"
    TRANSPORT_LOGISTICS = "transport_logistics", "Transport and logistics"
    ENVIRONMENT_ENERGY = "environment_energy", "Environment and energy"
    MARITIME = "maritime", "Maritime industries"
    CREATIVE = "creative", "Creative industries"
    INSTRUMENT_MAKING = "instrument_making", "Instrument making"
    OTHER = "other", "Other fields"
