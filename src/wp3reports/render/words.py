"""Dates, numbers and names of places as they are printed, by Babel."""

import re
from datetime import date

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_RANGE = re.compile(r"(?<=\d)-(?=\d)")


def day(value: date, language: str) -> str:
    """`15 June 2005`."""
    return format_date(value, "d MMMM y", locale=language)


def month(value: date, language: str) -> str:
    """`June 2005`."""
    return format_date(value, "LLLL y", locale=language)


def amount(value: str, language: str) -> str:
    """`about 31000` as `about 31,000`, and a range with its dash."""
    grouped = _NUMBER.sub(lambda digits: format_decimal(digits[0], locale=language, decimal_quantization=False), value)
    return _RANGE.sub("–", grouped)


def years(value: str) -> str:
    """`1997-2006` with its dash."""
    return _RANGE.sub("–", value)


def country(code: str, language: str) -> str:
    """The country's name; the code itself when it is none."""
    return Locale.parse(language).territories.get(code.upper(), code)


def tongue(code: str, language: str) -> str:
    """The language's name; the code itself when it is none."""
    return Locale.parse(language).languages.get(code.lower(), code)
