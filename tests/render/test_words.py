from datetime import date

import pytest

from wp3reports.render import words


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("19", "19"),
        ("31000", "31,000"),
        ("2.815", "2.815"),
        ("1.10", "1.10"),
        ("0.000000001", "0.000000001"),
        ("999999999999999.5", "999,999,999,999,999.5"),
        ("about 400", "about 400"),
        ("almost 500000", "almost 500,000"),
        ("up to 1931109", "up to 1,931,109"),
        ("345000-480000", "345,000–480,000"),
        ("15-20.5", "15–20.5"),
        ("-5", "−5"),
        ("about -1200", "about −1,200"),
    ],
)
def test_amounts(typed: str, printed: str) -> None:
    assert words.amount(typed, "en") == printed


def test_amounts_follow_the_language() -> None:
    assert words.amount("31000.50", "de") == "31.000,50"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [("2005", "2005"), ("1997-2006", "1997–2006"), ("after 2007", "after 2007"), ("not printed", "not printed")],
)
def test_years(typed: str, printed: str) -> None:
    assert words.years(typed) == printed


def test_days_and_months() -> None:
    assert words.day(date(2005, 6, 5), "en") == "5 June 2005"
    assert words.month(date(2005, 6, 1), "en") == "June 2005"
    assert words.day(date(2005, 6, 5), "lv") == "5 jūnijs 2005"
    assert words.day(date(1, 1, 1), "en") == "1 January 1"


@pytest.mark.parametrize(
    ("code", "name"), [("NO", "Norway"), ("no", "Norway"), ("EE", "Estonia"), ("ZZZ", "ZZZ"), ("", "")]
)
def test_countries(code: str, name: str) -> None:
    assert words.country(code, "en") == name


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("nb", "Norwegian Bokmål"),
        ("et", "Estonian"),
        ("pt-BR", "Portuguese (Brazil)"),
        ("zz", "zz"),
        ("", ""),
        ("a b", "a b"),
    ],
)
def test_languages(code: str, name: str) -> None:
    assert words.tongue(code, "en") == name
