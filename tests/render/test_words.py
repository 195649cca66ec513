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


@pytest.mark.parametrize(
    ("language", "day", "month"),
    [
        ("en", "5 June 2005", "June 2005"),
        ("da", "5. juni 2005", "juni 2005"),
        ("de", "5. Juni 2005", "Juni 2005"),
        ("et", "5. juuni 2005", "juuni 2005"),
        ("fi", "5. kesäkuuta 2005", "kesäkuu 2005"),
        ("lt", "2005 m. birželio 5 d.", "2005 m. birželis"),
        ("lv", "2005. gada 5. jūnijs", "2005. g. jūnijs"),
        ("nb", "5. juni 2005", "juni 2005"),
        ("pl", "5 czerwca 2005", "czerwiec 2005"),
        ("ru", "5 июня 2005\u202fг.", "июнь 2005\u202fг."),
        ("sv", "5 juni 2005", "juni 2005"),
    ],
)
def test_days_and_months(language: str, day: str, month: str) -> None:
    assert words.day(date(2005, 6, 5), language) == day
    assert words.month(date(2005, 6, 1), language) == month
    assert words.day(date(1, 1, 1), "en") == "1 January 1"


@pytest.mark.parametrize(
    ("typed", "printed"), [("about 31000", "ap 31\u00a0000"), ("-5.5", "−5,5"), ("up to 9", "up to 9")]
)
def test_words_before_an_amount_are_translated(typed: str, printed: str) -> None:
    assert words.amount(typed, "lv", lambda text: text.replace("about", "ap")) == printed


def test_words_before_a_year_are_translated() -> None:
    known = {"by {number}": "к {number}", "not printed": "не указано"}
    assert [
        words.years(each, lambda text: known.get(text, text)) for each in ("by 2007", "not printed", "1997-2006")
    ] == [
        "к 2007",
        "не указано",
        "1997–2006",
    ]


def test_a_label_opens_a_line() -> None:
    assert [words.opening(each) for each in ("cluster-Organisation", "IT", "", "élan")] == [
        "Cluster-Organisation", "IT", "", "Élan",
    ]  # fmt: skip


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
