import pytest

from wp3reports.model import Partner
from wp3reports.render.editions import ENGLISH, OWN, Editions, city, edition

RIGA = Partner.model_construct(id="riga", language="lv")
KNOWN = "en", "lv", "ru"
TARGET = "local/m2_swot/riga"


@pytest.mark.parametrize(
    ("editions", "languages"),
    [
        (ENGLISH, ("en",)),
        (Editions("ru"), ("ru",)),
        (Editions(OWN), ("lv",)),
        (Editions("uk"), ("en",)),
        (Editions(named=(f"{TARGET}.ru", "local/m2_swot/oslo.lv", TARGET, "final")), ("en", "ru")),
        (Editions("lv", named=(f"{TARGET}.lv",)), ("lv",)),
    ],
)
def test_languages_of_a_local_report(editions: Editions, languages: tuple[str, ...]) -> None:
    assert editions.of(TARGET, RIGA, KNOWN) == languages


def test_a_metropolis_whose_language_has_no_labels_is_served_in_that_of_the_reports() -> None:
    assert Editions(OWN).of(TARGET, RIGA.model_copy(update={"language": "uk"}), KNOWN) == ("en",)


def test_an_edition_never_takes_the_place_of_the_report() -> None:
    assert [edition(TARGET, language) for language in ("en", "lv")] == [TARGET, f"{TARGET}.lv"]


@pytest.mark.parametrize(
    ("own", "language", "printed"),
    [("Rīga", "lv", "Rīga"), ("Rīga", "en", "Riga"), ("", "lv", "Riga"), ("Rīga, Riga", "lv", "Rīga")],
)
def test_a_city_calls_itself_by_its_own_name(own: str, language: str, printed: str) -> None:
    partner = Partner.model_construct(metropolis="Riga", own_name=own, language="lv")
    assert city(partner, language) == printed
