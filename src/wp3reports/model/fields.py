"""The kinds of value that a hand-in may hold, read from plain text.

The reader constructs nothing, so each kind parses the text that was typed and says in plain words what it wants.
Lengths, ranges and everything that relates two fields are rules, not kinds.
"""

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from wp3reports.model.editors import ANY_TEXT, seen, word

CITATION = re.compile(r"\[@([a-z0-9][a-z0-9-]{0,62})\]")
# Digits are 0 to 9: \d would take those of every script.
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,62}")
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_MONTH = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})|(?P<m>[0-9]{1,2})/(?P<y>[0-9]{4})")
_NUMBER = r"(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,9})?"
_AMOUNT = re.compile(rf"(?:(?:about|over|under|up to|almost) )?-?{_NUMBER}(?:-{_NUMBER})?")
_DEGREES = re.compile(r"-?(?:180|1[0-7][0-9]|[1-9]?[0-9])(?:\.[0-9]{1,9})?")
_RANK = re.compile(r"[1-9]")
_WHOLE = re.compile(r"0|[1-9][0-9]{0,8}")
_YEARS = re.compile(r"(?:(?:about|by|before|after) )?[0-9]{4}(?:-[0-9]{4})?|not printed")
_ADDRESS = re.compile(r"""https?://[^\s<>"\\\u00ad/?#][^\s<>"\\\u00ad]*""")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?")
_BLANKS = re.compile(r"[ \t\r\n]{2,}|[\t\r\n]")  # all but a blank alone; a no-break space is meant to stay one
_A_MONTH = "a month such as 2005-06 or 6/2005"
_INVISIBLE = " \t\r\n\u00a0\u00ad"


class Record(BaseModel):
    """A mapping with exactly the keys that it names; immutable.

    Its validator is built when it is first used: those that only stand in others need none of their own. What stands in
    every hand-in says `defer_build=False`, so that it is built once and not for each kind of hand-in.
    """

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        defer_build=True,
        allow_inf_nan=False,
        field_title_generator=lambda name, _: name.replace("_", " ").capitalize(),
        model_title_generator=lambda kind: re.sub("(?<=[a-z])(?=[A-Z])", " ", kind.__name__).capitalize(),
    )


class Markdown(str):
    """Narrative text: CommonMark with tables, footnotes and citations `[@source-id]`; printed by `render`."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        """Text that is not empty."""
        return core_schema.no_info_after_validator_function(cls._of, core_schema.str_schema())

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: CoreSchema, _handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Any text, marked as CommonMark."""
        return {**ANY_TEXT, "contentMediaType": "text/markdown"}

    @classmethod
    def _of(cls, text: str) -> Self:
        return cls(_filled(text))

    @property
    def cited(self) -> tuple[str, ...]:
        """The ids of the sources that the text cites, in order, each once."""
        return tuple(dict.fromkeys(CITATION.findall(self)))


class _Read:
    """How a kind reads what was typed: `BeforeValidator`, but for its looking at the function anew for every field."""

    def __init__(self, read: Callable[[Any], Any]) -> None:
        """The function, which raises PydanticCustomError."""
        self._read = read

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """The function before what the type itself demands."""
        return core_schema.no_info_before_validator_function(self._read, handler(source))


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
    if not isinstance(value, str):
        return value
    text = _filled(value)
    is_even = text.isprintable() and "  " not in text  # as nearly all are, which is sooner seen than sought
    return (text if is_even else _BLANKS.sub(" ", text)).strip(" ")


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


Text = Annotated[str, _Read(_read_line), WithJsonSchema(ANY_TEXT)]
Id = Annotated[
    str,
    _Read(_kind("id", "an id of small letters a-z, digits and hyphens", _ID)),
    word(_ID, "life-sciences"),
]
Address = Annotated[
    str,
    _Read(_kind("address", "an address that begins with http:// or https:// and has no blanks or quotes", _ADDRESS)),
    seen(_ADDRESS, "https://www.example.org/report", types=("string",)),
]
Day = Annotated[date, _Read(_read_day), seen(_DAY, "2005-06-30", types=("string",), form="date")]
Month = Annotated[date, _Read(_read_month), seen(_MONTH, "2005-06", "6/2005", types=("string",))]
Rank = Annotated[str, _Read(_kind("rank", "a rank: 1, 2 or 3", _RANK)), seen(_RANK, "1")]
Whole = Annotated[
    int,
    _Read(_kind("whole", "a whole number such as 600, without separators", _WHOLE)),
    seen(_WHOLE, "600"),
]
Language = Annotated[
    str,
    _Read(_kind("language", "a language by its code of two letters, such as lv", _LANGUAGE)),
    word(_LANGUAGE, "lv"),
]
Degrees = Annotated[
    float,
    _Read(_kind("degrees", "degrees north or east, such as 56.95", _DEGREES)),
    seen(_DEGREES, "56.95"),
]
Amount = Annotated[
    str,
    _Read(
        _kind("amount", "a number such as 31000, 3.5, about 400 or 345000-480000, without separators and unit", _AMOUNT)
    ),
    seen(_AMOUNT, "31000", "about 400", "345000-480000"),
]
Years = Annotated[
    str,
    _Read(_kind("years", "a year such as 2005, 1997-2006, by 2007, after 2007 or not printed", _YEARS)),
    seen(_YEARS, "2005", "1997-2006", "not printed"),
]


def slug(text: str) -> str:
    """The id that a name suggests; empty where it has no letter or digit of the Latin alphabet."""
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:63]
