"""Dates, numbers and names of places as they are printed, by Babel."""

import re
from datetime import date
from decimal import Decimal

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.numbers import format_decimal

_NUMBER = re.compile(r"[0-9]+(?:\.([0-9]+))?")
_RANGE = re.compile(r"(?<=[0-9])-(?=[0-9])")
_MINUS = re.compile(r"-(?=[0-9])")


def day(value: date, language: str) -> str:
    """`15 June 2005`."""
    return format_date(value, "d MMMM y", locale=language)


def month(value: date, language: str) -> str:
    """`June 2005`."""
    return format_date(value, "LLLL y", locale=language)


def amount(value: str, language: str) -> str:
    """`about 31000` as `about 31,000`, and a range with its dash; as many decimals as were typed."""

    def grouped(number: re.Match[str]) -> str:
        decimals = "0" * len(number[1] or "")
        return format_decimal(Decimal(number[0]), f"#,##0.{decimals}" if decimals else "#,##0", locale=language)

    return _MINUS.sub("−", _RANGE.sub("–", _NUMBER.sub(grouped, value)))


def years(value: str) -> str:
    """`1997-2006` with its dash."""
    return _RANGE.sub("–", value)


def country(code: str, language: str) -> str:
    """The country's name; the code itself when it is none."""
    return str(Locale.parse(language).territories.get(code.upper(), code))


def tongue(code: str, language: str) -> str:
    """The language's name; the code itself when it is none."""
    try:
        return Locale.parse(code, sep="-").get_display_name(language) or code
    except (UnknownLocaleError, ValueError):
        return code
