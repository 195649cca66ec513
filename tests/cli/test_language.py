import click
import pytest

from wp3reports.cli.language import lang_option, require
from wp3reports.model import REPORTS
from wp3reports.snapshot import Snapshot

LATVIAN = Snapshot({"templates/locale/lv/LC_MESSAGES/wp3reports.po": b""})


@pytest.mark.parametrize("language", ["en", "lv", "own"])
def test_a_language_with_labels_is_taken(language: str) -> None:
    require(language, LATVIAN)


@pytest.mark.parametrize(("language", "question"), [("ru", ""), ("owm", '; did you mean "own"?'), ("LV", "")])
def test_any_other_is_refused_with_those_that_there_are(language: str, question: str) -> None:
    with pytest.raises(click.UsageError) as refused:
        require(language, LATVIAN)
    assert str(refused.value) == f"there are no labels in {language!r}{question}\nThere are en, lv, own."


def test_without_the_option_it_is_that_of_the_reports() -> None:
    command = lang_option(click.command()(lambda language: language))
    assert command.params[0].default == REPORTS
