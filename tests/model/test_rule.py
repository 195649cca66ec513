from collections.abc import Callable, Mapping

import pytest

from wp3reports.diagnostics import Diagnostic, Guess, Severity, Span, error, info, warning
from wp3reports.model import Dossier, did_you_mean, meant, nearest, repeated, weighed

HERE = Span("inputs/x.yaml")


@pytest.mark.parametrize(
    ("finding", "milder"),
    [
        (error("c", HERE, "m"), Severity.WARNING),
        (warning("c", HERE, "m"), Severity.INFO),
        (info("c", HERE, "m"), Severity.INFO),
    ],
)
def test_a_finding_weighs_one_step_less_for_an_observer(
    finding: Diagnostic, milder: Severity, given: Mapping[str, str], dossier_of: Callable[[Mapping[str, str]], Dossier]
) -> None:
    dossier = dossier_of(given)
    assert weighed(finding, dossier.partner("oslo")).severity is milder
    assert weighed(finding, dossier.partner("riga")) == finding
    assert weighed(finding, None) == finding


def test_the_nearest_word_is_asked_for() -> None:
    assert nearest("it-securty", ["food", "it-security"]) == "it-security"
    assert did_you_mean("it-securty", ["food", "it-security"]) == 'did you mean "it-security"?'


def test_nothing_is_asked_where_nothing_is_near() -> None:
    assert nearest("wood", ["it-security"]) is None
    assert did_you_mean("wood", []) == ""


def test_each_repetition_points_to_the_first() -> None:
    assert list(repeated(["a", "b", "a", "a", "b"])) == [(2, 0), (3, 0), (4, 1)]
    assert not list(repeated([]))


@pytest.mark.parametrize(
    ("typed", "known", "guess"),
    [
        ("it-securty", ["food", "it-security"], Guess("it-security", "it-securty", is_sure=True)),
        ("itc", ["ict", "food"], Guess("ict", "itc", is_sure=True)),
        ("itc", ["ict", "its"], Guess("ict", "itc", is_sure=False)),
        ("itc", ["ict", "itcs"], Guess("itcs", "itc", is_sure=False)),
        ("itc", ["ict", "tic"], Guess("ict", "itc", is_sure=False)),
        ("fodo", ["food", "wood"], Guess("food", "fodo", is_sure=True)),
        ("idea", ["aide"], Guess("aide", "idea", is_sure=False)),
        ("bergen", ["berlin", "riga"], Guess("berlin", "bergen", is_sure=False)),
        ("life-science", ["life-sciences", "life-scienced"], Guess("life-sciences", "life-science", is_sure=False)),
        ("wood", ["ict"], None),
        ("wood", [], None),
    ],
)
def test_a_guess_is_sure_when_nothing_else_is_near(typed: str, known: list[str], guess: Guess | None) -> None:
    found = meant(typed, known)
    assert (found is None) == (guess is None)
    if found and guess:
        assert (found.typed, found.is_sure) == (guess.typed, guess.is_sure)
        assert found.word in known
