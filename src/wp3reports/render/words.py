"""Dates, numbers and names of places as they are printed, by Babel."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal

_NUMBER = re.compile(r"[0-9]+(?:\.([0-9]+))?")
_RANGE = re.compile(r"(?<=[0-9])-(?=[0-9])")
_MINUS = re.compile(r"-(?=[0-9])")
_HEDGED = re.compile(r"([a-z]+(?: [a-z]+)?) (?=[-0-9])")
_EUROPEAN = {"en": "en-GB"}  # English as it is written in Europe: the day before the month
Gettext = Callable[[str], str]


def day(value: date, language: str) -> str:
    """`15 June 2005`."""
    return format_date(value, "long", locale=_locale(language))


def month(value: date, language: str) -> str:
    """`June 2005`."""
    return format_skeleton("yMMMM", value, locale=_locale(language))


def amount(value: str, language: str, gettext: Gettext = str) -> str:
    """`about 31000` as `about 31,000`, and a range with its dash; as many decimals as were typed."""

    def grouped(number: re.Match[str]) -> str:
        decimals = "0" * len(number[1] or "")
        shape = f"#,##0.{decimals}" if decimals else "#,##0"
        return format_decimal(Decimal(number[0]), shape, locale=_locale(language))

    hedge, bare = _parted(value)
    return _hedged(hedge, _MINUS.sub("−", _RANGE.sub("–", _NUMBER.sub(grouped, bare))), gettext)


def years(value: str, gettext: Gettext = str) -> str:
    """`1997-2006` with its dash."""
    if value == "not printed":
        return gettext("not printed")
    hedge, bare = _parted(value)
    return _hedged(hedge, _RANGE.sub("–", bare), gettext)


def opening(value: str) -> str:
    """A label at the beginning of a line; its other letters stay as they are."""
    return value[:1].upper() + value[1:]


def country(code: str, language: str) -> str:
    """The country's name; the code itself when it is none."""
    return str(_locale(language).territories.get(code.upper(), code))


def tongue(code: str, language: str) -> str:
    """The language's name; the code itself when it is none."""
    try:
        return Locale.parse(code, sep="-").get_display_name(_locale(language)) or code
    except (UnknownLocaleError, ValueError):
        return code


def _locale(language: str) -> Locale:
    return Locale.parse(_EUROPEAN.get(language, language), sep="-")


def _parted(value: str) -> tuple[str, str]:
    """The word before a number, and the number."""
    found = _HEDGED.match(value)
    return (found[1], value[found.end() :]) if found else ("", value)


def _hedged(hedge: str, number: str, gettext: Gettext) -> str:
    """The number with the word that says how exact it is, or whether it begins or ends there."""
    wordings = {
        "about": gettext("about {number}"),
        "over": gettext("over {number}"),
        "under": gettext("under {number}"),
        "up to": gettext("up to {number}"),
        "almost": gettext("almost {number}"),
        "by": gettext("by {number}"),
        "before": gettext("before {number}"),
        "after": gettext("after {number}"),
    }
    return wordings.get(hedge, "{number}").format(number=number)
