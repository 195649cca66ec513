from collections.abc import Callable, Mapping

import pytest
from markupsafe import Markup

from wp3reports.model import Dossier
from wp3reports.render.tongues import Said, Tongues, marked, settle, tongues

RUSSIAN = Tongues("ru", {"Кластер": "ru", "Klasteris": "lv"})


def shown(before: str, text: str, after: str) -> str:
    page = Markup(f"{before}{{}}{after}").format(RUSSIAN.mark(text))  # noqa: S704 - as a template has it
    return str(settle(page))


def test_a_text_says_what_it_is_written_in_where_the_document_is_not() -> None:
    assert shown("<p>", "Cluster", "</p>") == '<p lang="en">Cluster</p>'
    assert shown("<p>", "Klasteris", "</p>") == '<p lang="lv">Klasteris</p>'
    assert shown("<p>", "Кластер", "</p>") == "<p>Кластер</p>"


@pytest.mark.parametrize("text", ["2.5", "", "–", " · ", "\ue000page\ue001"])
def test_numbers_and_signs_are_in_no_language(text: str) -> None:
    assert shown("<p>", text, "</p>") == f"<p>{text}</p>"


def test_words_of_the_document_are_left_as_they_are() -> None:
    assert RUSSIAN.mark(Said("Отчёт")) == "Отчёт"
    assert RUSSIAN.mark(Markup("<b>x</b>")) == "<b>x</b>"
    assert Tongues().mark("Cluster") == "Cluster"


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("<p>a ", "</p>", '<p>a <span lang="en">R&amp;D</span></p>'),
        ("<p>", " b</p>", '<p><span lang="en">R&amp;D</span> b</p>'),
        ("<p>\n", "\n</p>", '<p lang="en">\nR&amp;D\n</p>'),
        ('<p lang="de">', "</p>", '<p lang="de">R&amp;D</p>'),
        ('<a href="x" title="', '">y</a>', '<a href="x" title="R&amp;D">y</a>'),
        ('<img src="x" alt="', '">', '<img src="x" alt="R&amp;D" lang="en">'),
        ("<title>a ", "</title>", "<title>a R&amp;D</title>"),
        ("<title>", "</title>", '<title lang="en">R&amp;D</title>'),
    ],
)
def test_the_element_round_a_text_is_told_its_language(before: str, after: str, told: str) -> None:
    assert shown(before, "R&D", after) == told


def test_neighbours_are_told_apart() -> None:
    html = Markup("<td>{} {}</td>").format(RUSSIAN.mark("One"), RUSSIAN.mark("Divi"))
    assert settle(html) == '<td><span lang="en">One</span> <span lang="en">Divi</span></td>'


def test_marks_outlive_nothing() -> None:
    assert "\ue002" not in settle(Markup('<a href="{}">{} z</a>').format(marked("en", "x"), marked("lv", "y")))


def test_texts_are_in_the_language_of_their_hand_in(
    given: Mapping[str, str], dossier_of: Callable[[Mapping[str, str]], Dossier]
) -> None:
    path = "inputs/m1_selection/riga.yaml"
    files = {**given, path: given[path] + "\nlanguage: lv\n"}
    texts = tongues(dossier_of(files), "en").texts
    assert texts["Lines across the Baltic Sea."] == "lv"
    assert "Malmö" not in texts


def test_a_city_is_in_its_own_language_there(
    given: Mapping[str, str], dossier_of: Callable[[Mapping[str, str]], Dossier]
) -> None:
    assert tongues(dossier_of(given), "lv").texts["Riga"] == "lv"
    assert "Riga" not in tongues(dossier_of(given), "en").texts
