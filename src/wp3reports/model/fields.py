"""The kinds of value that a hand-in may hold, read from plain text.

The reader constructs nothing, so each kind parses the text that was typed and says in plain words what it wants.
Lengths, ranges and everything that relates two fields are rules, not kinds.
"""

import re
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

CITATION = re.compile(r"\[@([a-z0-9][a-z0-9-]{0,62})\]")
# Digits are 0 to 9: \d would take those of every script.
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,62}")
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_MONTH = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})|(?P<m>[0-9]{1,2})/(?P<y>[0-9]{4})")
_NUMBER = r"(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,9})?"
_AMOUNT = re.compile(rf"(?:(?:about|over|under|up to|almost) )?-?{_NUMBER}(?:-{_NUMBER})?")
_DEGREES = re.compile(r"-?(?:180|1[0-7][0-9]|[1-9]?[0-9])(?:\.[0-9]{1,9})?")
_YEARS = re.compile(r"(?:(?:about|by|before|after) )?[0-9]{4}(?:-[0-9]{4})?|not printed")
_ADDRESS = re.compile(r"https?://[^\s<>\"\\\u00ad/?#][^\s<>\"\\\u00ad]*")
_BLANKS = re.compile(r"[ \t\r\n]+")  # a no-break space is meant to stay one
_A_MONTH = "a month such as 2005-06 or 6/2005"
_INVISIBLE = " \t\r\n\u00a0\u00ad"


class Record(BaseModel):
    """A mapping with exactly the keys that it names; immutable."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class Labelled(StrEnum):
    """A list of choices; each has the word that is typed and the label that is printed."""

    label: str

    def __new__(cls, value: str, label: str) -> Self:
        """A choice from its typed word and its printed label."""
        member = str.__new__(cls, value)
        member._value_, member.label = value, label
        return member


class Markdown(str):
    """Narrative text: CommonMark with tables, footnotes and citations `[@source-id]`; printed by `render`."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        """Text that is not empty."""
        return core_schema.no_info_after_validator_function(cls._of, core_schema.str_schema())

    @classmethod
    def _of(cls, text: str) -> Self:
        return cls(_filled(text))

    @property
    def cited(self) -> tuple[str, ...]:
        """The ids of the sources that the text cites, in order, each once."""
        return tuple(dict.fromkeys(CITATION.findall(self)))


def _filled(text: str) -> str:
    if not text.strip(_INVISIBLE):
        raise PydanticCustomError("empty", "is empty")
    return text


def _kind(name: str, wants: str, pattern: re.Pattern[str]) -> Callable[[Any], Any]:
    """A validator that lets text pass which matches the pattern as a whole."""

    def read(value: Any) -> Any:
        if isinstance(value, str) and not pattern.fullmatch(_filled(value)):
            raise _unlike(name, wants)
        return value

    return read


def _read_line(value: Any) -> Any:
    return _BLANKS.sub(" ", _filled(value)).strip(" ") if isinstance(value, str) else value


def _read_day(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    match = _DAY.fullmatch(_filled(value))
    if match is None:
        raise _unlike("day", "a day such as 2005-06-30")
    try:
        return date(*map(int, match.groups()))
    except ValueError:
        raise _unlike("day", "a day that exists in the calendar, such as 2005-06-30") from None


def _read_month(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    match = _MONTH.fullmatch(_filled(value))
    if match is None:
        raise _unlike("month", _A_MONTH)
    try:
        return date(int(match["year"] or match["y"]), int(match["month"] or match["m"]), 1)
    except ValueError:
        raise _unlike("month", _A_MONTH) from None


def _unlike(name: str, wants: str) -> PydanticCustomError:
    """The error of a kind of value; `load` prints what is wanted."""
    return PydanticCustomError(name, "{wants}", {"wants": wants})


Text = Annotated[str, BeforeValidator(_read_line)]
Id = Annotated[str, BeforeValidator(_kind("id", "an id of small letters a-z, digits and hyphens", _ID))]
Address = Annotated[
    str,
    BeforeValidator(
        _kind("address", "an address that begins with http:// or https:// and has no blanks or quotes", _ADDRESS)
    ),
]
Day = Annotated[date, BeforeValidator(_read_day)]
Month = Annotated[date, BeforeValidator(_read_month)]
Rank = Annotated[str, BeforeValidator(_kind("rank", "a rank: 1, 2 or 3", re.compile("[1-9]")))]
Degrees = Annotated[float, BeforeValidator(_kind("degrees", "degrees north or east, such as 56.95", _DEGREES))]
Amount = Annotated[
    str,
    BeforeValidator(
        _kind("amount", "a number such as 31000, 3.5, about 400 or 345000-480000, without separators and unit", _AMOUNT)
    ),
]
Years = Annotated[
    str,
    BeforeValidator(_kind("years", "a year such as 2005, 1997-2006, by 2007, after 2007 or not printed", _YEARS)),
]


class Grade(Labelled):
    """How near to the project the evidence stands (facts.md)."""

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
