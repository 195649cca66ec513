from collections.abc import Callable, Mapping

import pytest

from wp3reports.milestones.m1_selection.model import ClusterReport
from wp3reports.model import Dossier, Reference, Version
from wp3reports.standing.extent import words

Read = Callable[[Mapping[str, str]], Dossier]


@pytest.fixture
def riga(given: Mapping[str, str], dossier_of: Read) -> ClusterReport:
    found = dossier_of(given).one(ClusterReport, "riga")
    assert found is not None
    return found.submission


def test_words_of_texts_are_counted_without_what_is_about_them(riga: ClusterReport) -> None:
    before = words(riga)
    assert before > 50
    sources = (*riga.sources, Reference.model_validate({"id": "x", "title": "A long title", "grade": "later"}))
    history = (
        Version.model_validate({"version": "1.0", "date": "2005-06-10", "reason": "Two words", "by": "City of"}),
    )
    author = riga.prepared_by.model_copy(update={"name": "A name of many words"})
    about = {"sources": sources, "history": history, "prepared_by": author}
    assert words(riga.model_copy(update=about)) == before


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("", 0),
        ("one", 0),
        ("2007", 0),
        ("two words", 2),
        ("See [@riga-2006] and [@x].", 2),
        ("R&D is well-kept, in 2005/06", 5),
        ("Žemė – Łódź’s йод", 3),
        ("- a\n- **b**\n\n| c | d |\n|---|---|", 4),
        ("« … »", 0),
    ],
)
def test_a_word_is_what_a_reader_counts(riga: ClusterReport, text: str, number: int) -> None:
    assert words(riga.model_copy(update={"deviations": text})) - words(riga) == number
